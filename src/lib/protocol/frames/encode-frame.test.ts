import { describe, expect, it } from 'vitest';
import { encodeFrame, type FrameDescription } from './encode-frame.ts';
import { formatHex } from '../hex.ts';
import { BINARY, CONTINUATION, PING, PONG, TEXT } from './opcode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const hello = utf8('Hello');

describe('encodeFrame', () => {
	it.each<[string, FrameDescription, string]>([
		['unmasked text', { opcode: TEXT, payload: hello }, '81 05 48 65 6c 6c 6f'],
		[
			'masked text',
			{ opcode: TEXT, payload: hello, maskingKey: key },
			'81 85 37 fa 21 3d 7f 9f 4d 51 58'
		],
		['first fragment', { opcode: TEXT, fin: false, payload: utf8('Hel') }, '01 03 48 65 6c'],
		['last fragment', { opcode: CONTINUATION, payload: utf8('lo') }, '80 02 6c 6f'],
		['ping', { opcode: PING, payload: hello }, '89 05 48 65 6c 6c 6f'],
		[
			'masked pong',
			{ opcode: PONG, payload: hello, maskingKey: key },
			'8a 85 37 fa 21 3d 7f 9f 4d 51 58'
		]
	])('writes the %s of RFC 6455 §5.7', (_, description, hex) => {
		expect(formatHex(encodeFrame(description))).toBe(hex);
	});

	it.each([
		[256, '82 7e 01 00'],
		[65_536, '82 7f 00 00 00 00 00 01 00 00']
	])('writes the header of §5.7 for %s bytes', (size, hex) => {
		const frame = encodeFrame({ opcode: BINARY, payload: new Uint8Array(size) });
		expect(formatHex(frame.subarray(0, frame.length - size))).toBe(hex);
	});

	it.each<[string, Partial<FrameDescription>, string]>([
		['every reserved bit', { rsv1: true, rsv2: true, rsv3: true }, 'f1 00'],
		['a reserved opcode', { opcode: 0xb }, '8b 00'],
		['a fragmented ping', { opcode: PING, fin: false }, '09 00'],
		['a 16-bit form for 5 bytes', { payload: hello, lengthForm: 16 }, '81 7e 00 05 48 65 6c 6c 6f'],
		['a length that lies', { payload: hello, announcedLength: 3 }, '81 03 48 65 6c 6c 6f'],
		['the top bit of a length', { announcedLength: 2n ** 63n }, '81 7f 80 00 00 00 00 00 00 00']
	])('writes %s when told to', (_, forced, hex) => {
		expect(formatHex(encodeFrame({ opcode: TEXT, payload: new Uint8Array(0), ...forced }))).toBe(
			hex
		);
	});

	it.each<[string, Partial<FrameDescription>]>([
		['opcode', { opcode: 16 }],
		['opcode', { opcode: 1.5 }],
		['maskingKey', { maskingKey: new Uint8Array(3) }],
		['announcedLength', { announcedLength: -1 }],
		['announcedLength', { announcedLength: 0.5 }],
		['announcedLength', { announcedLength: 126, lengthForm: 7 }],
		['announcedLength', { announcedLength: 2n ** 64n }]
	])('refuses a %s that no bits can hold', (argument, forced) => {
		expect(() => encodeFrame({ opcode: TEXT, payload: new Uint8Array(0), ...forced })).toThrow(
			new RegExp(`^${argument} `)
		);
	});
});
