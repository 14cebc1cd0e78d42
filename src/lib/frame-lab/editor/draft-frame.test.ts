import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { appendItem, setExtensions } from '#lib/runs/edit-run.ts';
import { readRun } from '#lib/runs/read-run.ts';
import { EMPTY_RUN, newFrame, type NewItem, type Run } from '#lib/runs/run.ts';
import { describe, expect, it } from 'vitest';
import { readDraftFrame } from './draft-frame.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const utf8 = (text: string) => new TextEncoder().encode(text);

function frame(description: Partial<FrameDescription>): NewItem {
	return newFrame(
		encodeFrame({ opcode: 1, maskingKey: KEY, payload: utf8('Hello'), ...description })
	);
}

function runOf(...items: readonly NewItem[]): Run {
	return items.reduce<Run>((run, item) => appendItem(run, item), EMPTY_RUN);
}

/** What the editor shows of one item. */
function show(run: Run, index: number) {
	const item = run.items[index];
	if (item?.kind !== 'frame') throw new Error('no frame there');
	return readDraftFrame(item, run, readRun(run));
}

const codes = (run: Run, index: number) =>
	show(run, index).violations.map(({ code, bitOffset }) => `${code}@${bitOffset}`);

describe('the frame of a draft', () => {
	it('is drawn whole, with nothing to object to', () => {
		const shown = show(runOf(frame({})), 0);
		expect(shown).toMatchObject({ violations: [], missing: null, following: 0, unread: null });
	});

	it('offers the two bytes of a header where there are none', () => {
		const shown = show(runOf(newFrame(new Uint8Array(0))), 0);
		expect(shown).toMatchObject({ isGhost: true, missing: null, unread: null });
		expect([...shown.bytes]).toEqual([0, 0]);
	});

	it('is judged at its place in the run', () => {
		const rest = frame({ opcode: 0 });
		expect(codes(runOf(rest), 0)).toEqual(['continuation-without-start@4']);
		expect(codes(runOf(frame({ fin: false }), rest), 1)).toEqual([]);
	});

	it('is read with the extension that the run agrees', () => {
		const run = runOf(frame({ rsv1: true }));
		expect(codes(run, 0)).toEqual(['rsv-without-extension@1']);
		expect(codes(setExtensions(run, 'permessage-deflate'), 0)).toEqual([]);
	});

	it('waits for what its length announces', () => {
		expect(show(runOf(frame({ announcedLength: 9 })), 0).missing).toBe(4);
	});

	it('shows its own bytes only, though a reader takes more for it', () => {
		const run = runOf(frame({ announcedLength: 9 }), frame({}));
		const shown = show(run, 0);
		expect(shown.bytes).toHaveLength(11);
		expect(shown.record.bytesLength).toBe(11);
	});

	it('is met by no reader where the frame before takes its bytes', () => {
		expect(show(runOf(frame({ announcedLength: 9 }), frame({})), 1).unread).toBe('swallowed');
	});

	it('is met by no reader behind the end of TCP', () => {
		expect(show(runOf({ kind: 'end', how: 'fin' }, frame({})), 1).unread).toBe('after-end');
	});

	it('has bytes that follow where its length is short', () => {
		const shown = show(runOf(frame({ announcedLength: 3 })), 0);
		expect(shown.following).toBe(2);
		expect(shown.fields.at(-1)).toMatchObject({ id: 'following', bitOffset: 72, bitLength: 16 });
	});

	it('asks for the rest of a header that is cut off', () => {
		expect(show(runOf(newFrame(Uint8Array.of(0x81, 0x85, 0x37))), 0).missing).toBe(3);
	});
});
