import { describe, expect, it } from 'vitest';
import { EditHistory, type HistoryLimits } from './edit-history.ts';

interface Draft {
	readonly size: number;
}

const newHistory = (limits?: HistoryLimits) => new EditHistory<Draft>(({ size }) => size, limits);

/** Drafts, each replacing the one before. */
function push(
	history: EditHistory<Draft>,
	drafts: readonly Draft[],
	mergeKey: string | null = null
) {
	return drafts
		.slice(1)
		.reduce((made, after, index) => made.push(drafts[index] ?? after, after, mergeKey), history);
}

/** How many steps lead back from the last draft. */
function countUndos(history: EditHistory<Draft>, current: Draft): number {
	let count = 0;
	for (let step = history.undo(current); step; step = step.history.undo(step.draft)) count += 1;
	return count;
}

const a = { size: 2 };
const b = { size: 3 };
const c = { size: 4 };

describe('undo', () => {
	it('gives the draft before', () => {
		expect(push(newHistory(), [a, b, c]).undo(c)?.draft).toBe(b);
	});

	it('is taken back by redo', () => {
		const undone = push(newHistory(), [a, b]).undo(b);
		expect(undone?.history.redo(a)?.draft).toBe(b);
	});

	it('cannot be taken back after another change', () => {
		const undone = push(newHistory(), [a, b]).undo(b);
		expect(undone?.history.push(a, c, null).canRedo).toBe(false);
	});

	it.each(['undo', 'redo'] as const)('%s has nothing to do at first', (step) => {
		expect(newHistory()[step](a)).toBeNull();
	});
});

describe('changes with one merge key', () => {
	it('are one step', () => {
		expect(push(newHistory(), [a, b, c], 'payload').undo(c)?.draft).toBe(a);
	});

	it.each([
		['another key', (history: EditHistory<Draft>) => history.push(b, c, 'opcode')],
		['no key', (history: EditHistory<Draft>) => history.push(b, c, null)],
		[
			'a pause of the editing',
			(history: EditHistory<Draft>) => history.seal().push(b, c, 'payload')
		]
	])('end with %s', (_name, change) => {
		const history = change(push(newHistory(), [a, b], 'payload'));
		expect(history.undo(c)?.draft).toBe(b);
	});

	it('begin anew after an undo', () => {
		const undone = push(newHistory(), [a, b], 'payload').undo(b);
		expect(undone?.history.push(a, c, 'payload').undo(c)?.draft).toBe(a);
	});
});

describe('a history', () => {
	it('is bounded in steps, the oldest go first', () => {
		const drafts = Array.from({ length: 8 }, (_, index) => ({ size: index }));
		const history = push(newHistory({ steps: 5, bytes: 1000 }), drafts);
		expect(countUndos(history, drafts.at(-1) ?? a)).toBe(5);
	});

	it('is bounded in the bytes that only it keeps', () => {
		const drafts = Array.from({ length: 8 }, () => ({ size: 300 }));
		const history = push(newHistory({ steps: 200, bytes: 1000 }), drafts);
		expect(countUndos(history, drafts.at(-1) ?? a)).toBe(3);
	});
});
