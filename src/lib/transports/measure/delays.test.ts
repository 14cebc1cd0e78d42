import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Delays } from './delays.ts';
import { binEdge, binOf, HISTOGRAM } from './log-histogram.ts';

const amounts = fc.array(fc.double({ min: 0, max: 2e8, noNaN: true }), { minLength: 1 });

function measured(values: readonly number[]): Delays {
	const delays = new Delays();
	values.forEach((value, t) => delays.add(value, t));
	return delays;
}

describe('delays', () => {
	it('have the quantiles of their sorted list, at any moment', () => {
		fc.assert(
			fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
				const sorted = [...values].sort((one, two) => one - two);
				const rank = Math.max(0, Math.ceil(share * values.length) - 1);
				expect(measured(values).quantile(share)).toBe(sorted[rank]);
			})
		);
	});

	it('are all in the histogram', () => {
		fc.assert(
			fc.property(amounts, (values) => {
				const { counts, most } = measured(values).histogram;
				expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
				expect(most).toBe(Math.max(...counts));
			})
		);
	});

	it('fall between the edges of their bins', () => {
		const inside = fc.double({ min: 11, max: 9e7, noNaN: true });
		fc.assert(
			fc.property(inside, (value) => {
				const bin = binOf(value);
				expect(value).toBeGreaterThanOrEqual(binEdge(bin) * (1 - 1e-9));
				expect(value).toBeLessThanOrEqual(binEdge(bin + 1) * (1 + 1e-9));
			})
		);
	});

	it.each([
		[0, 0],
		[10, 0],
		[100, 10],
		[1e12, HISTOGRAM.bins - 1]
	])('put %d µs into bin %d', (value, bin) => {
		expect(binOf(value)).toBe(bin);
	});

	it('have no summary where there are none', () => {
		expect(new Delays().summary).toBeNull();
	});

	it('have a mean', () => {
		expect(measured([1, 2, 6]).summary).toMatchObject({ least: 1, mean: 3, most: 6, p50: 2 });
	});
});
