import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHex, parseHex } from './hex.ts';

describe('parseHex', () => {
	it.each([
		['', []],
		['81 05', [0x81, 0x05]],
		['8105', [0x81, 0x05]],
		['0x81, 0x05', [0x81, 0x05]],
		['81:05\n48', [0x81, 0x05, 0x48]],
		['FF fe', [0xff, 0xfe]]
	])('reads %j', (text, bytes) => {
		expect(parseHex(text)).toEqual({ ok: true, bytes: Uint8Array.from(bytes) });
	});

	it.each([
		['81 0g', 4, 'not-hex'],
		['你好', 0, 'not-hex'],
		['81 0', 3, 'half-byte'],
		['8 105', 0, 'half-byte']
	])('says where %j goes wrong', (text, position, reason) => {
		expect(parseHex(text)).toEqual({ ok: false, position, reason });
	});

	it('reads back what formatHex writes', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(parseHex(formatHex(bytes))).toEqual({ ok: true, bytes });
			})
		);
	});
});
