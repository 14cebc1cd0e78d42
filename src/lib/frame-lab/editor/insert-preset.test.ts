import { appendItem } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, newFrame, type NewItem, type Run } from '#lib/runs/run.ts';
import { describe, expect, it } from 'vitest';
import { insertPreset } from './insert-preset.ts';

const frame = (byte: number) => newFrame(Uint8Array.of(byte));
const runOf = (...items: readonly NewItem[]) =>
	items.reduce<Run>((run, item) => appendItem(run, item), EMPTY_RUN);
const order = (run: Run) =>
	run.items.map((item) => (item.kind === 'frame' ? item.bytes[0] : item.kind));

describe('insertPreset', () => {
	it('puts its frames in place of the selected one', () => {
		const run = runOf(frame(1), frame(2), frame(3));
		expect(order(insertPreset(run, 2, [frame(8), frame(9)]))).toEqual([1, 8, 9, 3]);
	});

	it('begins a run that is empty', () => {
		expect(order(insertPreset(EMPTY_RUN, null, [frame(8)]))).toEqual([8]);
	});

	it('stands behind a pause that is selected', () => {
		const run = runOf({ kind: 'pause', ms: 5 }, frame(2));
		expect(order(insertPreset(run, 1, [frame(8)]))).toEqual(['pause', 8, 2]);
	});

	it('gives its frames identities of their own', () => {
		const run = insertPreset(runOf(frame(1)), 1, [frame(8), frame(9)]);
		expect(run.items.map(({ id }) => id)).toEqual([2, 3]);
	});
});
