import { describe, expect, it } from 'vitest';
import { encodeFrame, type FrameDescription } from './encode-frame.ts';
import type { FrameStreamOptions } from './frame-stream-options.ts';
import { FrameStream } from './frame-stream.ts';
import { inflate } from '../deflate/inflate-message.ts';
import { parseHex } from '../hex.ts';

const hex = (text: string) => {
	const parsed = parseHex(text);
	if (!parsed.ok) throw new Error(`not hex: ${text}`);
	return parsed.bytes;
};
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Frames of a server, not masked, or of a client where the options say so. */
function read(text: string, options: Partial<FrameStreamOptions> = {}) {
	const stream = new FrameStream({ direction: 'server', ...options });
	return { stream, outputs: stream.push(hex(text)) };
}

function violationsOf(text: string, options: Partial<FrameStreamOptions> = {}) {
	return read(text, options).outputs.flatMap(({ frame }, index) =>
		frame.violations.map(({ code, bitOffset, bitLength }) => [index, code, bitOffset, bitLength])
	);
}

const deflated = { deflate: {}, inflate };

describe('FrameStream finds on the exact bits', () => {
	it.each<[string, string, Partial<FrameStreamOptions>, unknown[][]]>([
		['RSV1 without an extension', 'c1 00', {}, [[0, 'rsv-without-extension', 1, 1]]],
		[
			'RSV1 and RSV3, with a gap between them',
			'd1 00',
			{},
			[
				[0, 'rsv-without-extension', 1, 1],
				[0, 'rsv-without-extension', 3, 1]
			]
		],
		['RSV2 under deflate', 'a1 00', deflated, [[0, 'rsv-without-extension', 2, 1]]],
		['RSV1 on a ping', 'c9 00', deflated, [[0, 'rsv1-on-control-frame', 1, 1]]],
		['RSV1 on a continuation', '01 00 c0 00', deflated, [[1, 'rsv1-on-continuation', 1, 1]]],
		['a reserved opcode', '83 00', {}, [[0, 'reserved-opcode', 4, 4]]],
		['a fragmented ping', '09 00', {}, [[0, 'control-frame-fragmented', 0, 1]]],
		['a masked server', '81 80 01 02 03 04', {}, [[0, 'server-frame-masked', 8, 1]]],
		['an unmasked client', '81 00', { direction: 'client' }, [[0, 'client-frame-unmasked', 8, 1]]],
		['16 bits for 1 byte', '82 7e 00 01 61', {}, [[0, 'length-not-minimal', 16, 16]]],
		[
			'64 bits for 1 byte',
			'82 7f 00 00 00 00 00 00 00 01 61',
			{},
			[[0, 'length-not-minimal', 16, 64]]
		],
		['a long ping', `89 7e 00 7e ${'61'.repeat(126)}`, {}, [[0, 'control-frame-too-long', 9, 7]]],
		['a close of one byte', '88 01 03', {}, [[0, 'close-payload-one-byte', 9, 7]]],
		['a close with 1005', '88 02 03 ed', {}, [[0, 'close-code-not-on-wire', 16, 16]]],
		['a close with 2999', '88 02 0b b7', {}, [[0, 'close-code-unassigned', 16, 16]]],
		['a bad close reason', '88 04 03 e8 61 ff', {}, [[0, 'close-reason-invalid-utf8', 40, 8]]],
		['a continuation of nothing', '80 00', {}, [[0, 'continuation-without-start', 4, 4]]],
		['text inside text', '01 00 81 00', {}, [[1, 'data-frame-inside-message', 4, 4]]],
		['a bad byte', '81 03 61 ff 62', {}, [[0, 'invalid-utf8', 24, 8]]],
		['a bad byte in a later fragment', '01 01 61 80 01 ff', {}, [[1, 'invalid-utf8', 16, 8]]],
		['text that ends inside a character', '81 03 61 e2 82', {}, [[0, 'invalid-utf8', 24, 16]]],
		['FIN inside a character', '01 02 e2 82 80 00', {}, [[1, 'invalid-utf8', 0, 1]]],
		[
			'the part of a cut character that lies in the last frame',
			'01 02 f0 9f 80 01 98',
			{},
			[[1, 'invalid-utf8', 16, 8]]
		],
		['a frame after close', '88 00 89 00', {}, [[1, 'frame-after-close', 4, 4]]],
		[
			'a message over the bound, in its second frame',
			'02 02 61 61 80 01 61',
			{ maxMessageBytes: 2 },
			[[1, 'message-too-big', 9, 7]]
		],
		[
			'too many fragments',
			'02 01 61 00 01 61 80 01 61',
			{ maxFragments: 2 },
			[[2, 'too-many-fragments', 4, 4]]
		],
		['data that does not inflate', 'c1 01 ff', deflated, [[0, 'deflate-data-invalid', 16, 8]]],
		[
			'bad UTF-8 inside compressed text, on all of the payload',
			'c1 07 00 01 00 fe ff ff 00',
			deflated,
			[[0, 'invalid-utf8', 16, 56]]
		]
	])('%s', (_, text, options, expected) => {
		expect(violationsOf(text, options)).toEqual(expected);
	});
});

describe('FrameStream reads on', () => {
	it.each([
		['RSV bits', 'f1 01 61'],
		['a reserved opcode', '83 01 61'],
		['a fragmented ping', '09 01 61'],
		['a mask that should not be', '81 81 01 02 03 04 60'],
		['a length form that is too long', '82 7e 00 01 61'],
		['a continuation of nothing', '80 01 61'],
		['bad UTF-8', '81 01 ff'],
		['a bad close', '88 01 61']
	])('after %s', (_, fault) => {
		const { outputs } = read(`${fault} 81 02 68 69`);
		expect([outputs.length, outputs[1]?.message?.text()]).toEqual([2, 'hi']);
	});

	it('and starts anew where a data frame interrupts a message', () => {
		const { outputs } = read('01 01 61 01 01 62 80 01 63');
		expect(outputs[2]?.message).toMatchObject({ isValid: false, size: 2 });
	});

	it('and hands over what came after a close as not valid', () => {
		const { outputs } = read('88 00 81 02 68 69');
		expect(outputs[1]?.message).toMatchObject({ isValid: false, size: 2 });
	});

	it('but stays with a frame whose length has its top bit set', () => {
		const { stream, outputs } = read('82 7f 80 00 00 00 00 00 00 00 81 00 81 00');
		expect(outputs).toEqual([]);
		expect(stream.pending?.payloadLength).toBe(2n ** 63n);
		expect(stream.pending?.violations.map(({ code }) => code)).toEqual(['length-top-bit-set']);
		expect(stream.bytesNeeded).toBe(2n ** 63n - 4n);
	});
});

describe('FrameStream puts messages together', () => {
	it('from fragments with a ping in between', () => {
		const { outputs } = read('01 03 48 65 6c 89 00 80 02 6c 6f');
		const message = outputs[2]?.message;
		expect([message?.kind, message?.text(), message?.frames.length]).toEqual(['text', 'Hello', 2]);
	});

	it('and none from a control frame', () => {
		expect(read('89 01 61').outputs[0]?.message).toBeNull();
	});

	it('with U+FFFD for bytes that are not UTF-8, and says so', () => {
		const message = read('81 03 61 ff 62').outputs[0]?.message;
		expect([message?.text(), message?.isValid]).toEqual(['a\ufffdb', false]);
	});

	it('keeps a byte order mark', () => {
		expect(read('81 03 ef bb bf').outputs[0]?.message?.text()).toBe('\ufeff');
	});

	it('unmasks each frame with its own key', () => {
		const key = (n: number) => Uint8Array.of(n, n + 1, n + 2, n + 3);
		const frames: FrameDescription[] = [
			{ opcode: 1, fin: false, payload: utf8('你'), maskingKey: key(1) },
			{ opcode: 0, payload: utf8('好'), maskingKey: key(101) }
		];
		const stream = new FrameStream({ direction: 'client' });
		const outputs = frames.flatMap((frame) => stream.push(encodeFrame(frame)));
		expect(outputs[1]?.message?.text()).toBe('你好');
	});

	it('started before the stream was looked at', () => {
		expect(read('80 01 61', { inMessage: 'text' }).outputs[0]?.message?.text()).toBe('a');
	});
});

describe('FrameStream tells while bytes arrive', () => {
	it.each([
		['nothing', '', 2],
		['one byte', '81', 1],
		['the 16-bit mark', '82 7e', 2],
		['the 64-bit mark and a masked bit', '82 ff', 12],
		['a header', '82 05', 5],
		['a part of the payload', '82 05 61 62', 3]
	])('how many bytes are needed after %s', (_, text, needed) => {
		expect(read(text).stream.bytesNeeded).toBe(needed);
	});

	it('nothing pending between frames', () => {
		expect(read('81 00').stream.pending).toBeNull();
	});

	it('the fields that are there of a pending frame', () => {
		const pending = read('89 05 61').stream.pending;
		expect(pending).toMatchObject({ isComplete: false, opcode: 9, payloadLength: 5 });
		expect(pending?.payload).toEqual(Uint8Array.of(0x61));
	});

	it.each([
		['RSV2 in the first byte', 'a1', 'rsv-without-extension'],
		['a mask that should not be in the second', '81 85', 'server-frame-masked'],
		['the top bit in the third', '82 7f 80', 'length-top-bit-set'],
		['a bad byte of text before its frame is whole', '81 05 61 ff', 'invalid-utf8'],
		['a bad close code before the reason', '88 05 03 ed', 'close-code-not-on-wire']
	])('%s', (_, text, code) => {
		expect(read(text).stream.pending?.violations.map((found) => found.code)).toEqual([code]);
	});

	it('what is cut off and unfinished at the end', () => {
		const { stream } = read('01 01 61 80 05 61');
		const { pending, unfinished } = stream.end();
		expect([pending?.payload.length, unfinished]).toEqual([1, 'text']);
	});
});
