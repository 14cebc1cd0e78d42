import { describe, expect, it } from 'vitest';
import { isShown, openFold, reveal, shownRows, showNext, showPrevious } from './fold.ts';

const SIZES = { first: 8, step: 16, largest: 48 };
const HUGE = 262_148;

describe('a fold at rest', () => {
	it('shows everything where little more than the first rows is there', () => {
		expect(shownRows(openFold(10, 2, SIZES))).toHaveLength(10);
	});

	it('shows the first rows of something long', () => {
		expect(shownRows(openFold(HUGE, 4, SIZES))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	});
});

describe('moving along', () => {
	it('adds a step of rows', () => {
		expect(showNext(openFold(HUGE, 4, SIZES), SIZES)).toMatchObject({ start: 4, end: 24 });
	});

	it('never draws more rows than the largest window and the head', () => {
		let fold = openFold(HUGE, 4, SIZES);
		for (let press = 0; press < 100; press++) fold = showNext(fold, SIZES);
		expect(shownRows(fold)).toHaveLength(4 + 48);
	});

	it('comes back to the head', () => {
		let fold = openFold(HUGE, 4, SIZES);
		for (let press = 0; press < 10; press++) fold = showNext(fold, SIZES);
		for (let press = 0; press < 20; press++) fold = showPrevious(fold, SIZES);
		expect(fold).toMatchObject({ start: 4, end: 52 });
	});

	it('stops at the last row', () => {
		expect(showNext(openFold(20, 2, SIZES), SIZES).end).toBe(20);
	});
});

describe('reveal', () => {
	it.each([0, 3, 100, 131_072, HUGE - 1])('shows row %i of a frame of 1 MiB', (row) => {
		const fold = reveal(openFold(HUGE, 4, SIZES), row, SIZES);
		expect(isShown(fold, row)).toBe(true);
		expect(shownRows(fold).length).toBeLessThanOrEqual(52);
	});

	it('leaves a fold alone that shows the row already', () => {
		const fold = openFold(HUGE, 4, SIZES);
		expect(reveal(fold, 5, SIZES)).toBe(fold);
	});

	it('gives the same window for all rows of it, so that a choice inside moves nothing', () => {
		const fold = openFold(HUGE, 4, SIZES);
		const { start, end } = reveal(fold, 5_000, SIZES);
		for (let row = start; row < end; row++) {
			expect(reveal(fold, row, SIZES)).toMatchObject({ start, end });
		}
	});
});
