import { describe, expect, test } from 'vitest';
import { EMPTY_RUN, newFrame, type FrameItem, type Run } from '#lib/runs/run.ts';
import { addCut, moveCutTo, placeForCut, removeCut } from './edit-cuts.ts';

const frame = (id: number, cuts: number[] = [], joinsNext = false): FrameItem => {
	return { ...newFrame(new Uint8Array(8)), id, cuts, joinsNext };
};
const run = (...items: FrameItem[]): Run => ({ ...EMPTY_RUN, items });
const cuts = ({ items }: Run) =>
	items.flatMap((item) => (item.kind === 'frame' ? [[item.cuts, item.joinsNext]] : []));

describe('a cut', () => {
	test('is made inside a frame', () => {
		expect(cuts(addCut(run(frame(1)), { item: 1, offset: 3 }))).toEqual([[[3], false]]);
	});

	test('that is there already is not made again', () => {
		const before = run(frame(1, [3]));
		expect(addCut(before, { item: 1, offset: 3 })).toBe(before);
	});

	test('behind a frame parts it from the next', () => {
		const joined = run(frame(1, [], true), frame(2));
		expect(cuts(addCut(joined, { item: 1, offset: 8 }))[0]).toEqual([[], false]);
	});

	test('is removed', () => {
		expect(cuts(removeCut(run(frame(1, [3, 5])), { item: 1, offset: 3 }))).toEqual([[[5], false]]);
	});

	test('dragged from behind a frame into the next one joins the two', () => {
		const two = run(frame(1), frame(2));
		expect(cuts(moveCutTo(two, { item: 1, offset: 8 }, { item: 2, offset: 2 }))).toEqual([
			[[], true],
			[[2], false]
		]);
	});

	test('dragged onto another one is gone', () => {
		const both = run(frame(1, [3, 5]));
		const moved = moveCutTo(both, { item: 1, offset: 3 }, { item: 1, offset: 5 });
		expect(cuts(moved)).toEqual([[[5], false]]);
	});

	test('ends the writing byte by byte', () => {
		const bytewise = { ...run(frame(1)), unit: 'byte' as const };
		expect(addCut(bytewise, { item: 1, offset: 3 }).unit).toBe('as-cut');
	});
});

describe('where a new cut goes', () => {
	test.each([
		[[], 4],
		[[6], 3],
		[[1, 2], 5]
	])('with cuts at %j: to byte %s', (has, offset) => {
		expect(placeForCut(run(frame(1, has)), 1)).toEqual({ item: 1, offset });
	});

	test('is nowhere in a run without bytes', () => {
		expect(placeForCut(EMPTY_RUN, null)).toBeNull();
	});
});
