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
/** µs: a wait this long shows the limit also where this page alone does not hold all connections. */
export const LONG_WAIT = 1_000_000;
/** µs: below this a wait may be the work of the page and of the machine. */
const WORTH_TELLING = 250_000;
/** µs by which the page's clock may seem late when a request is matched. */
const SLACK = 50_000;
const MOST_KEPT = 64;

export interface QueuedRequests {
	/** Requests that waited and left. */
	readonly requests: number;
	/** Requests that waited and ended, or were still there at the end, without having left. */
	readonly unsent: number;
	/** µs: the longest wait of all. */
	readonly longest: number;
}

interface AskedRequest {
	readonly request: number;
	readonly begin: number;
	/** From here on its time counts as a wait. */
	since: number;
	/** Its answer has begun: the server has it, whatever was told of that. */
	isAnswered: boolean;
	end: number;
}

export class QueueWatch {
	/** µs that the lane's own delay takes at most. */
	readonly #onTheWay: number;
	/** Requests that the server has not been seen to get, oldest first. */
	#asked: AskedRequest[] = [];
	#requests = 0;
	#unsent = 0;
	#longest = 0;

	constructor({ delay, jitter }: Pick<LaneSettings, 'delay' | 'jitter'>) {
		this.#onTheWay = (delay + jitter) * 1000;
	}

	get result(): QueuedRequests {
		return { requests: this.#requests, unsent: this.#unsent, longest: this.#longest };
	}

	/** What the page's client tells of a request; `t` in µs of the session. */
	tell(kind: 'begin' | 'first-byte' | 'end', request: number, t: number): void {
		if (kind === 'begin') {
			this.#asked.push({ request, begin: t, since: t, isAnswered: false, end: Infinity });
			if (this.#asked.length > MOST_KEPT) this.#asked.shift();
			return;
		}
		const asked = this.#asked.find((each) => each.request === request);
		if (!asked) return;
		if (kind === 'end') asked.end = t;
		else asked.isAnswered = true;
	}

	/** The server has seen a request of this lane begin, at `t` µs of the session. */
	see(t: number): void {
		// One that ended before never came so far.
		this.#giveUp(({ end }) => end < t - SLACK);
		const at = this.#asked.findIndex(({ begin }) => begin <= t + SLACK);
		const [asked] = at < 0 ? [] : this.#asked.splice(at, 1);
		if (!asked) return;
		const waited = this.#waitOf(asked, t);
		if (waited < WORTH_TELLING) return;
		this.#requests += 1;
		this.#longest = Math.max(this.#longest, waited);
	}

	/** What the server sees may not be told at `t`: nothing before it counts as a wait. */
	doubt(t: number): void {
		for (const asked of this.#asked) asked.since = t;
	}

	/** The lane has ended at `t`, and all that the server saw of it has been told. */
	close(t: number): void {
		for (const asked of this.#asked) asked.end = Math.min(asked.end, t);
		this.#giveUp(() => true);
	}

	/** For how long the oldest request has been waiting at `t` µs of the session; 0: none is. */
	waiting(t: number): number {
		return Math.max(0, ...this.#waits(t));
	}

	/** Requests that are waiting at `t` µs of the session. */
	waitingRequests(t: number): number {
		return this.#waits(t).length;
	}

	#waits(t: number): readonly number[] {
		return this.#asked
			.filter(({ isAnswered, end }) => !isAnswered && end === Infinity)
			.map((asked) => this.#waitOf(asked, t))
			.filter((waited) => waited > WORTH_TELLING);
	}

	/** Those that the server has not got, and no longer can. */
	#giveUp(isOver: (asked: AskedRequest) => boolean): void {
		const over = this.#asked.filter(isOver);
		this.#asked = this.#asked.filter((asked) => !over.includes(asked));
		for (const asked of over) {
			const waited = this.#waitOf(asked, asked.end);
			if (asked.isAnswered || waited < LONG_WAIT) continue;
			this.#unsent += 1;
			this.#longest = Math.max(this.#longest, waited);
		}
	}

	#waitOf({ since }: AskedRequest, t: number): number {
		return t - since - this.#onTheWay;
	}
}

/**
 * Whether the longest wait (µs) shows the limit of six. Where this page held all six at once, every
 * wait does; where it held fewer, other tabs may hold the rest, and only a long wait tells.
 */
export function showsLimit(longest: number, held: number, clockError: number): boolean {
	return longest > 0 && (held >= BROWSER_CONNECTIONS || longest >= LONG_WAIT + clockError);
}
