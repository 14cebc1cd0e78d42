/** A rate with room for bursts: a bucket that fills steadily and from which each use takes one. */
export class TokenBucket {
	readonly #perSecond: number;
	readonly #burst: number;
	readonly #now: () => number;
	#tokens: number;
	#filledAt: number;
	#refusals = 0;

	/** `now` in milliseconds. */
	constructor(perSecond: number, burst: number, now: () => number = () => performance.now()) {
		this.#perSecond = perSecond;
		this.#burst = burst;
		this.#now = now;
		this.#tokens = burst;
		this.#filledAt = now();
	}

	/** Uses in vain since the bucket was last full. */
	get refusals(): number {
		return this.#refusals;
	}

	/** Takes one; false where the bucket is empty. */
	take(): boolean {
		const now = this.#now();
		const filled = this.#tokens + ((now - this.#filledAt) / 1000) * this.#perSecond;
		this.#filledAt = now;
		this.#tokens = Math.min(this.#burst, filled);
		if (filled >= this.#burst) this.#refusals = 0;
		if (this.#tokens < 1) {
			this.#refusals++;
			return false;
		}
		this.#tokens--;
		return true;
	}
}
