import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointBits, codePointName, glyphOf, readCodePoints } from './code-points.ts';
import { countCodePoints, firstBadByte, prettyJson } from './text-facts.ts';

const hex = (text: string) => Uint8Array.from(text.split(' '), (byte) => Number.parseInt(byte, 16));
const encode = (text: string) => new TextEncoder().encode(text);

describe('readCodePoints', () => {
	it('reads any well-formed text as its code points', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const values = readCodePoints(encode(text)).map(({ value }) => value);
				expect(values).toEqual([...text].map((character) => character.codePointAt(0)));
			})
		);
	});

	it.each([
		['an overlong slash', 'c0 af', 0],
		['an overlong of three bytes', '41 e0 80 af', 1],
		['a surrogate', 'ed a0 80', 0],
		['a value beyond U+10FFFF', 'f4 90 80 80', 0],
		['a lone continuation byte', '41 80', 1],
		['a sequence that is cut short', '41 e4 bd', 1],
		['a byte that never occurs', 'ff', 0]
	])('%s (%s) is wrong at byte %i', (_, bytes, bad) => {
		expect(firstBadByte(hex(bytes))).toBe(bad);
	});

	it('agrees with the platform on whether bytes are UTF-8', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
				const isRead = readCodePoints(bytes).every(({ value }) => value !== null);
				let isValid = true;
				try {
					new TextDecoder('utf-8', { fatal: true }).decode(bytes);
				} catch {
					isValid = false;
				}
				expect(isRead).toBe(isValid);
			})
		);
	});

	it('steps back to the start of a character at the border of a window', () => {
		expect(readCodePoints(encode('ab你好'), { from: 4, to: 5 })).toMatchObject([
			{ start: 2, length: 3, value: 0x4f60 }
		]);
	});

	it.each([1, 2, 3])('steps back %i bytes to a character that begins at byte 0', (from) => {
		expect(readCodePoints(encode('𝄞b'), { from })[0]).toMatchObject({
			start: 0,
			length: 4,
			value: 0x1d11e
		});
	});

	it('covers any window with the characters that the whole has there', () => {
		const windows = fc
			.string({ unit: 'binary', minLength: 1 })
			.map(encode)
			.chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat(bytes.length - 1)));
		fc.assert(
			fc.property(windows, ([bytes, from]) => {
				const whole = readCodePoints(bytes).filter(({ start, length }) => start + length > from);
				expect(readCodePoints(bytes, { from })).toEqual(whole);
			})
		);
	});
});

it('takes the end of a fragment inside a character for no fault', () => {
	expect(firstBadByte(hex('41 e4 bd'), { mayEndInside: true })).toBeNull();
});

it('counts characters, not bytes', () => {
	expect(countCodePoints(encode('Hello 你好'))).toBe(8);
});

it.each([
	[0x4f60, '你', false],
	[0x20, 'SP', true],
	[0x0a, 'LF', true],
	[0x202e, '202E', true],
	[0x301, '◌́', false]
])('shows U+%x as %s', (value, text, isName) => {
	expect(glyphOf(value)).toEqual({ text, isName });
});

it('tells prefix bits from the bits of the code point', () => {
	const parts = codePointBits(encode('你'));
	expect(parts.map(({ prefix }) => prefix)).toEqual(['1110', '10', '10']);
	const value = Number.parseInt(parts.map(({ bits }) => bits).join(''), 2);
	expect(codePointName(value)).toBe('U+4F60');
});

describe('prettyJson', () => {
	it('indents an object', () => {
		expect(prettyJson(encode(' {"a":[1]}'))).toBe('{\n  "a": [\n    1\n  ]\n}');
	});

	it.each(['12', '"text"', '{"a":', '<img onerror=alert(1)>', ''])(
		'%j is shown as text',
		(text) => {
			expect(prettyJson(encode(text))).toBeNull();
		}
	);

	it('does not try very long texts', () => {
		expect(prettyJson(encode(`[${'1,'.repeat(40_000)}1]`))).toBeNull();
	});
});
