/**
 * What a lane's client was given: each event once, with its delay; how many twice, and which not
 * at all.
 */
import { Delays } from './delays.ts';
import type { EmittedLog } from './emitted-log.ts';

interface Waiting {
	readonly id: number;
	readonly time: number;
}

export class Deliveries {
	readonly delays = new Delays();
	readonly #emitted: EmittedLog;
	#seen = new Uint8Array(1024);
	/** Delivered before the page was told that they had been made. */
	#waiting: Waiting[] = [];
	#count = 0;
	#bytes = 0;
	#duplicates = 0;
	#disordered = 0;
	#lastId = 0;
	#skipped = 0;

	constructor(emitted: EmittedLog) {
		this.#emitted = emitted;
	}

	/** Events delivered, each counted once. */
	get count(): number {
		return this.#count;
	}

	/** Bytes of their data, in UTF-8. */
	get bytes(): number {
		return this.#bytes;
	}

	get duplicates(): number {
		return this.#duplicates;
	}

	/** Events that came after one with a higher id. */
	get disordered(): number {
		return this.#disordered;
	}

	/** Events that the server said it no longer had. */
	get skipped(): number {
		return this.#skipped;
	}

	/** The highest id delivered; 0: none. */
	get lastId(): number {
		return this.#lastId;
	}

	/** Events made that have not been delivered, nor told to be skipped. */
	get missing(): number {
		return Math.max(0, this.#emitted.count - this.#count - this.#skipped);
	}

	/**
	 * An event has reached the page's code.
	 * @param size bytes of its data
	 * @param time µs of the session
	 */
	add(id: number, size: number, time: number): void {
		if (this.#hasSeen(id)) {
			this.#duplicates += 1;
			return;
		}
		this.#count += 1;
		this.#bytes += size;
		if (id < this.#lastId) this.#disordered += 1;
		else this.#lastId = id;
		this.#waiting.push({ id, time });
		this.settle();
	}

	/** The client dropped an event because it had seen it. */
	addDuplicate(): void {
		this.#duplicates += 1;
	}

	/** These will never come. */
	skip({ from, to }: { readonly from: number; readonly to: number }): void {
		this.#skipped += Math.max(0, to - from + 1);
	}

	/** The page was told of events that were made: their delays are known now. */
	settle(): void {
		if (this.#waiting.length === 0) return;
		this.#waiting = this.#waiting.filter(({ id, time }) => {
			const emittedAt = this.#emitted.timeOf(id);
			if (emittedAt === null) return true;
			this.delays.add(time - emittedAt, time);
			return false;
		});
	}

	#hasSeen(id: number): boolean {
		if (id >= this.#seen.length) {
			const grown = new Uint8Array(Math.max(id + 1, this.#seen.length * 2));
			grown.set(this.#seen);
			this.#seen = grown;
		}
		const hasSeen = this.#seen[id] === 1;
		this.#seen[id] = 1;
		return hasSeen;
	}
}
