import { describe, expect, it } from 'vitest';
import { EMPTY_RUN, type FrameItem, type Run } from '#lib/runs/run.ts';
import { ownFrameBytes, type Draft } from './own-frame-bytes.ts';

function item(id: number, bytes: number): FrameItem {
	const frame = new Uint8Array(bytes);
	return { kind: 'frame', id, bytes: frame, cuts: [], joinsNext: false, times: 1 };
}

function draft(...items: readonly FrameItem[]): Draft {
	const run: Run = { ...EMPTY_RUN, items };
	return { run, selectedId: null };
}

const large = item(1, 900);

describe('the bytes that a draft alone keeps', () => {
	it('are those of its frames', () => {
		expect(ownFrameBytes(draft(item(1, 2), item(2, 3)), draft())).toBe(5);
	});

	it('count no frame that the next draft shares', () => {
		expect(ownFrameBytes(draft(large, item(2, 3)), draft(large, item(2, 4)))).toBe(3);
	});
});
