/** The axis that bars of one cost share, from nothing to the largest. */
import { scaleLinear } from 'd3-scale';

export interface CostScale {
	/** Per cent of the width, 0 to 100. */
	at(value: number): number;
	/** Round values, the first of them 0. */
	readonly ticks: readonly number[];
}

/** @param values of all bars that are to be compared; in any unit, none negative */
export function costScale(values: readonly number[], count = 4): CostScale {
	const most = Math.max(0, ...values);
	const scale = scaleLinear()
		.domain([0, most > 0 ? most : 1])
		.range([0, 100]);
	return {
		at: (value) => Math.min(100, Math.max(0, scale(value))),
		ticks: most > 0 ? scale.ticks(count) : [0]
	};
}
