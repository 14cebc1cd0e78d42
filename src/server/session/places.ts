/**
 * Places of one kind that all sessions of this server share: raw connections, streams, lanes. Where
 * all are taken, a session that has less than its share of them still gets one: nobody can take
 * them all.
 */
export class Places {
	readonly #most: number;
	readonly #share: number;
	#taken = 0;

	constructor(most: number, sessions: number) {
		this.#most = most;
		this.#share = Math.max(1, Math.floor(most / sessions));
	}

	/** Takes one for a session that has `held`; false where it gets none. */
	take(held: number): boolean {
		if (this.#taken >= this.#most && held >= this.#share) return false;
		this.#taken++;
		return true;
	}

	/** Once for each that was taken. */
	leave(): void {
		this.#taken--;
	}
}
