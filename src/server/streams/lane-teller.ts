/**
 * What the page of a session is told of its streams and lanes.
 *
 * This is told also where the page does not read and there is room for nothing else, so that its
 * totals stay right: byte counts then wait to be told as one, and a page that reads nothing at all
 * loses its streams in the end.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';

/** The session's outbox, as far as it matters here. */
export interface TellerOutbox {
	readonly isFull: boolean;
	append(event: ChannelEvent): void;
}

export interface LaneTellerOptions {
	readonly outbox: TellerOutbox;
	/** µs of the session. */
	readonly now: () => number;
	/** The page does not read; called once. */
	readonly onOverflow: () => void;
}

/** Events that are told to a page whose outbox is full. */
export const MOST_OVERFLOW = 16_384;

export class LaneTeller {
	readonly now: () => number;
	readonly #outbox: TellerOutbox;
	readonly #onOverflow: () => void;
	/** Who has something to tell once there is room. */
	readonly #waiting = new Set<() => void>();
	#overflow = 0;
	#activeAt = 0;
	#isSilent = false;

	constructor({ outbox, now, onOverflow }: LaneTellerOptions) {
		this.#outbox = outbox;
		this.now = now;
		this.#onOverflow = onOverflow;
	}

	/** µs of the session when a client of a lane last did something. */
	get activeAt(): number {
		return this.#activeAt;
	}

	get hasRoom(): boolean {
		return !this.#outbox.isFull;
	}

	/** @param connection of the exchange it is about; 0: of none */
	tell(told: LaneTold, connection = 0, t: number = this.now()): void {
		this.append({ kind: 'lane', t, connection, told });
	}

	append(event: ChannelEvent): void {
		if (this.#isSilent) return;
		if (!this.#outbox.isFull) this.#overflow = 0;
		// Not at once: this may be in the middle of a write to a client that would be ended.
		else if (++this.#overflow === MOST_OVERFLOW) queueMicrotask(this.#onOverflow);
		this.#outbox.append(event);
	}

	/** A client of a lane has done something. */
	noteActivity(t: number): void {
		this.#activeAt = Math.max(this.#activeAt, t);
	}

	/** Calls `tellNow` when there is room again. */
	await(tellNow: () => void): void {
		this.#waiting.add(tellNow);
	}

	forget(tellNow: () => void): void {
		this.#waiting.delete(tellNow);
	}

	/** The page has read something. */
	catchUp(): void {
		if (this.#waiting.size === 0 || !this.hasRoom) return;
		const waiting = [...this.#waiting];
		this.#waiting.clear();
		for (const tellNow of waiting) tellNow();
	}

	/** The session has ended: nobody listens any more. */
	silence(): void {
		this.#isSilent = true;
		this.#waiting.clear();
	}
}
