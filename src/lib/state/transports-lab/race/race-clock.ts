/** The session's time on the page, and how wrong it may be. */
import type { LabSession } from '../../session/lab-session.svelte.ts';

export class RaceClock {
	readonly #session: LabSession;
	readonly #now: () => number;
	#worst = 0;

	/** @param now ms of the page's clock */
	constructor(session: LabSession, now: () => number) {
		this.#session = session;
		this.#now = now;
	}

	/** µs: half width of the error, at worst so far. */
	get worst(): number {
		return this.#worst;
	}

	/** µs of the session. */
	now(): number {
		return this.at(this.#now());
	}

	/** µs of the session for ms of the page's clock. */
	at(pageMs: number): number {
		const clock = this.#session.clock;
		if (clock && clock.error > this.#worst) this.#worst = clock.error;
		return pageMs * 1000 + (clock?.offset ?? 0);
	}

	reset(): void {
		this.#worst = 0;
	}
}
