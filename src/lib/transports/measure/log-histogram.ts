/** Counts by size on a logarithmic axis: delays lie between microseconds and a minute. */

/** Lowest edge in µs, bins in each decade, and how many bins: up to 100 s. */
export const HISTOGRAM = { least: 10, perDecade: 10, bins: 70 } as const;

export class LogHistogram {
	/** Count of each bin; the first and the last also hold what lies outside. */
	readonly counts = new Uint32Array(HISTOGRAM.bins);
	/** The highest count. */
	most = 0;

	/** @param value in µs */
	add(value: number): void {
		const bin = binOf(value);
		const count = (this.counts[bin] ?? 0) + 1;
		this.counts[bin] = count;
		if (count > this.most) this.most = count;
	}
}

/** Lower edge of a bin, in µs; of the one past the last: its upper edge. */
export function binEdge(bin: number): number {
	return HISTOGRAM.least * 10 ** (bin / HISTOGRAM.perDecade);
}

export function binOf(value: number): number {
	if (!(value > HISTOGRAM.least)) return 0;
	const bin = Math.floor(Math.log10(value / HISTOGRAM.least) * HISTOGRAM.perDecade);
	return Math.min(HISTOGRAM.bins - 1, bin);
}
