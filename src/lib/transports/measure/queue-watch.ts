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
/** µs by which the page's clock may seem late when a request is matched. */
const SLACK = 50_000;
const MOST_KEPT = 64;

interface AskedRequest {
	readonly request: number;
	readonly begin: number;
	/** Its answer has begun, or it has ended: it waits no more. */
	isOver: boolean;
	end: number;
}

export class QueueWatch {
	/** µs that the lane's own delay takes at most. */
	readonly #onTheWay: number;
	/** Requests that the server has not been seen to get, oldest first. */
	#asked: AskedRequest[] = [];
	#requests = 0;
	#longest = 0;

	constructor({ delay, jitter }: Pick<LaneSettings, 'delay' | 'jitter'>) {
		this.#onTheWay = (delay + jitter) * 1000;
	}

	/** Requests that waited and left, and the longest wait in µs. */
	get result(): { readonly requests: number; readonly longest: number } {
		return { requests: this.#requests, longest: this.#longest };
	}

	/** What the page's client tells of a request; `t` in µs of the session. */
	tell(kind: 'begin' | 'first-byte' | 'end', request: number, t: number): void {
		if (kind === 'begin') {
			this.#asked.push({ request, begin: t, isOver: false, end: Infinity });
			if (this.#asked.length > MOST_KEPT) this.#asked.shift();
			return;
		}
		const asked = this.#asked.find((each) => each.request === request);
		if (!asked) return;
		asked.isOver = true;
		if (kind === 'end') asked.end = t;
	}

	/** The server has seen a request of this lane begin, at `t` µs of the session. */
	see(t: number): void {
		// One that ended before never came so far.
		this.#asked = this.#asked.filter(({ end }) => end >= t - SLACK);
		const at = this.#asked.findIndex(({ begin }) => begin <= t + SLACK);
		const [asked] = at < 0 ? [] : this.#asked.splice(at, 1);
		if (!asked) return;
		const waited = t - asked.begin - this.#onTheWay;
		if (waited < WORTH_TELLING) return;
		this.#requests += 1;
		this.#longest = Math.max(this.#longest, waited);
	}

	/** For how long the oldest request has been waiting at `t` µs of the session; 0: none is. */
	waiting(t: number): number {
		const oldest = this.#asked.find(({ isOver }) => !isOver);
		const waited = oldest ? t - oldest.begin - this.#onTheWay : 0;
		return waited > WORTH_TELLING ? waited : 0;
	}
}
