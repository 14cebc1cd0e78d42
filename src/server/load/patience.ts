/**
 * How long to wait for a number that grows: as long as it does, within a bound. A busy machine is
 * slow, and one that stands still is not.
 */

export interface PatienceBounds {
	/** ms for which nothing may be added. */
	readonly standing: number;
	/** ms, however much is added. */
	readonly inAll: number;
}

export type OutOfPatience = 'stands-still' | 'takes-too-long';

export class Patience {
	readonly #bounds: PatienceBounds;
	readonly #began: number;
	/** When it last grew. */
	#grew: number;
	#most = 0;

	/** @param now ms, as in `check` */
	constructor(bounds: PatienceBounds, now: number) {
		this.#bounds = bounds;
		this.#began = this.#grew = now;
	}

	/** Null while it is worth waiting. Less than there was before is no progress, nor is regaining it. */
	check(reached: number, now: number): OutOfPatience | null {
		if (reached > this.#most) {
			this.#most = reached;
			this.#grew = now;
		}
		if (now - this.#began > this.#bounds.inAll) return 'takes-too-long';
		return now - this.#grew > this.#bounds.standing ? 'stands-still' : null;
	}
}
