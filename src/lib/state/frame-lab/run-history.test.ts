import { describe, expect, it } from 'vitest';
import { EMPTY_RUN, type FrameItem, type Run } from '#lib/runs/run.ts';
import { RunHistory, type Draft } from './run-history.ts';

function item(id: number, bytes: number): FrameItem {
	const frame = new Uint8Array(bytes);
	return { kind: 'frame', id, bytes: frame, cuts: [], joinsNext: false, times: 1 };
}

function draft(...items: readonly FrameItem[]): Draft {
	const run: Run = { ...EMPTY_RUN, items };
	return { run, selectedId: items[0]?.id ?? null };
}

/** Drafts of one frame each, as many bytes as said, each replacing the one before. */
function push(history: RunHistory, drafts: readonly Draft[], mergeKey: string | null = null) {
	return drafts
		.slice(1)
		.reduce((made, after, index) => made.push(drafts[index] ?? after, after, mergeKey), history);
}

/** How many steps lead back from the last draft. */
function countUndos(history: RunHistory, current: Draft): number {
	let count = 0;
	for (let step = history.undo(current); step; step = step.history.undo(step.draft)) count += 1;
	return count;
}

const a = draft(item(1, 2));
const b = draft(item(1, 3));
const c = draft(item(1, 4));

describe('undo', () => {
	it('gives the draft before, with what was selected in it', () => {
		expect(push(new RunHistory(), [a, b, c]).undo(c)?.draft).toBe(b);
	});

	it('is taken back by redo', () => {
		const undone = push(new RunHistory(), [a, b]).undo(b);
		expect(undone?.history.redo(a)?.draft).toBe(b);
	});

	it('cannot be taken back after another change', () => {
		const undone = push(new RunHistory(), [a, b]).undo(b);
		expect(undone?.history.push(a, c, null).canRedo).toBe(false);
	});

	it.each(['undo', 'redo'] as const)('%s has nothing to do at first', (step) => {
		expect(new RunHistory()[step](a)).toBeNull();
	});
});

describe('changes with one merge key', () => {
	it('are one step', () => {
		expect(push(new RunHistory(), [a, b, c], 'payload').undo(c)?.draft).toBe(a);
	});

	it.each([
		['another key', (history: RunHistory) => history.push(b, c, 'opcode')],
		['no key', (history: RunHistory) => history.push(b, c, null)],
		['a pause of the editing', (history: RunHistory) => history.seal().push(b, c, 'payload')]
	])('end with %s', (_name, change) => {
		const history = change(push(new RunHistory(), [a, b], 'payload'));
		expect(history.undo(c)?.draft).toBe(b);
	});

	it('begin anew after an undo', () => {
		const undone = push(new RunHistory(), [a, b], 'payload').undo(b);
		expect(undone?.history.push(a, c, 'payload').undo(c)?.draft).toBe(a);
	});
});

describe('a history', () => {
	it('is bounded in steps, the oldest go first', () => {
		const drafts = Array.from({ length: 8 }, (_, index) => draft(item(1, index)));
		const history = push(new RunHistory({ steps: 5, bytes: 1000 }), drafts);
		expect(countUndos(history, drafts.at(-1) ?? a)).toBe(5);
	});

	it('is bounded in the bytes that only it keeps', () => {
		const drafts = Array.from({ length: 8 }, () => draft(item(1, 300)));
		const history = push(new RunHistory({ steps: 200, bytes: 1000 }), drafts);
		expect(countUndos(history, drafts.at(-1) ?? a)).toBe(3);
	});

	it('counts no frame that the next draft shares', () => {
		const large = item(1, 900);
		const drafts = Array.from({ length: 8 }, (_, index) => draft(large, item(2, index)));
		const history = push(new RunHistory({ steps: 200, bytes: 1000 }), drafts);
		expect(countUndos(history, drafts.at(-1) ?? a)).toBe(7);
	});
});
