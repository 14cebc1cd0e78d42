import { describe, expect, test } from 'vitest';
import { EMPTY_RUN, newFrame, type Run, type RunItem } from '#lib/runs/run.ts';
import { isCutAt, placeIn, shiftPlace } from './cut-place.ts';

const frame = (id: number, length: number, cuts: number[] = [], joinsNext = false): RunItem => ({
	...newFrame(new Uint8Array(length)),
	id,
	cuts,
	joinsNext
});
const pause = (id: number): RunItem => ({ id, kind: 'pause', ms: 10 });
const run = (...items: RunItem[]): Run => ({ ...EMPTY_RUN, items });

describe('a place between two bytes', () => {
	test('inside a frame is a cut where the frame has one', () => {
		const cut = run(frame(1, 6, [3]));
		expect([2, 3, 4].map((offset) => isCutAt(cut, { item: 1, offset }))).toEqual([
			false,
			true,
			false
		]);
	});

	test.each([
		[false, true],
		[true, false]
	])('behind a frame that joins the next (%s) is a cut: %s', (joinsNext, isCut) => {
		const two = run(frame(1, 6, [], joinsNext), frame(2, 6));
		expect(isCutAt(two, { item: 1, offset: 6 })).toBe(isCut);
	});

	test('at the first byte of a frame belongs to the frame before', () => {
		expect(placeIn(run(frame(1, 6), frame(2, 6)), 2, 0)).toEqual({ item: 1, offset: 6 });
	});

	test.each([
		['before the first byte', 1, 0],
		['behind the last byte', 2, 6],
		['before a pause', 3, 6],
		['behind a pause', 5, 0]
	])('%s is nothing to cut', (_, item, offset) => {
		const items = run(frame(1, 6), frame(2, 6));
		const paused = run(frame(3, 6), pause(4), frame(5, 6));
		expect(placeIn(item < 3 ? items : paused, item, offset)).toBeNull();
	});
});

describe('moving a cut', () => {
	test.each([
		['by a byte', 1, { item: 1, offset: 4 }],
		['back', -2, { item: 1, offset: 1 }],
		['over the border of the frame', 4, { item: 2, offset: 1 }],
		['no further than before the last byte', 99, { item: 2, offset: 5 }],
		['no further than behind the first', -99, { item: 1, offset: 1 }]
	])('%s', (_, by, target) => {
		const two = run(frame(1, 6, [3], true), frame(2, 6));
		expect(shiftPlace(two, { item: 1, offset: 3 }, by)).toEqual(target);
	});

	test('goes over another cut', () => {
		const two = run(frame(1, 6, [2, 3, 4]));
		expect(shiftPlace(two, { item: 1, offset: 2 }, 1)).toEqual({ item: 1, offset: 5 });
	});

	test('stays where there is no room', () => {
		expect(shiftPlace(run(frame(1, 2, [1])), { item: 1, offset: 1 }, 1)).toEqual({
			item: 1,
			offset: 1
		});
	});

	test('passes over a frame without bytes', () => {
		const three = run(frame(1, 3, [2], true), frame(2, 0, [], true), frame(3, 3));
		expect(shiftPlace(three, { item: 1, offset: 2 }, 2)).toEqual({ item: 3, offset: 1 });
	});
});
