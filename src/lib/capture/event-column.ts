/**
 * What was last true, by event: an append-only column of values with the events that set them.
 */
import { NumberColumn } from './number-column.ts';

export class EventColumn {
	readonly #events = new NumberColumn();
	readonly #values = new NumberColumn();

	/** @param eventIndex not below that of the value before */
	add(value: number, eventIndex: number): void {
		this.#values.push(value);
		this.#events.push(eventIndex);
	}

	/** The last value set by the first `cursor` events; -1: none. O(log n). */
	lastAt(cursor: number): number {
		const count = this.#events.countBelow(cursor);
		return count === 0 ? -1 : this.#values.at(count - 1);
	}
}
