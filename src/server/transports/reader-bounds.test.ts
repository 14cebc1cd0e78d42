import { expect, it } from 'vitest';
import { sharedBounds } from './reader-bounds.ts';

const BOUNDS = { buffered: 1000, bufferedInAll: 4000, leastBuffered: 100, patience: 7 };

it.each([
	['all of it while few wait', 0, 1000],
	['all of it up to the bound of all', 4, 1000],
	['a share of the bound of all', 8, 500],
	['never less than the least', 400, 100]
])('a reader gets %s', (_title, taken, buffered) => {
	const bounds = sharedBounds(BOUNDS, { taken });
	expect([bounds.buffered, bounds.patience]).toEqual([buffered, 7]);
});

it('gets less as more come to wait', () => {
	const places = { taken: 1 };
	const bounds = sharedBounds(BOUNDS, places);
	places.taken = 10;
	expect(bounds.buffered).toBe(400);
});
