import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { appendItem, removeItem, setRole } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, type Run } from '#lib/runs/run.ts';
import { RunDraft } from './run-draft.svelte.ts';

const hex = (text: string) => Uint8Array.from(text.split(' '), (byte) => parseInt(byte, 16));
const PING = hex('89 80 00 00 00 00');
const UNMASKED = hex('81 02 48 69');
const pause = { kind: 'pause', ms: 5 } as const;

function frame(bytes: Uint8Array<ArrayBuffer>) {
	return { kind: 'frame', bytes, cuts: [], joinsNext: false, times: 1 } as const;
}

/** A ping, a pause, an unmasked text: ids 1 to 3. */
const THREE: Run = [frame(PING), pause, frame(UNMASKED)].reduce(
	(run, item) => appendItem(run, item),
	EMPTY_RUN
);

function draftOf(run: Run): RunDraft {
	const draft = new RunDraft();
	draft.load(run);
	return draft;
}

describe('a new draft', () => {
	it('is an empty run of the client, with nothing to undo', () => {
		const { run, selected, canUndo, canRedo } = new RunDraft();
		expect([run, selected, canUndo, canRedo]).toEqual([EMPTY_RUN, null, false, false]);
	});

	it('becomes a frame with the first bytes, and that frame is selected', () => {
		const draft = new RunDraft();
		draft.setBytes(PING);
		expect(draft.run.items).toHaveLength(1);
		expect(draft.selected?.bytes).toEqual(PING);
	});
});

describe('the selection', () => {
	it('is the first frame of a run that is loaded', () => {
		expect(draftOf(THREE).selectedId).toBe(1);
	});

	it('may be a pause, which is no frame to be edited', () => {
		const draft = draftOf(THREE);
		draft.select(2);
		expect([draft.selectedId, draft.selected]).toEqual([2, null]);
	});

	it('is nothing where the run has no such item', () => {
		const draft = draftOf(THREE);
		draft.select(99);
		expect(draft.selectedId).toBeNull();
	});

	it('goes to an item that is added', () => {
		const draft = draftOf(THREE);
		draft.change(appendItem(THREE, frame(PING), 1));
		expect([draft.run.items[1]?.id, draft.selectedId]).toEqual([4, 4]);
	});

	it.each([
		['the next one', 1, 2],
		['the last one', 3, 2]
	])('goes to %s when its own item is removed', (_name, removed, next) => {
		const draft = draftOf(THREE);
		draft.select(removed);
		draft.change(removeItem(THREE, removed));
		expect(draft.selectedId).toBe(next);
	});

	it('stays through a change of the run', () => {
		const draft = draftOf(THREE);
		draft.select(3);
		draft.change(setRole(THREE, 'server'));
		expect(draft.selectedId).toBe(3);
	});
});

describe('undo', () => {
	it('brings back bytes and selection, redo the change', () => {
		const draft = draftOf(THREE);
		draft.select(3);
		draft.setBytes(PING);
		draft.select(1);
		draft.undo();
		expect([draft.selectedId, draft.selected?.bytes]).toEqual([3, UNMASKED]);
		draft.redo();
		expect(draft.run.items[2]).toMatchObject({ bytes: PING });
	});

	it('brings back the run that another one replaced', () => {
		const draft = draftOf(THREE);
		draft.load(EMPTY_RUN);
		draft.undo();
		expect(draft.run).toBe(THREE);
	});

	it('takes edits with one merge key as one', () => {
		const draft = draftOf(THREE);
		draft.setBytes(hex('89'), 'hex');
		draft.setBytes(hex('89 80'), 'hex');
		draft.undo();
		expect(draft.selected?.bytes).toEqual(PING);
	});

	it('takes edits of two frames as two, whatever their merge key', () => {
		const draft = draftOf(THREE);
		draft.setBytes(hex('89'), 'hex');
		draft.select(3);
		draft.setBytes(hex('81'), 'hex');
		draft.undo();
		expect(draft.run.items[0]).toMatchObject({ bytes: hex('89') });
	});

	it('does nothing where there is nothing to undo', () => {
		const draft = new RunDraft();
		draft.undo();
		draft.redo();
		expect(draft.run).toBe(EMPTY_RUN);
	});
});

describe('a change to the same run', () => {
	it('is none', () => {
		const draft = draftOf(THREE);
		draft.undo();
		draft.change(draft.run);
		expect([draft.canUndo, draft.canRedo]).toEqual([false, true]);
	});
});

describe('the reading', () => {
	it('follows the bytes', () => {
		const draft = new RunDraft();
		const seen: string[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(draft.reading.verdict.kind));
		});
		flushSync();
		draft.setBytes(PING);
		flushSync();
		draft.setBytes(UNMASKED);
		flushSync();
		draft.undo();
		flushSync();
		stop();
		expect(seen).toEqual(['nothing', 'legal', 'fail', 'legal']);
	});
});
