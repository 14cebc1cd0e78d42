import { describe, expect, it } from 'vitest';
import { encodeClosePayload, parseClosePayload } from './close-payload.ts';
import {
	answerToClose,
	checkClosePayload,
	connectionCloseCode,
	connectionCloseReason
} from './closing-handshake.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('close payload', () => {
	it('is a code and a reason', () => {
		const close = parseClosePayload(encodeClosePayload(3000, 'bye 再见'));
		expect([close.code, close.reason]).toEqual([3000, 'bye 再见']);
	});

	it.each([
		['nothing', bytes()],
		['one byte', bytes(3)]
	])('has no code in %s', (_, payload) => {
		expect(parseClosePayload(payload)).toMatchObject({ code: null, reason: '' });
	});

	it('keeps a byte order mark of the reason', () => {
		expect(parseClosePayload(bytes(3, 232, 0xef, 0xbb, 0xbf)).reason).toBe('\ufeff');
	});

	it.each([-1, 1.5, 65_536])('cannot be made of the code %s', (code) => {
		expect(() => encodeClosePayload(code)).toThrow(/^code /);
	});
});

describe('checkClosePayload', () => {
	const HEADER = 6;
	it.each([
		['1005', bytes(3, 0xed), 'close-code-not-on-wire', HEADER * 8, 16],
		['1016', bytes(3, 0xf8), 'close-code-unassigned', HEADER * 8, 16],
		['999', bytes(3, 0xe7), 'close-code-unassigned', HEADER * 8, 16],
		['a bad byte', bytes(3, 0xe8, 0x61, 0xff), 'close-reason-invalid-utf8', (HEADER + 3) * 8, 8],
		['a cut character', bytes(3, 0xe8, 0xe2, 0x82), 'close-reason-invalid-utf8', 64, 16]
	])('finds %s on its exact bits', (_, payload, code, bitOffset, bitLength) => {
		expect(checkClosePayload(payload, HEADER, true)).toMatchObject([
			{ code, bitOffset, bitLength }
		]);
	});

	it('waits for the rest of a character while more is to come', () => {
		expect(checkClosePayload(bytes(3, 0xe8, 0xe2, 0x82), HEADER, false)).toEqual([]);
	});
});

describe('what a connection was closed with', () => {
	it('is the code that was received', () => {
		expect(connectionCloseCode(parseClosePayload(bytes(3, 232)))).toBe(1000);
	});

	it('is 1005 where the close frame had none', () => {
		expect(connectionCloseCode(parseClosePayload(bytes()))).toBe(1005);
	});

	it('is 1006 and no reason where no close frame came', () => {
		expect([connectionCloseCode(null), connectionCloseReason(null)]).toEqual([1006, '']);
	});

	it('is answered with the same code', () => {
		expect(answerToClose(parseClosePayload(bytes(0x0b, 0xb8, 0x61)))).toEqual(bytes(0x0b, 0xb8));
	});

	it('is answered without a code where it had none', () => {
		expect(answerToClose(parseClosePayload(bytes()))).toEqual(bytes());
	});
});
