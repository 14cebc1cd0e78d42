import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHex } from '../hex.ts';
import { mask, packKey } from './masking.ts';
import { findInvalidUtf8, Utf8Validator } from './utf8.ts';

const hex = (text: string) => {
	const parsed = parseHex(text);
	if (!parsed.ok) throw new Error(`not hex: ${text}`);
	return parsed.bytes;
};

describe('findInvalidUtf8', () => {
	it.each([
		['nothing', ''],
		['ASCII with NUL', '00 7f'],
		['two, three and four bytes', 'c3 bc e2 82 ac f0 9f 98 80'],
		['the last code point', 'f4 8f bf bf'],
		['both neighbours of the surrogates', 'ed 9f bf ee 80 80'],
		['a noncharacter', 'ef bf bf']
	])('finds no fault in %s', (_, text) => {
		expect(findInvalidUtf8(hex(text))).toBe(-1);
	});

	it.each([
		['a continuation byte alone', '61 80', 1],
		['an overlong slash', 'c0 af', 0],
		['an overlong three-byte form', 'e0 80 af', 1],
		['an overlong four-byte form', 'f0 8f bf bf', 1],
		['a surrogate', '61 ed a0 80', 2],
		['a code point beyond U+10FFFF', 'f4 90 80 80', 1],
		['a five-byte form', 'f8 88 80 80 80', 0],
		['a character broken off by ASCII', 'e2 82 41', 2],
		['a character cut short at the end', '41 e2 82', 3]
	])('finds %s', (_, text, position) => {
		expect(findInvalidUtf8(hex(text))).toBe(position);
	});

	it('agrees with TextDecoder on any bytes', () => {
		const near = fc.uint8Array({ maxLength: 24 }).map((bytes) => bytes.map((b) => b | 0x80));
		const text = fc.string({ unit: 'binary' }).map((t) => new TextEncoder().encode(t));
		fc.assert(
			fc.property(fc.oneof(fc.uint8Array(), near, text), (bytes) => {
				expect(findInvalidUtf8(bytes) === -1).toBe(isText(bytes));
			}),
			{ numRuns: 500 }
		);
	});
});

describe('Utf8Validator', () => {
	it('finds the same byte through a mask, at any cut, in long and mixed text', () => {
		const part = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 8 }),
			fc.constant('a'.repeat(200)),
			fc.constant('你好，世界')
		);
		const text = fc.array(part).map((parts) => new TextEncoder().encode(parts.join('')));
		fc.assert(
			fc.property(
				text,
				fc.uint8Array({ minLength: 4, maxLength: 4 }),
				fc.nat(),
				fc.nat(),
				(bytes, key, cutSeed, badSeed) => {
					const broken = bytes.slice();
					if (badSeed % 2 && broken.length > 0) broken[badSeed % broken.length] = 0xff;
					const masked = mask(broken, key);
					const cut = cutSeed % (masked.length + 1);
					const validator = new Utf8Validator();
					const packed = (at: number) => {
						const turned = Uint8Array.from({ length: 4 }, (_, i) => key[(i + at) & 3] ?? 0);
						return packKey(turned, 0);
					};
					let bad = validator.feed(masked, 0, cut, packed(0));
					if (bad < 0) bad = validator.feed(masked, cut, masked.length, packed(cut));
					const expected = findInvalidUtf8(broken);
					expect(bad < 0 && !validator.isComplete ? broken.length : bad).toBe(expected);
				}
			)
		);
	});

	it('tells how much of a character has arrived', () => {
		const validator = new Utf8Validator();
		validator.feed(hex('41 f0 9f 98'), 0, 4);
		expect([validator.isComplete, validator.begun]).toEqual([false, 3]);
	});
});

function isText(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
