import { describe, expect, it } from 'vitest';
import { GrowingFold, type FoldSource } from './growing-fold.ts';

const LENGTH = 5000;

/** Item n begins with event n and is settled by event n + lag. */
function sourceOf(cursor: number, lag: (index: number) => number): FoldSource<string> {
	return {
		cursor,
		length: Math.min(cursor, LENGTH),
		item: (index) => (index + lag(index) < cursor ? `${index}` : `${index}…`),
		settledAt: (index) => index + lag(index)
	};
}

/** How many items, and the last three of them. */
function tail() {
	let added = 0;
	const fold = new GrowingFold<string, { count: number; last: readonly string[] }>({
		begin: () => ({ count: 0, last: [] }),
		copy: (state) => ({ ...state }),
		add: (state, item) => {
			added += 1;
			state.count += 1;
			state.last = [...state.last.slice(-2), item];
		}
	});
	return { fold, added: () => added };
}

describe('a growing fold', () => {
	it.each([
		['each item settles at once', () => 0],
		['every seventh takes a while', (index: number) => (index % 7 === 0 ? 5 : 0)],
		['one never settles', (index: number) => (index === 1500 ? Infinity : 0)]
	])('is what a fold from the front is, at any cursor: %s', (_, lag) => {
		const { fold } = tail();
		for (const cursor of [0, 3, 1024, 1500, 1025, 4000, 1, 2048, 5000, 1600, 999, 6000]) {
			const source = sourceOf(cursor, lag);
			expect([cursor, fold.at(source)]).toEqual([cursor, tail().fold.at(source)]);
			const shown = Array.from({ length: source.length }, (__, index) => source.item(index));
			expect(fold.at(source)).toEqual({ count: source.length, last: shown.slice(-3) });
		}
	});

	it('reads what is new once, however often it is asked', () => {
		const { fold, added } = tail();
		for (let cursor = 0; cursor <= LENGTH; cursor++) fold.at(sourceOf(cursor, () => 0));
		expect(added()).toBe(LENGTH);
	});

	it('reads a bounded part where the cursor goes back', () => {
		const { fold, added } = tail();
		fold.at(sourceOf(LENGTH, () => 0));
		const before = added();
		fold.at(sourceOf(3000, () => 0));
		expect(added() - before).toBeLessThanOrEqual(1024);
	});

	it('gives a state that later ones do not change', () => {
		const { fold } = tail();
		const early = fold.at(sourceOf(10, () => 0));
		fold.at(sourceOf(LENGTH, () => 0));
		expect(early.count).toBe(10);
	});
});
