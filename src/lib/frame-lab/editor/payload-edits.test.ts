import { formatHex } from '#lib/protocol/hex.ts';
import { describe, expect, it } from 'vitest';
import { readCloseCode, withCloseCode, withCloseReason } from './close-edit.ts';
import { LONGEST_TEXT, readPayloadText } from './payload-text.ts';
import { readLength } from './read-length.ts';

describe('readPayloadText', () => {
	it.each([
		['text', [0x48, 0x69], { kind: 'text', text: 'Hi' }],
		['nothing', [], { kind: 'text', text: '' }],
		['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], { kind: 'text', text: '\ufeffA' }],
		['a bad byte', [0x48, 0xff], { kind: 'not-utf8', at: 1 }],
		['half a character', [0xe4, 0xbd], { kind: 'not-utf8', at: 2 }],
		['a carriage return', [0x41, 0x0d, 0x0a], { kind: 'carriage-return' }]
	])('reads %s', (_, bytes, expected) => {
		expect(readPayloadText(Uint8Array.from(bytes))).toEqual(expected);
	});

	it('gives a text box no more than it can bear', () => {
		expect(readPayloadText(new Uint8Array(LONGEST_TEXT)).kind).toBe('text');
		expect(readPayloadText(new Uint8Array(LONGEST_TEXT + 1)).kind).toBe('too-long');
	});
});

describe('the payload of a close frame', () => {
	const BYE = Uint8Array.of(0x03, 0xe8, 0x62, 0x79, 0x65);

	it.each([
		['1000', 1000],
		[' 1005 ', 1005],
		['65535', 65535],
		['', 'none'],
		['65536', null],
		['-1', null],
		['1e3', null]
	])('reads %j as code %j', (typed, code) => {
		expect(readCloseCode(typed)).toBe(code);
	});

	it('takes another code and keeps the reason', () => {
		expect(formatHex(withCloseCode(BYE, 1001))).toBe('03 e9 62 79 65');
	});

	it('takes a code where it had none', () => {
		expect(formatHex(withCloseCode(new Uint8Array(0), 1000))).toBe('03 e8');
	});

	it('is empty without a code', () => {
		expect(withCloseCode(BYE, 'none')).toHaveLength(0);
	});

	it('takes another reason and keeps the code', () => {
		expect(formatHex(withCloseReason(BYE, '再'))).toBe('03 e8 e5 86 8d');
	});
});

describe('readLength', () => {
	it.each([
		['5', 5],
		['65,536', 65_536],
		['0x10', 16],
		['9007199254740991', 9_007_199_254_740_991],
		['9007199254740992', 9_007_199_254_740_992n],
		['18446744073709551615', 2n ** 64n - 1n],
		['18446744073709551616', null],
		['-1', null],
		['1.5', null],
		['', null]
	])('reads %j', (typed, length) => {
		expect(readLength(typed)).toBe(length);
	});
});
