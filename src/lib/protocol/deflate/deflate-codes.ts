/**
 * The two codes of a dynamic block, read from its head.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.7
 */
import type { BitReader } from './bit-reader.ts';
import {
	CODE_LENGTH_ORDER,
	END_OF_BLOCK,
	MAX_DISTANCE_SYMBOLS,
	MAX_LITERAL_LENGTH_SYMBOLS
} from './deflate-alphabets.ts';
import type { BlockCodes, BlockField, BlockFieldName, DeflateFault } from './deflate-trace.ts';
import { CUT_SHORT, makeHuffmanCode, NO_SYMBOL, readSymbol, type HuffmanCode } from './huffman.ts';

export type CodesOutcome =
	| { readonly ok: true; readonly codes: BlockCodes }
	| { readonly ok: false; readonly fault: DeflateFault };

/** A field of so many bits, added to the list; -1 where the data end before. */
export function readField(
	reader: BitReader,
	fields: BlockField[],
	name: BlockFieldName,
	bitLength: number,
	bias = 0
): number {
	const bitOffset = reader.position;
	const value = reader.bits(bitLength);
	if (value < 0) return -1;
	fields.push({ name, bitOffset, bitLength, value: value + bias });
	return value + bias;
}

/** Reads HLIT to the last code length; what could be read is added to `fields`. */
export function readDynamicCodes(reader: BitReader, fields: BlockField[]): CodesOutcome {
	const start = reader.position;
	const literals = readField(reader, fields, 'HLIT', 5, 257);
	const distances = readField(reader, fields, 'HDIST', 5, 1);
	const count = readField(reader, fields, 'HCLEN', 4, 4);
	if (literals < 0 || distances < 0 || count < 0) return failed('ends-inside', reader.position, 0);
	if (literals > MAX_LITERAL_LENGTH_SYMBOLS || distances > MAX_DISTANCE_SYMBOLS) {
		return failed('too-many-symbols', start, 10);
	}
	const lengthsStart = reader.position;
	if (reader.bitsLeft < count * 3) return failed('ends-inside', lengthsStart, reader.bitsLeft);
	const lengthLengths = readLengthLengths(reader, count);
	const bitLength = reader.position - lengthsStart;
	fields.push({ name: 'code-length-lengths', bitOffset: lengthsStart, bitLength, value: count });
	const code = makeHuffmanCode(lengthLengths);
	const bad = codeFault(code, false);
	if (bad) return failed(bad, lengthsStart, bitLength);
	return readLengths(reader, fields, code, literals, distances);
}

function readLengthLengths(reader: BitReader, count: number): number[] {
	const lengths = new Array<number>(CODE_LENGTH_ORDER.length).fill(0);
	for (const symbol of CODE_LENGTH_ORDER.slice(0, count)) lengths[symbol] = reader.bits(3);
	return lengths;
}

function readLengths(
	reader: BitReader,
	fields: BlockField[],
	code: HuffmanCode,
	literals: number,
	distances: number
): CodesOutcome {
	const bitOffset = reader.position;
	const lengths: number[] = [];
	while (lengths.length < literals + distances) {
		const fault = readRun(reader, code, lengths, literals + distances);
		if (fault) return { ok: false, fault };
	}
	const bitLength = reader.position - bitOffset;
	fields.push({ name: 'code-lengths', bitOffset, bitLength, value: lengths.length });
	const codes = { literals: lengths.slice(0, literals), distances: lengths.slice(literals) };
	if (!codes.literals[END_OF_BLOCK]) return failed('end-of-block-missing', bitOffset, bitLength);
	const bad =
		codeFault(makeHuffmanCode(codes.literals), true) ??
		codeFault(makeHuffmanCode(codes.distances), true);
	return bad ? failed(bad, bitOffset, bitLength) : { ok: true, codes };
}

/** Symbols 16 to 18 repeat a length: the last one, or 0. */
const REPEATS = [
	{ extraBits: 2, base: 3 },
	{ extraBits: 3, base: 3 },
	{ extraBits: 7, base: 11 }
] as const;

/** One length, or a run of them. */
function readRun(
	reader: BitReader,
	code: HuffmanCode,
	lengths: number[],
	wanted: number
): DeflateFault | null {
	const start = reader.position;
	const fault = (name: DeflateFault['code']): DeflateFault => ({
		code: name,
		bitOffset: start,
		bitLength: reader.position - start
	});
	const symbol = readSymbol(reader, code);
	if (symbol === CUT_SHORT) return fault('ends-inside');
	if (symbol === NO_SYMBOL) return fault('symbol-invalid');
	const repeat = REPEATS[symbol - 16];
	if (!repeat) {
		lengths.push(symbol);
		return null;
	}
	const previous = symbol === 16 ? lengths.at(-1) : 0;
	const extra = reader.bits(repeat.extraBits);
	if (extra < 0) return fault('ends-inside');
	if (previous === undefined) return fault('repeat-without-previous');
	if (lengths.length + repeat.base + extra > wanted) return fault('repeat-too-long');
	for (let times = repeat.base + extra; times > 0; times--) lengths.push(previous);
	return null;
}

/** A code of a single symbol may leave bits over, as §3.2.7 says of distances and zlib takes. */
function codeFault(
	{ left, longest }: HuffmanCode,
	maySingle: boolean
): 'code-oversubscribed' | 'code-incomplete' | null {
	if (left < 0) return 'code-oversubscribed';
	if (left === 0 || longest === 0) return null;
	return maySingle && longest === 1 ? null : 'code-incomplete';
}

function failed(code: DeflateFault['code'], bitOffset: number, bitLength: number): CodesOutcome {
	return { ok: false, fault: { code, bitOffset, bitLength } };
}
