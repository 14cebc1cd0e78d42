/** What the recordings of one session, those of its lanes among them, may cost together. */
import type { ChannelLimits } from './channel-limits.ts';
import type { ByteCounts, Outbox } from './outbox.ts';

export interface SessionRoomOptions {
	readonly limits: ChannelLimits;
	readonly outbox: Outbox;
	readonly bytes: ByteCounts;
}

export class SessionRoom {
	readonly #options: SessionRoomOptions;
	#bytes = 0;
	#events = 0;

	constructor(options: SessionRoomOptions) {
		this.#options = options;
	}

	/** Bytes that count against the session's bound. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Whether one more event of so many bytes fits. */
	fits(bytes: number): boolean {
		const { limits, outbox } = this.#options;
		if (this.#bytes + bytes > limits.maxSessionBytes || outbox.isFull) return false;
		return this.#events < limits.maxSessionEvents;
	}

	/** Charges what has been recorded. */
	charge(bytes: number, events: number): void {
		this.#bytes += bytes;
		this.#events += events;
		this.#options.bytes.recorded += bytes;
	}

	/** What has been charged before and counts no longer. */
	free(bytes: number, events: number): void {
		this.#bytes -= bytes;
		this.#events -= events;
	}
}
