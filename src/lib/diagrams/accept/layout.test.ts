import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { compareAccept, layoutBase64, layoutKey, layoutPadding } from './layout.ts';
import { readKey } from './read-key.ts';

// RFC 6455 §1.3
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const steps = explainAccept(KEY);

describe('layoutPadding', () => {
	const bytes = layoutPadding(steps.sha1.padding, KEY.length);

	it('parts key, GUID, marker, zeros and length', () => {
		const count = (part: string) => bytes.filter((byte) => byte.part === part).length;
		expect(['key', 'guid', 'marker', 'zero', 'length'].map(count)).toEqual([24, 36, 1, 59, 8]);
	});

	it('puts 80 after the message', () => {
		expect(bytes[60]).toEqual({ index: 60, byte: 0x80, part: 'marker' });
	});

	it('lays out a part of the bytes with the places they have in the whole', () => {
		const second = layoutPadding(steps.sha1.padding, KEY.length, 64, 128);
		expect(second).toEqual(bytes.slice(64));
	});
});

describe('layoutBase64', () => {
	it('stacks 24 bits under three bytes and over four letters', () => {
		const [first] = layoutBase64(steps.base64Groups);
		expect(first?.bytes.map(({ hex }) => hex)).toEqual(['b3', '7a', '4f']);
		expect(first?.bits).toBe('101100110111101001001111');
		expect(first?.letters.map(({ character }) => character).join('')).toBe('s3pP');
	});

	it('marks the bits of the last group that only fill up', () => {
		const last = layoutBase64(steps.base64Groups).at(-1);
		expect(last?.bits).toBe('1100010011101010········');
		expect(last?.known).toBe(16);
	});
});

describe('layoutKey', () => {
	it('reads letters to bits to the bytes that they stand for', () => {
		const [first] = layoutKey(readKey(KEY), 12);
		expect(first?.bits).toBe('011101000110100001100101');
		expect(first?.bytes).toEqual([
			{ hex: '74', text: 't' },
			{ hex: '68', text: 'h' },
			{ hex: '65', text: 'e' }
		]);
	});

	it('draws letters that are no digits without bits, and no bytes', () => {
		const [first] = layoutKey(readKey('ab-d'), 12);
		expect(first?.bits).toBe('011010011011······011101');
		expect(first?.bytes).toEqual([]);
		expect(first?.letters[2]).toEqual({
			character: '-',
			value: null,
			isPadding: false,
			isFault: true
		});
	});

	it('draws no more groups than asked for, whatever the key', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (key) => {
				const groups = layoutKey(readKey(key), 12);
				expect(groups.length).toBeLessThanOrEqual(12);
				for (const { bits, letters } of groups) {
					expect(bits).toMatch(/^[01·]{24}$/);
					expect(letters.length).toBeLessThanOrEqual(4);
				}
			})
		);
	});
});

describe('compareAccept', () => {
	it.each([
		['abc=', 'abc=', { kind: 'equal' }],
		['abc=', 'abX=', { kind: 'differs', at: 2, expected: 'c', got: 'X' }],
		['abc=', 'ab', { kind: 'short', at: 2 }],
		['abc=', 'abc==', { kind: 'differs', at: 4, expected: '', got: '=' }]
	])('of %s and %s', (expected, sent, comparison) => {
		expect(compareAccept(expected, sent)).toEqual(comparison);
	});
});
