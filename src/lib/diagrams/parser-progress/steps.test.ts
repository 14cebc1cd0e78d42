import { describe, expect, test } from 'vitest';
import { decodeFrame } from '#lib/protocol/frames/decode-frame.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { parserNeed, parserSteps } from './steps.ts';

const HELLO = '81 85 37 fa 21 3d 7f 9f 4d 51 58';

function read(hex: string): Frame {
	const bytes = Uint8Array.from(hex.split(' '), (byte) => parseInt(byte, 16));
	const context = {
		direction: 'client',
		hasDeflate: false,
		isInMessage: false,
		isAfterClose: false
	} as const;
	const decoded = decodeFrame(bytes, 0, context);
	if (!decoded.frame) throw new RangeError('there are no bytes');
	return decoded.frame;
}
const states = (hex: string) => parserSteps(read(hex)).map(({ state }) => state);
const need = (hex: string) => parserNeed(parserSteps(read(hex)));
const begun = (bytes: number) => HELLO.split(' ').slice(0, bytes).join(' ');

describe('the steps of the parser', () => {
	test.each([
		[1, ['done', 'now', 'next', 'next', 'next']],
		[2, ['done', 'done', 'absent', 'now', 'next']],
		[4, ['done', 'done', 'absent', 'now', 'next']],
		[6, ['done', 'done', 'absent', 'done', 'now']],
		[8, ['done', 'done', 'absent', 'done', 'now']],
		[11, ['done', 'done', 'absent', 'done', 'done']]
	])('after %s bytes of a masked text', (bytes, expected) => {
		expect(states(begun(bytes))).toEqual(expected);
	});

	test('an unmasked frame without payload skips the last two', () => {
		expect(states('89 00')).toEqual(['done', 'done', 'absent', 'absent', 'absent']);
	});

	test('until the extended length has come, nobody knows the payload', () => {
		expect(parserSteps(read('82 7e 01')).map(({ bytes }) => bytes)).toEqual([1, 1, 2, 0, null]);
	});
});

describe('what it needs', () => {
	test.each([
		[begun(1), 'second', 1],
		[begun(3), 'key', 3],
		[begun(8), 'payload', 3],
		['82 7e 01', 'extended', 1],
		['82 ff 00 00 00', 'extended', 5]
	])('after %s', (hex, step, bytes) => {
		expect(need(hex)).toEqual({ step, bytes });
	});

	test('is nothing once the frame is whole', () => {
		expect(need(HELLO)).toBeNull();
	});

	test('may be more than a number holds exactly', () => {
		expect(need('82 7f 7f ff ff ff ff ff ff ff 00')).toEqual({
			step: 'payload',
			bytes: 2n ** 63n - 2n
		});
	});
});
