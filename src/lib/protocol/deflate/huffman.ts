/**
 * Huffman codes as deflate defines them: by the lengths of the codes alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.2
 */
import type { BitReader } from './bit-reader.ts';

/** Longest code, bits. */
export const MAX_CODE_LENGTH = 15;

export interface HuffmanCode {
	/** How many codes there are of each length, from length 0. */
	readonly counts: readonly number[];
	/** Symbols in the order of their codes. */
	readonly symbols: readonly number[];
	/** Codes of full length left over: 0 for a complete set, below 0 for more than fit. */
	readonly left: number;
	/** Length of the longest code; 0 where there is none. */
	readonly longest: number;
}

/** @param lengths bits of each symbol's code, 0 to 15; 0: the symbol does not occur */
export function makeHuffmanCode(lengths: readonly number[]): HuffmanCode {
	const counts = new Array<number>(MAX_CODE_LENGTH + 1).fill(0);
	for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
	let left = 1;
	let longest = 0;
	for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
		const count = counts[length] ?? 0;
		left = left * 2 - count;
		if (count > 0) longest = length;
		if (left < 0) break;
	}
	const symbols: number[] = [];
	for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
		if ((counts[length] ?? 0) === 0) continue;
		for (let symbol = 0; symbol < lengths.length; symbol++) {
			if (lengths[symbol] === length) symbols.push(symbol);
		}
	}
	return { counts, symbols, left, longest };
}

/** No symbol has these bits. */
export const NO_SYMBOL = -1;
/** The data end inside the code. */
export const CUT_SHORT = -2;

/** The next symbol, `NO_SYMBOL` or `CUT_SHORT`; takes the bits that it looked at. */
export function readSymbol(reader: BitReader, { counts, symbols, longest }: HuffmanCode): number {
	// Codes of one length are consecutive numbers, and the first follows from the shorter ones.
	let code = 0;
	let first = 0;
	let index = 0;
	for (let length = 1; length <= longest; length++) {
		const bit = reader.bit();
		if (bit < 0) return CUT_SHORT;
		code |= bit;
		const count = counts[length] ?? 0;
		if (code - count < first) return symbols[index + code - first] ?? NO_SYMBOL;
		index += count;
		first = (first + count) << 1;
		code <<= 1;
	}
	return NO_SYMBOL;
}

/** The code of each symbol as bits, first bit first; empty where the symbol does not occur. */
export function codeBits(lengths: readonly number[]): string[] {
	const { counts } = makeHuffmanCode(lengths);
	const next: number[] = [0];
	for (let length = 1, code = 0; length <= MAX_CODE_LENGTH; length++) {
		code = (code + (length > 1 ? (counts[length - 1] ?? 0) : 0)) << 1;
		next[length] = code;
	}
	return lengths.map((length) => {
		if (length === 0) return '';
		const code = next[length] ?? 0;
		next[length] = code + 1;
		return code.toString(2).padStart(length, '0');
	});
}
