import { describe, expect, it } from 'vitest';
import { decodeFrame } from '#lib/protocol/frames/decode-frame.ts';
import { runOfFrame } from './captured-run.ts';
import { EMPTY_RUN } from './run.ts';

function frameOf(direction: 'client' | 'server', ...bytes: readonly number[]) {
	const context = { direction, hasDeflate: false, isInMessage: false, isAfterClose: false };
	const { frame } = decodeFrame(Uint8Array.from(bytes), 0, context);
	if (!frame) throw new Error('no frame');
	return frame;
}

describe('runOfFrame', () => {
	it.each(['client', 'server'] as const)('is written by the side that sent it: %s', (direction) => {
		const run = runOfFrame(frameOf(direction, 0x89, 0x01, 0x61));
		expect(run.role).toBe(direction);
		expect(run.items).toMatchObject([{ kind: 'frame', bytes: Uint8Array.of(0x89, 0x01, 0x61) }]);
	});

	it('keeps the pace and the extensions of the run whose place it takes', () => {
		const base = { ...EMPTY_RUN, gap: 7, extensions: 'permessage-deflate' };
		expect(runOfFrame(frameOf('client', 0x81, 0x00), base)).toMatchObject({
			gap: 7,
			extensions: 'permessage-deflate'
		});
	});
});
