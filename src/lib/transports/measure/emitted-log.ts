/** When the source made each event, as the server told it: ids are 1, 2, 3 … */
import { GrowingColumn } from './growing-column.ts';

export class EmittedLog {
	/** µs of the session, by id − 1. */
	readonly times = new GrowingColumn(1024);
	#bytes = 0;
	#endedAt: number | null = null;

	get count(): number {
		return this.times.length;
	}

	/** Bytes of all events' data. */
	get bytes(): number {
		return this.#bytes;
	}

	/** µs of the session; null: more may come. */
	get endedAt(): number | null {
		return this.#endedAt;
	}

	/** When an event was made; null: not told yet. */
	timeOf(id: number): number | null {
		return id >= 1 && id <= this.count ? this.times.at(id - 1) : null;
	}

	/** The next one. What is told out of order is no event of this log. */
	add(id: number, size: number, t: number): void {
		if (id !== this.count + 1) return;
		this.times.push(t);
		this.#bytes += size;
	}

	end(t: number): void {
		this.#endedAt ??= t;
	}
}
