import { expect, test } from 'vitest';
import { timeTicks } from './time-axis.ts';

test('a run of thirty seconds has a figure every five', () => {
	expect(timeTicks(0, 30_000, 6).map(({ seconds }) => seconds)).toEqual([0, 5, 10, 15, 20, 25, 30]);
});

test('a figure stands at its share of the axis', () => {
	expect(timeTicks(10_000, 20_000, 2)).toEqual([
		{ at: 0, seconds: 10 },
		{ at: 0.5, seconds: 15 },
		{ at: 1, seconds: 20 }
	]);
});

test('an axis without length is the mistake of its caller', () => {
	expect(() => timeTicks(5, 5, 4)).toThrow(RangeError);
});
