import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKey } from './read-key.ts';

const GOOD = 'dGhlIHNhbXBsZSBub25jZQ==';

describe('readKey', () => {
	it('reads 16 bytes from a key that is right', () => {
		const { bytes, fault, looseBits } = readKey(GOOD);
		expect(new TextDecoder().decode(bytes ?? undefined)).toBe('the sample nonce');
		expect([fault, looseBits]).toEqual([null, 0]);
	});

	it('takes the example of RFC 6455 §4.1, whose last bits belong to no byte', () => {
		const { bytes, fault, looseBits } = readKey('AQIDBAUGBwgJCgsMDQ4PEC==');
		expect([...(bytes ?? [])]).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
		expect([fault, looseBits]).toEqual([null, 2]);
	});

	it.each([
		['', { kind: 'empty' }],
		['client-random-string', { kind: 'bad-character', at: 6, code: 0x2d }],
		['dGhlIHNhbXBsZSBub25jZQ', { kind: 'bad-length', at: 22 }],
		['dGhlIHNhbXBsZSBub25jZQ=', { kind: 'bad-padding', at: 22 }],
		['dGhl=HNhbXBsZSBub25jZQ==', { kind: 'bad-padding', at: 4 }],
		['dGhlIHNhbXBsZSBub25j', { kind: 'not-16-bytes', bytes: 15 }],
		['dGhlIHNhbXBsZSBub25jZQé=', { kind: 'bad-character', at: 22, code: 0xe9 }],
		['key\0', { kind: 'control', at: 3, code: 0 }],
		['密钥', { kind: 'no-byte', at: 0, code: 0x5bc6 }],
		['ab😀', { kind: 'no-byte', at: 2, code: 0x1f600 }]
	])('finds what is wrong with %j', (key, fault) => {
		expect(readKey(key).fault).toEqual(fault);
	});

	it('marks exactly the character at fault', () => {
		const { characters } = readKey('ab😀d');
		expect(characters.filter(({ isFault }) => isFault)).toEqual([
			{ index: 2, text: '😀', value: null, isPadding: false, isFault: true }
		]);
	});

	it('gives controls and lone surrogates a shape', () => {
		expect(readKey('\0\n\ud800').characters.map(({ text }) => text)).toEqual(['␀', '␊', '�']);
	});

	it('never throws, and says of any text whether a header can hold it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (key) => {
				const fits = [...key].every((character) => (character.codePointAt(0) ?? 0) < 0x100);
				expect(readKey(key).isHashable).toBe(fits);
			})
		);
	});

	it('finds no fault in the base64 of any 16 bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
				const reading = readKey(Buffer.from(bytes).toString('base64'));
				expect(reading.fault).toBeNull();
				expect(reading.bytes).toEqual(bytes);
			})
		);
	});
});
