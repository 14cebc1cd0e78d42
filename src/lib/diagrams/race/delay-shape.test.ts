import { expect, test } from 'vitest';
import { binOf, HISTOGRAM } from '#lib/transports/measure/log-histogram.ts';
import { delayScale, delayShape } from './delay-shape.ts';

function countsOf(...delays: number[]): Uint32Array {
	const counts = new Uint32Array(HISTOGRAM.bins);
	for (const delay of delays) counts[binOf(delay)] = (counts[binOf(delay)] ?? 0) + 1;
	return counts;
}

test('a decade is as wide as any other', () => {
	const { ticks } = delayScale(5_000, 500);
	expect(ticks.map(({ delay, x }) => [delay, Math.round(x)])).toEqual([
		[1_000, 100],
		[10_000, 200],
		[100_000, 300],
		[1_000_000, 400],
		[10_000_000, 500]
	]);
});

test('the axis grows by a decade where a delay is over 10 s', () => {
	expect(delayScale(10_000_001).ticks.at(-1)?.delay).toBe(100_000_000);
});

test('what is shorter than the axis stands at its start', () => {
	expect(delayScale(1_000).x(0)).toBe(0);
});

test('a few delays are a dot each, one above the other', () => {
	const counts = countsOf(1_000, 1_000, 50_000);
	const { kind, path } = delayShape(counts, 2, delayScale(50_000));
	expect(kind).toBe('dots');
	expect(path.match(/h0/g)).toHaveLength(3);
});

test('many delays are steps that end at the axis', () => {
	const counts = countsOf(...Array.from({ length: 40 }, () => 1_500));
	const { kind, path } = delayShape(counts, 40, delayScale(1_500), 40);
	expect(kind).toBe('steps');
	expect(path).toMatch(/^M.*,1.*,40.*Z$/);
});

test('no delay is no path', () => {
	expect(delayShape(countsOf(), 0, delayScale(0))).toEqual({ kind: 'dots', path: '' });
});
