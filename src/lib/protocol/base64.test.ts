import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Groups, decodeBase64, encodeBase64 } from './base64.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('encodeBase64', () => {
	it.each([
		['', ''],
		['f', 'Zg=='],
		['fo', 'Zm8='],
		['foo', 'Zm9v'],
		['foob', 'Zm9vYg=='],
		['fooba', 'Zm9vYmE='],
		['foobar', 'Zm9vYmFy']
	])('writes %j as in RFC 4648 §10: %s', (text, encoded) => {
		expect(encodeBase64(bytes(text))).toBe(encoded);
	});

	it('agrees with Buffer, and decoding is its inverse', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (data) => {
				const text = encodeBase64(data);
				expect(text).toBe(Buffer.from(data).toString('base64'));
				expect(decodeBase64(text)).toEqual({ isValid: true, bytes: data });
			})
		);
	});
});

describe('base64Groups', () => {
	it('shows which six bits make each character', () => {
		const [, group] = base64Groups(bytes('foob'));
		expect(group).toEqual({
			byteOffset: 3,
			bytes: bytes('b'),
			characters: [
				{ character: 'Y', value: 24, bitOffset: 24, bitLength: 6 },
				{ character: 'g', value: 32, bitOffset: 30, bitLength: 2 },
				{ character: '=', value: null, bitOffset: -1, bitLength: 0 },
				{ character: '=', value: null, bitOffset: -1, bitLength: 0 }
			]
		});
	});
});

describe('decodeBase64', () => {
	it.each([
		['Zm9v!mFy', 'bad-character', 4],
		['Zm9-YmFy', 'bad-character', 3],
		['Z', 'bad-length', 1],
		['Zm9vYg', 'bad-length', 6],
		['Zg=', 'bad-padding', 2],
		['Zg===', 'bad-padding', 2],
		['Z===', 'bad-padding', 1],
		['====', 'bad-padding', 0],
		['Zg==Zg==', 'bad-padding', 2]
	])('finds what is wrong with %j: %s at %i', (text, fault, index) => {
		expect(decodeBase64(text)).toEqual({ isValid: false, fault, index });
	});

	it('takes any bits beyond the last byte, as the example of RFC 6455 §4.1 has some set', () => {
		const decoding = decodeBase64('AQIDBAUGBwgJCgsMDQ4PEC==');
		expect(decoding.isValid && [...decoding.bytes]).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
		]);
	});

	it('takes any text without a throw', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeBase64(text)));
	});
});
