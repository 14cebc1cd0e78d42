import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { formatHex, parseHex } from '#lib/protocol/hex.ts';
import { changeParts, flipBit, readParts } from './frame-parts.ts';

function hex(text: string): Uint8Array<ArrayBuffer> {
	const parsed = parseHex(text);
	if (!parsed.ok) throw new TypeError(`text is not hex: ${text}`);
	return parsed.bytes;
}

function hasSameLayout(one: Uint8Array, other: Uint8Array): boolean {
	const [a, b] = [readParts(one), readParts(other)];
	return a.masked === b.masked && a.lengthForm === b.lengthForm;
}

const anyBytes = fc.uint8Array({ maxLength: 200 });
const wholeHeader = anyBytes.filter((bytes) => readParts(bytes).isHeaderComplete);

describe('readParts', () => {
	it('reads fields from which encodeFrame makes the same bytes', () => {
		fc.assert(
			fc.property(wholeHeader, (bytes) => {
				expect(encodeFrame(readParts(bytes))).toEqual(bytes);
			})
		);
	});

	it('reads any bytes', () => {
		fc.assert(fc.property(anyBytes, (bytes) => void readParts(bytes)));
	});

	it.each([
		['', 0, 0],
		['89', 9, 0],
		['81 fe 01', 1, 256]
	])('reads zeros where the header %s is cut', (bytes, opcode, announcedLength) => {
		expect(readParts(hex(bytes))).toMatchObject({
			opcode,
			announcedLength,
			isHeaderComplete: false
		});
	});

	it('counts what lies beyond the announced length as payload', () => {
		const parts = readParts(hex('81 01 61 62'));
		expect(parts).toMatchObject({ announcedLength: 1, isLengthHonest: false });
		expect(formatHex(parts.payload)).toBe('61 62');
	});
});

describe('changeParts', () => {
	it('keeps what was not named', () => {
		fc.assert(
			fc.property(
				wholeHeader,
				fc.integer({ min: 0, max: 15 }),
				fc.boolean(),
				(bytes, opcode, rsv2) => {
					const before = readParts(bytes);
					const after = readParts(changeParts(bytes, { opcode, rsv2 }));
					expect(after).toEqual({ ...before, opcode, rsv2 });
				}
			)
		);
	});

	it('masks anew, with the same payload under another key', () => {
		const before = changeParts(hex('81 85 37 fa 21 3d 7f 9f 4d 51 58'), {
			maskingKey: Uint8Array.of(1, 2, 3, 4)
		});
		expect(formatHex(before)).toBe('81 85 01 02 03 04 49 67 6f 68 6e');
	});

	it.each([
		['an honest length follows the payload', '81 02 61 62', '81 03 61 62 63'],
		['a length that lies is kept', '81 09 61 62', '81 09 61 62 63'],
		['a longer form is kept', '81 7e 00 02 61 62', '81 7e 00 03 61 62 63'],
		['a cut header is completed', '81', '81 03 61 62 63']
	])('%s', (_, before, after) => {
		const payload = Uint8Array.of(0x61, 0x62, 0x63);
		expect(formatHex(changeParts(hex(before), { payload }))).toBe(after);
	});

	it.each([
		[125, 7],
		[126, 16],
		[65_535, 16],
		[65_536, 64]
	])('takes the shortest form for %d bytes where the form was the shortest', (length, form) => {
		const grown = changeParts(hex('82 00'), { payload: new Uint8Array(length) });
		expect(readParts(grown)).toMatchObject({ lengthForm: form, isLengthHonest: true });
	});

	it.each([
		['turns the mask on with a key of zeros', '81 01 61', { masked: true }, '81 81 00 00 00 00 61'],
		[
			'turns the mask off and leaves the payload',
			'81 81 01 00 00 00 60',
			{ masked: false },
			'81 01 61'
		],
		['lets a length lie', '81 01 61', { announcedLength: 300 }, '81 7e 01 2c 61'],
		['forces a longer form', '81 01 61', { lengthForm: 16 as const }, '81 7e 00 01 61']
	])('%s', (_, before, change, after) => {
		expect(formatHex(changeParts(hex(before), change))).toBe(after);
	});

	it('throws for a length that the form asked for cannot hold', () => {
		const bytes = encodeFrame({ opcode: 2, payload: new Uint8Array(300) });
		expect(() => changeParts(bytes, { lengthForm: 7 })).toThrow(RangeError);
	});
});

describe('flipBit', () => {
	it('builds a masked ping from nothing by bits only', () => {
		const built = [0, 4, 7, 8].reduce(flipBit, new Uint8Array(0));
		expect(formatHex(built)).toBe('89 80 00 00 00 00');
	});

	it('gives the same bytes when it is done twice and the layout stays', () => {
		const bitOf = anyBytes
			.filter((bytes) => bytes.length > 0)
			.chain((bytes) =>
				fc.tuple(fc.constant(bytes), fc.integer({ min: 0, max: bytes.length * 8 - 1 }))
			);
		fc.assert(
			fc.property(bitOf, ([bytes, bit]) => {
				const once = flipBit(bytes, bit);
				if (hasSameLayout(once, bytes)) expect(flipBit(once, bit)).toEqual(bytes);
			})
		);
	});

	it('flips exactly that bit, whatever moves with it', () => {
		fc.assert(
			fc.property(wholeHeader, fc.integer({ min: 0, max: 15 }), (bytes, bit) => {
				const at = bit >> 3;
				const expected = bytes.slice(0, 2);
				expected[at] = (expected[at] ?? 0) ^ (0x80 >> (bit & 7));
				expect(flipBit(bytes, bit).subarray(0, 2)).toEqual(expected);
			})
		);
	});

	it('keeps the payload, whatever moves with a bit of the header', () => {
		fc.assert(
			fc.property(wholeHeader, fc.integer({ min: 0, max: 15 }), (bytes, bit) => {
				expect(readParts(flipBit(bytes, bit)).payload).toEqual(readParts(bytes).payload);
			})
		);
	});

	it.each([
		['MASK on inserts a key of zeros', '81 01 61', 8, '81 81 00 00 00 00 61'],
		['MASK off leaves the payload unmasked', '81 81 01 00 00 00 60', 8, '81 01 61'],
		[
			'126 brings 16 bits with the payload’s length',
			'81 7f 00 00 00 00 00 00 00 01 61',
			15,
			'81 7e 00 01 61'
		],
		[
			'127 brings 64 bits with the payload’s length',
			'81 7e 00 01 61',
			15,
			'81 7f 00 00 00 00 00 00 00 01 61'
		],
		['less than 126 takes the extended length away', '81 7e 00 01 61', 9, '81 3e 61'],
		['a key that is cut off goes too', '81 85 37 fa', 8, '81 05'],
		['an extended length that is cut off stays so', '81 7e 01', 8, '81 fe 01'],
		['a bit beyond the bytes completes the header', '81', 8, '81 80 00 00 00 00'],
		['a bit of a missing key completes the header', '81 80 01', 47, '81 80 01 00 00 01']
	])('%s', (_, before, bit, after) => {
		expect(formatHex(flipBit(hex(before), bit))).toBe(after);
	});

	it.each([-1, 0.5, 16, Number.NaN])('throws for bit %d of an empty draft', (bit) => {
		expect(() => flipBit(new Uint8Array(0), bit)).toThrow(RangeError);
	});
});
