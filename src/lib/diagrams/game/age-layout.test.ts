import { expect, it } from 'vitest';
import { layoutAges, spanOf } from './age-layout.ts';

const MS = 1000;
const box = { width: 100, height: 50, now: 10_000 * MS, span: 10_000 * MS };

it('draws a tooth for each snapshot, and the age as it is now', () => {
	const changes = [
		{ t: 2000 * MS, before: 1000 * MS, after: 0 },
		{ t: 4000 * MS, before: 2000 * MS, after: 0 }
	];
	const { path, end, ages } = layoutAges(changes, 1000 * MS, box);
	expect(path).toBe('M20 25L20 50L40 0L40 50L100 25');
	expect(end).toEqual({ x: 100, y: 25 });
	expect(ages.map(({ ms }) => ms)).toEqual([0, 500, 1000, 1500, 2000]);
});

it('has a scale and no line where nothing is known', () => {
	const { path, end, ages } = layoutAges([], null, box);
	expect([path, end]).toEqual(['', null]);
	expect(ages.at(-1)?.ms).toBe(200);
});

it('shows less time where the picture changes often', () => {
	const every = (ms: number) =>
		Array.from({ length: 60 }, (_, at) => ({ t: at * ms * MS, before: 0, after: 0 }));
	expect(spanOf(every(50), 59 * 50 * MS)).toBe(3_000_000);
	expect(spanOf(every(500), 59 * 500 * MS)).toBe(10_000_000);
});
