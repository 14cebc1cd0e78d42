/**
 * The page's clock against the session's, estimated from exchanges over the channel.
 *
 * The server read its clock somewhere between the moments at which the page sent and received, so
 * the exchange with the shortest round trip bounds the offset best (Cristian's algorithm). Two
 * clocks may drift apart while an exchange ages; the error says so.
 */

/** One question and answer about the time; all in microseconds. */
export interface ClockExchange {
	/** Page clock when the question left. */
	readonly sent: number;
	/** Page clock when the answer arrived. */
	readonly received: number;
	/** Session clock in between. */
	readonly server: number;
}

export interface ClockEstimate {
	/** µs to add to the page's clock (in µs) to get session time. */
	readonly offset: number;
	/** Half width of the interval that holds the true offset, in µs. */
	readonly error: number;
}

/** How far two quartz clocks drift apart at worst, as a fraction of the time that passes. */
const DRIFT = 1e-4;
const KEPT_EXCHANGES = 8;

/** The best estimate that the exchanges allow; null without any. Coarseness of the page clock in µs. */
export function estimateClock(
	exchanges: readonly ClockExchange[],
	coarseness: number
): ClockEstimate | null {
	const newest = Math.max(...exchanges.map((exchange) => exchange.received));
	let best: ClockEstimate | null = null;
	for (const { sent, received, server } of exchanges) {
		const error = (received - sent) / 2 + coarseness + (newest - received) * DRIFT;
		if (best === null || error < best.error)
			best = { offset: server - (sent + received) / 2, error };
	}
	return best;
}

/**
 * The smallest step that a clock takes, in its own unit: browsers round theirs to 5 µs to 1 ms or
 * more. Reads it until it has moved three times, or 20,000 times.
 */
export function measureCoarseness(now: () => number): number {
	let smallest = Infinity;
	let last = now();
	for (let reads = 0, steps = 0; reads < 20_000 && steps < 3; reads++) {
		const next = now();
		if (next === last) continue;
		smallest = Math.min(smallest, next - last);
		last = next;
		steps++;
	}
	return Number.isFinite(smallest) ? smallest : 0;
}

/** Keeps the newest exchanges of one session and what follows from them. */
export class SessionClock {
	readonly #now: () => number;
	#coarseness: number | null = null;
	#exchanges: ClockExchange[] = [];
	#estimate: ClockEstimate | null = null;

	/** The page's clock in milliseconds. */
	constructor(now: () => number) {
		this.#now = now;
	}

	get estimate(): ClockEstimate | null {
		return this.#estimate;
	}

	/** Another few exchanges would make the estimate better. */
	get isLearning(): boolean {
		return this.#exchanges.length < KEPT_EXCHANGES;
	}

	/** The page's clock in microseconds. */
	read(): number {
		return this.#now() * 1000;
	}

	/** An answer has just arrived; both times in µs. */
	learn(sent: number, server: number): ClockEstimate | null {
		const received = this.read();
		this.#coarseness ??= measureCoarseness(this.#now) * 1000;
		this.#exchanges = [...this.#exchanges.slice(1 - KEPT_EXCHANGES), { sent, received, server }];
		this.#estimate = estimateClock(this.#exchanges, this.#coarseness);
		return this.#estimate;
	}

	/** Another session has another clock. */
	reset(): void {
		this.#exchanges = [];
		this.#estimate = null;
	}
}
