import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHex, parseHex } from '#lib/protocol/hex.ts';
import { listBytes } from './listing.ts';

const anyBytes = fc.uint8Array({ maxLength: 100 });

it('hex reads back to the bytes', () => {
	fc.assert(
		fc.property(anyBytes, (bytes) => {
			expect(parseHex(listBytes(bytes, 'hex'))).toEqual({ ok: true, bytes });
		})
	);
});

it('JavaScript runs and gives the bytes', () => {
	fc.assert(
		fc.property(anyBytes, (bytes) => {
			const run = new Function(`${listBytes(bytes, 'javascript')} return frame;`);
			expect(run()).toEqual(bytes);
		})
	);
});

it('C is an array of the bytes in hex', () => {
	fc.assert(
		fc.property(anyBytes, (bytes) => {
			const list = /^const unsigned char frame\[\] = \{([0-9a-fx,\s]*)\};$/.exec(
				listBytes(bytes, 'c')
			)?.[1];
			expect(list?.match(/\b0x[0-9a-f]{2}\b/g) ?? []).toHaveLength(bytes.length);
			expect(parseHex(list ?? '!')).toEqual({ ok: true, bytes });
		})
	);
});

it('Python is literals of the bytes, one after the other', () => {
	fc.assert(
		fc.property(anyBytes, (bytes) => {
			const listing = listBytes(bytes, 'python');
			expect(listing).toMatch(/^frame = (b''|\((\n {4}b'(\\x[0-9a-f]{2})+')+\n\))$/);
			const digits = [...listing.matchAll(/\\x([0-9a-f]{2})/g)].map(([, pair]) => pair);
			expect(digits.join(' ')).toBe(formatHex(bytes));
		})
	);
});
