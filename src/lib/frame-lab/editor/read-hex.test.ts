import { formatHex } from '#lib/protocol/hex.ts';
import { LISTINGS, listBytes } from '#lib/runs/listing.ts';
import { describe, expect, it } from 'vitest';
import { readHex } from './read-hex.ts';

const read = (text: string) => formatHex(readHex(text).bytes);

describe('readHex', () => {
	it.each([
		['spaces', '81 05 48'],
		['nothing between', '810548'],
		['upper case', '81 05 48'.toUpperCase()],
		['0x before each', '0x81 0x05 0x48'],
		['0x before all', '0x810548'],
		['commas', '0x81, 0x05, 0x48,'],
		['colons', '81:05:48'],
		['line breaks', '81\n05\r\n48\n'],
		['escapes', '\\x81\\x05\\x48'],
		['a C array', 'unsigned char frame[] = { 0x81, 0x5, 0x48 };'],
		['a C array with its length', 'const uint8_t f[3] = {0x81,0x05,0x48};'],
		['a C array with comments', '{ 0x81, /* text */ 0x05, // length\n 0x48 }'],
		['JavaScript', 'Uint8Array.of(0x81, 0x05, 0x48)'],
		['JavaScript with a list', 'const bytes = new Uint8Array([0x81, 0x05, 0x48]);'],
		['Python', "frame = b'\\x81\\x05\\x48'"],
		['Python from hex', "bytes.fromhex('81 05 48')"]
	])('reads %s', (_, text) => {
		expect(read(text)).toBe('81 05 48');
		expect(readHex(text).fault).toBeNull();
	});

	it.each(LISTINGS)('reads back our own listing as %s', (format) => {
		const bytes = Uint8Array.from({ length: 100 }, (_, i) => (i * 37) & 0xff);
		expect(readHex(listBytes(bytes, format)).bytes).toEqual(bytes);
	});

	it('reads nothing as no bytes', () => {
		expect(readHex(' \n')).toMatchObject({ starts: [], fault: null });
	});

	it.each([
		['a letter beyond f', '81 05 g8 6c', '81 05', 'not-hex', 6, 'g'],
		['a letter behind a digit', '81 0g', '81', 'half-byte', 3, '0'],
		['a lone digit at the end', '81 0', '81', 'half-byte', 3, '0'],
		['a lone digit in between', '81 5 48', '81', 'half-byte', 3, '5'],
		['a full-width digit', '81 ０5', '81', 'not-hex', 3, '０'],
		['a lone digit inside brackets', '{ 0x81, 0x0', '81', 'half-byte', 10, '0']
	])('stops at %s and says where', (_, text, bytes, reason, position, character) => {
		expect(read(text)).toBe(bytes);
		expect(readHex(text).fault).toEqual({ reason, position, character });
	});

	it('says where each byte stands', () => {
		expect(readHex('{0x81, 05}')).toMatchObject({ starts: [3, 7], ends: [5, 9] });
	});
});
