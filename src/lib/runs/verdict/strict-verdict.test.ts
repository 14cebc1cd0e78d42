import { describe, expect, it } from 'vitest';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { hex } from '../cases/frame-writer.ts';
import { verdictOfFrames } from './strict-verdict.ts';
import type { StrictVerdict } from './verdict.ts';

function judge(bytes: string): StrictVerdict {
	const stream = new FrameStream({ direction: 'server' });
	const frames = stream.push(hex(bytes)).map(({ frame }) => frame);
	return verdictOfFrames(frames, {
		pending: stream.pending,
		unfinished: stream.end().unfinished !== null
	});
}

describe('what a strict receiver owes', () => {
	it.each([
		['no byte', '', { kind: 'nothing' }],
		['a text', '81 02 48 69', { kind: 'legal' }],
		['half a header', '81', { kind: 'unfinished', within: 'frame' }],
		['half a payload', '81 02 48', { kind: 'unfinished', within: 'frame' }],
		['a first fragment', '01 02 48 69', { kind: 'unfinished', within: 'message' }],
		['a first fragment and a ping', '01 02 48 69 89 00', { kind: 'unfinished', within: 'message' }],
		['all fragments', '01 01 48 80 01 69', { kind: 'legal' }],
		['a close frame', '88 02 03 e8', { kind: 'close', code: 1000 }],
		['a close frame without a code', '88 00', { kind: 'close', code: null }]
	] as const)('%s', (_, bytes, verdict) => {
		expect(judge(bytes)).toEqual(verdict);
	});

	it('is a failure at the first rule broken, with its bits', () => {
		expect(judge('81 00 c3 00')).toEqual({
			kind: 'fail',
			code: 'rsv-without-extension',
			section: '5.2',
			closeCode: 1002,
			frame: 1,
			bitOffset: 1,
			bitLength: 1
		});
	});

	it('is a failure before the frame is whole, where its header breaks a rule', () => {
		expect(judge('81 00 83 05')).toMatchObject({ kind: 'fail', code: 'reserved-opcode', frame: 1 });
	});

	it('is nothing more after a close frame', () => {
		expect(judge('88 00 83 00')).toEqual({ kind: 'close', code: null });
	});
});
