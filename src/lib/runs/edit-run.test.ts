import { describe, expect, it } from 'vitest';
import {
	appendItem,
	duplicateItem,
	moveCut,
	moveItem,
	removeItem,
	replaceFrame,
	setEnd,
	setPause,
	setRole,
	setTimes,
	toggleCut
} from './edit-run.ts';
import { EMPTY_RUN, newFrame, type Run } from './run.ts';

const THREE = [1, 2, 3].reduce(
	(run, first) => appendItem(run, newFrame(Uint8Array.of(first, 0, 0, 0))),
	EMPTY_RUN
);

const ids = ({ items }: Run) => items.map(({ id }) => id);
const cutsOf = (run: Run, id: number) => {
	const item = run.items.find((each) => each.id === id);
	return item?.kind === 'frame' ? item.cuts : null;
};

describe('editing a run', () => {
	it.each<[string, Run, number[]]>([
		['appends at the end', appendItem(THREE, { kind: 'pause', ms: 1 }), [1, 2, 3, 4]],
		['inserts', appendItem(THREE, { kind: 'pause', ms: 1 }, 1), [1, 4, 2, 3]],
		['removes', removeItem(THREE, 2), [1, 3]],
		['moves forwards', moveItem(THREE, 1, 1), [2, 1, 3]],
		['moves to the end, not beyond', moveItem(THREE, 1, 99), [2, 3, 1]],
		['moves nothing for an id that is not there', moveItem(THREE, 9, 0), [1, 2, 3]],
		['puts the copy behind', duplicateItem(THREE, 1), [1, 4, 2, 3]]
	])('%s', (_, run, expected) => {
		expect(ids(run)).toEqual(expected);
	});

	it('leaves the old run as it was', () => {
		const before = structuredClone(THREE);
		setRole(toggleCut(moveItem(removeItem(THREE, 1), 3, 0), 2, 1), 'server');
		expect(THREE).toEqual(before);
	});

	it.each<[string, Run, number[]]>([
		['set in order', toggleCut(toggleCut(THREE, 1, 3), 1, 1), [1, 3]],
		['taken away again', toggleCut(toggleCut(THREE, 1, 3), 1, 3), []],
		['not set at the ends', toggleCut(toggleCut(THREE, 1, 0), 1, 4), []],
		['moved', moveCut(toggleCut(THREE, 1, 3), 1, 3, 2), [2]],
		[
			'gone when moved onto another',
			moveCut(toggleCut(toggleCut(THREE, 1, 3), 1, 1), 1, 3, 1),
			[1]
		],
		['gone when moved out', moveCut(toggleCut(THREE, 1, 3), 1, 3, 4), []],
		[
			'gone when the frame is shorter',
			replaceFrame(toggleCut(toggleCut(THREE, 1, 3), 1, 1), 1, Uint8Array.of(1, 2)),
			[1]
		]
	])('cuts are %s', (_, run, expected) => {
		expect(cutsOf(run, 1)).toEqual(expected);
	});

	it.each([Number.NaN, 0, -3])('takes %d times as once', (times) => {
		expect(setTimes(THREE, 1, times)).toEqual(THREE);
	});

	it('changes a pause and an end, and nothing of another kind', () => {
		const run = appendItem(appendItem(EMPTY_RUN, { kind: 'pause', ms: 1 }), {
			kind: 'end',
			how: 'fin'
		});
		expect(setEnd(setPause(run, 1, 50), 2, 'rst').items).toMatchObject([
			{ ms: 50 },
			{ how: 'rst' }
		]);
		expect(setEnd(setPause(run, 2, 50), 1, 'rst')).toEqual(run);
	});
});
