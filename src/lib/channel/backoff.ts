/**
 * How long to wait before the n-th attempt to open the channel again: doubling up to a most, each
 * shortened by chance to no less than half, so that a classroom does not return in one moment
 * (RFC 6455 §7.2.3).
 */
export interface BackoffPace {
	/** ms before the first attempt. */
	readonly first: number;
	/** ms at most. */
	readonly most: number;
}

/** Milliseconds before attempt number `attempt` (from 0); `chance` is in [0, 1). */
export function backoffDelay(attempt: number, chance: number, pace: BackoffPace): number {
	const full = Math.min(pace.most, pace.first * 2 ** attempt);
	return full * (0.5 + chance / 2);
}
