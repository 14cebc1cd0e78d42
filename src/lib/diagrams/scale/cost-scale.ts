/** The axis that bars of one cost share, from nothing to the largest. */
import { ticks } from 'd3-array';

export interface CostScale {
	/** Per cent of the width, 0 to 100. */
	at(value: number): number;
	/** Round values, the first of them 0. */
	readonly ticks: readonly number[];
}

/** @param values of all bars that are to be compared; in any unit, none negative */
export function costScale(values: readonly number[], count = 4): CostScale {
	const most = Math.max(0, ...values);
	return {
		at: (value) => (most > 0 ? Math.min(100, Math.max(0, (100 * value) / most)) : 0),
		ticks: most > 0 ? ticks(0, most, count) : [0]
	};
}
