/**
 * The alphabets of deflate: what each symbol means.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.5
 */

/** Symbols below are literal bytes, above lengths of matches. */
export const END_OF_BLOCK = 256;
/** Symbols that exist; the fixed code has two more of each kind that never occur. */
export const MAX_LITERAL_LENGTH_SYMBOLS = 286;
export const MAX_DISTANCE_SYMBOLS = 30;

/** What a symbol stands for: the least value, and how many bits follow that add to it. */
export interface Range {
	readonly base: number;
	readonly extraBits: number;
}

/** Bases follow from the extra bits: each range begins where the one before ends. */
function ranges(first: number, extraBits: readonly number[]): readonly Range[] {
	let base = first;
	return extraBits.map((extra) => {
		const range = { base, extraBits: extra };
		base += 2 ** extra;
		return range;
	});
}

/** Lengths of matches, from symbol 257; the last, 258, has a symbol of its own without extra bits. */
export const LENGTHS: readonly Range[] = [
	...ranges(
		3,
		[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]
	),
	{ base: 258, extraBits: 0 }
];

/** Distances of matches, from symbol 0. */
export const DISTANCES: readonly Range[] = ranges(
	1,
	[0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
);

/** §3.2.7: the order in which the lengths of the code length code are written. */
export const CODE_LENGTH_ORDER = [
	16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
] as const;

/** §3.2.6 */
export const FIXED_LITERAL_LENGTHS: readonly number[] = Array.from({ length: 288 }, (_, symbol) => {
	if (symbol < 144) return 8;
	if (symbol < 256) return 9;
	return symbol < 280 ? 7 : 8;
});
export const FIXED_DISTANCE_LENGTHS: readonly number[] = new Array<number>(30 + 2).fill(5);
