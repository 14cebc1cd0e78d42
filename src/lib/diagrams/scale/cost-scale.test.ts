import { expect, test } from 'vitest';
import { costScale } from './cost-scale.ts';

test('bars begin at nothing, and the largest fits', () => {
	const scale = costScale([3.2, 12.9, 7]);
	expect(scale.at(0)).toBe(0);
	expect(scale.at(12.9)).toBeLessThanOrEqual(100);
	expect(scale.at(6.45) * 2).toBeCloseTo(scale.at(12.9));
});

test('figures are round, from nothing on', () => {
	expect(costScale([12.9]).ticks).toEqual([0, 5, 10]);
});

test.each([[[]], [[0, 0]]])('of %j there is only nothing', (values) => {
	const scale = costScale(values);
	expect([scale.at(0), scale.ticks]).toEqual([0, [0]]);
});
