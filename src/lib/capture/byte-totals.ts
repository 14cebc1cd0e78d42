/**
 * How many bytes one direction had sent, at any event: prefix sums over its chunks.
 */
import { NumberColumn } from './number-column.ts';

export class ByteTotals {
	readonly #events = new NumberColumn();
	readonly #times = new NumberColumn();
	readonly #totals = new NumberColumn();
	#total = 0;

	/** All bytes so far. */
	get total(): number {
		return this.#total;
	}

	add(bytes: number, t: number, eventIndex: number): void {
		this.#total += bytes;
		this.#events.push(eventIndex);
		this.#times.push(t);
		this.#totals.push(this.#total);
	}

	/** Bytes in the first `cursor` events, with the last chunk's event and time. O(log n). */
	at(cursor: number): { total: number; eventIndex: number; t: number } {
		const last = this.#events.countBelow(cursor) - 1;
		if (last < 0) return { total: 0, eventIndex: -1, t: 0 };
		return {
			total: this.#totals.at(last),
			eventIndex: this.#events.at(last),
			t: this.#times.at(last)
		};
	}
}
