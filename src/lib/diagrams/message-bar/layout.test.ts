import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHex } from '#lib/protocol/hex.ts';
import { layoutMessage, nearestBorder, roomiestCut, splitCharacters } from './layout.ts';

const HELLO = new TextEncoder().encode('你好');

function rowsOf(cuts: readonly number[], perRow: number, data = HELLO) {
	return layoutMessage({ data, isText: true, cuts, perRow });
}

describe('layoutMessage', () => {
	it('puts each character over its bytes, and says which one a cut divides', () => {
		const [row] = rowsOf([4], 8);
		expect(row?.characters).toMatchObject([
			{ glyph: '你', at: 0, span: 3, isSplit: false },
			{ glyph: '好', at: 3, span: 3, isSplit: true }
		]);
	});

	it('draws a character in two rows where the border of rows lies inside it', () => {
		const [first, second] = rowsOf([], 4);
		expect(first?.characters[1]).toMatchObject({ at: 3, span: 1, isContinued: false });
		expect(second?.characters[0]).toMatchObject({ at: 4, span: 2, isContinued: true });
	});

	it('puts a cut at the border of two rows at the end of the first', () => {
		expect(rowsOf([4], 4).map(({ cuts }) => cuts)).toEqual([[{ index: 0, at: 4, column: 4 }], []]);
	});

	it('marks bytes that are no text', () => {
		const [row] = rowsOf([], 8, Uint8Array.of(0x41, 0xff));
		expect(row?.characters.map(({ isBad }) => isBad)).toEqual([false, true]);
	});

	it('has no characters over a binary message', () => {
		const rows = layoutMessage({ data: HELLO, isText: false, cuts: [], perRow: 8 });
		expect(rows[0]?.characters).toEqual([]);
	});

	it('draws every byte and every cut once, whatever the width', () => {
		const message = fc.uint8Array({ maxLength: 60 });
		const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 59 }));
		fc.assert(
			fc.property(message, cuts, fc.integer({ min: 1, max: 20 }), (data, all, perRow) => {
				const cuts = all.filter((cut) => cut < data.length).sort((a, b) => a - b);
				const rows = rowsOf(cuts, perRow, data);
				const bytes = rows.flatMap((row) => row.bytes.map(({ value }) => value));
				expect(bytes).toEqual([...data]);
				expect(rows.flatMap((row) => row.cuts.map(({ at }) => at))).toEqual(cuts);
				for (const { bytes, parts, characters } of rows) {
					const length = (cells: readonly { span: number }[]) =>
						cells.reduce((sum, { span }) => sum + span, 0);
					expect(length(parts)).toBe(bytes.length);
					expect(length(characters)).toBe(bytes.length);
				}
			})
		);
	});
});

describe('splitCharacters', () => {
	it.each([
		[1, '你', 'e4', 'bd a0'],
		[4, '好', 'e5', 'a5 bd'],
		[5, '好', 'e5 a5', 'bd']
	])('a cut at %d divides %s', (at, glyph, before, after) => {
		const [split] = splitCharacters(HELLO, [at]);
		expect(split?.glyph).toBe(glyph);
		expect(formatHex(split?.before ?? HELLO)).toBe(before);
		expect(formatHex(split?.after ?? HELLO)).toBe(after);
	});

	it('a cut between two characters divides none', () => {
		expect(splitCharacters(HELLO, [3])).toEqual([]);
	});
});

it.each([
	[6, [], 3],
	[6, [3], 1],
	[7, [2], 4],
	[2, [1], null],
	[1, [], null],
	[0, [], null]
])('of %d bytes cut at %j the roomiest place for a cut is %s', (length, cuts, expected) => {
	expect(roomiestCut(length, cuts)).toBe(expected);
});

describe('nearestBorder', () => {
	const rows = [
		{ left: 10, top: 0, bottom: 50 },
		{ left: 10, top: 54, bottom: 104 }
	];
	const size = { cell: 30, perRow: 4, length: 6 };

	it.each([
		['the start', -50, 20, 0],
		['a border in the first row', 42, 20, 1],
		['the nearer border', 60, 20, 2],
		['the end of the first row', 500, 20, 4],
		['a border in the second row', 42, 80, 5],
		['the end of the message', 500, 300, 6]
	])('finds %s', (_, x, y, expected) => {
		expect(nearestBorder(rows, { x, y }, size)).toBe(expected);
	});
});
