/**
 * A distribution of delays on a logarithmic axis, as path data in pixels: dots where they can be
 * counted, steps where there are too many.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import { area, curveStepAfter } from 'd3-shape';
import { binEdge } from '#lib/transports/measure/log-histogram.ts';

/** Box of the chart in px; the line of the axis is its lower edge. */
export const DELAY_BOX = { width: 208, height: 40 } as const;
/** µs at the start of the axis. */
const LEAST = 100;
/** Up to so many in one bin there is a dot for each. */
const MOST_DOTS = 8;
const DOT = 4.5;

export interface DelayScale {
	/** px from the start of the axis, kept inside it; from µs. */
	x(delay: number): number;
	/** Decades, with their place in px. */
	readonly ticks: readonly { readonly x: number; readonly delay: number }[];
}

/** @param most the longest delay of all lanes, µs: the axis ends at 10 s, or at 100 s where it must */
export function delayScale(most: number, width: number = DELAY_BOX.width): DelayScale {
	const end = most > 10_000_000 ? 100_000_000 : 10_000_000;
	const scale = scaleLog([LEAST, end], [0, width]).clamp(true);
	const decades = Array.from({ length: Math.round(Math.log10(end / LEAST)) }, (_, decade) => {
		const delay = LEAST * 10 ** (decade + 1);
		return { x: scale(delay), delay };
	});
	return { x: (delay) => scale(Math.max(LEAST, delay)), ticks: decades };
}

export interface DelayShape {
	readonly kind: 'dots' | 'steps';
	readonly path: string;
}

/** @param counts of the bins of a log histogram; `most`: the highest of them */
export function delayShape(
	counts: ArrayLike<number>,
	most: number,
	scale: DelayScale,
	height: number = DELAY_BOX.height
): DelayShape {
	return most <= MOST_DOTS
		? { kind: 'dots', path: dots(counts, scale, height) }
		: { kind: 'steps', path: steps(counts, most, scale, height) };
}

function dots(counts: ArrayLike<number>, scale: DelayScale, height: number): string {
	let path = '';
	for (let bin = 0; bin < counts.length; bin++) {
		const x = rounded(middle(bin, scale));
		for (let dot = 0; dot < (counts[bin] ?? 0); dot++) {
			path += `M${x} ${rounded(height - DOT * (dot + 0.5) - 1)}h0`;
		}
	}
	return path;
}

function steps(counts: ArrayLike<number>, most: number, scale: DelayScale, height: number): string {
	const y = scaleLinear([0, most], [height, 1]);
	const shape = area<number>()
		.x((bin) => rounded(scale.x(binEdge(bin))))
		.y0(height)
		.y1((bin) => rounded(y(counts[bin] ?? 0)))
		.defined((bin) => isNear(counts, bin))
		.curve(curveStepAfter);
	return shape(Array.from({ length: counts.length + 1 }, (_, bin) => bin)) ?? '';
}

/** An area of height 0 is not drawn; its edges are, where a neighbour needs them. */
function isNear(counts: ArrayLike<number>, bin: number): boolean {
	return (counts[bin] ?? 0) > 0 || (counts[bin - 1] ?? 0) > 0;
}

function middle(bin: number, scale: DelayScale): number {
	return (scale.x(binEdge(bin)) + scale.x(binEdge(bin + 1))) / 2;
}

function rounded(px: number): number {
	return Math.round(px * 10) / 10;
}
