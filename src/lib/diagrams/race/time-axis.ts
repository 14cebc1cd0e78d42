/** Where the figures of the time axis stand. */
import { ticks } from 'd3-array';

export interface AxisTick {
	/** Share of the axis, 0 to 1. */
	readonly at: number;
	/** Whole or half seconds since the run began. */
	readonly seconds: number;
}

/**
 * @param from ms since the run began, as is `until`
 * @param count about how many figures have room
 */
export function timeTicks(from: number, until: number, count: number): readonly AxisTick[] {
	const span = until - from;
	if (!(span > 0)) throw new RangeError(`until: not after from: ${from} to ${until}`);
	return ticks(from / 1000, until / 1000, count).map((seconds) => ({
		at: (seconds * 1000 - from) / span,
		seconds
	}));
}
