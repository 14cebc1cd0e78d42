/** Pauses before a reconnect: each twice as long as the one before up to a cap, less a random part. */

const FIRST = 500;
const LONGEST = 15_000;

export class Backoff {
	readonly #random: () => number;
	#pause = FIRST;

	/** `random`: from 0 up to, not including, 1. */
	constructor(random: () => number) {
		this.#random = random;
	}

	/** Milliseconds: between the half and the whole of the pause, so that clients spread. */
	next(): number {
		const pause = this.#pause;
		this.#pause = Math.min(LONGEST, pause * 2);
		return pause / 2 + (pause / 2) * this.#random();
	}

	/** The connection works: the next pause is short again. */
	reset(): void {
		this.#pause = FIRST;
	}
}
