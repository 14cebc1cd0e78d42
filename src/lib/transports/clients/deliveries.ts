/**
 * Makes at-least-once by id into once: what was seen is dropped and counted, what is missing is told
 * as lost, so that no event is ever skipped in silence.
 */
import type { Gap, StreamEvent } from '../wire/event-message.ts';

export interface DeliveryListeners {
	readonly onevent: (event: StreamEvent) => void;
	readonly ongap?: (gap: Gap) => void;
}

export class Deliveries {
	readonly #listeners: DeliveryListeners;
	#last: number;
	#duplicates = 0;
	#isClosed = false;

	constructor(after: number, listeners: DeliveryListeners) {
		if (!Number.isSafeInteger(after) || after < 0) {
			throw new RangeError(`after must be the id of an event, or 0: ${after}`);
		}
		this.#last = after;
		this.#listeners = listeners;
	}

	/** Id of the last event given away or told as lost. */
	get last(): number {
		return this.#last;
	}

	get duplicates(): number {
		return this.#duplicates;
	}

	take(event: StreamEvent): void {
		if (this.#isClosed) return;
		if (event.id <= this.#last) {
			this.#duplicates += 1;
			return;
		}
		if (event.id > this.#last + 1) this.lose({ from: this.#last + 1, to: event.id - 1 });
		this.#last = event.id;
		this.#listeners.onevent(event);
	}

	/** The part of a gap that was seen already is no loss. */
	lose({ from, to }: Gap): void {
		if (this.#isClosed || to <= this.#last) return;
		const first = Math.max(from, this.#last + 1);
		this.#last = to;
		this.#listeners.ongap?.({ from: first, to });
	}

	/** Nothing is given away any more. */
	close(): void {
		this.#isClosed = true;
	}
}
