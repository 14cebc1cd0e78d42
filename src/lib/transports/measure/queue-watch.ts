/**
 * How long a lane's requests waited in the browser before they left.
 *
 * Over HTTP/1.1 a browser opens at most six connections to an origin, for all its tabs together. A
 * request that finds them taken waits, and the server knows nothing of it: so its begin on the page
 * is held against the moment at which the server saw it, less the delay that the lane was given.
 */
import type { LaneSettings } from '../transport.ts';

/** Connections that browsers open to one origin over HTTP/1.1. */
export const BROWSER_CONNECTIONS = 6;
/** µs: below this a wait may be the work of the page and of the machine. */
const WORTH_TELLING = 250_000;

export class QueueWatch {
	/** µs that the lane's own delay takes at most. */
	readonly #onTheWay: number;
	/** Begins of requests that the server has not seen yet, by number: µs of the session. */
	readonly #waiting = new Map<number, number>();
	#requests = 0;
	#longest = 0;

	constructor({ delay, jitter }: LaneSettings) {
		this.#onTheWay = (delay + jitter) * 1000;
	}

	/** Requests that waited, and the longest wait in µs. */
	get result(): { readonly requests: number; readonly longest: number } {
		return { requests: this.#requests, longest: this.#longest };
	}

	/** What the page's client tells of a request; `t` in µs of the session. */
	tell(kind: 'begin' | 'first-byte' | 'end', request: number, t: number): void {
		if (kind === 'begin') this.#waiting.set(request, t);
		else if (kind === 'end') this.#leave(request, t);
	}

	/** The server has seen the next request of this lane, at `t` µs of the session. */
	see(t: number): void {
		const [request] = this.#waiting.keys();
		if (request !== undefined) this.#leave(request, t);
	}

	/** Whether a request waits at `t` µs of the session. */
	isWaiting(t: number): boolean {
		const [begin] = this.#waiting.values();
		return begin !== undefined && t - begin - this.#onTheWay > WORTH_TELLING;
	}

	#leave(request: number, t: number): void {
		const begin = this.#waiting.get(request);
		if (begin === undefined) return;
		this.#waiting.delete(request);
		const waited = t - begin - this.#onTheWay;
		if (waited < WORTH_TELLING) return;
		this.#requests += 1;
		this.#longest = Math.max(this.#longest, waited);
	}
}
