/**
 * The literals and matches of a block with codes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.5
 */
import type { BitReader } from './bit-reader.ts';
import {
	DISTANCES,
	END_OF_BLOCK,
	LENGTHS,
	MAX_DISTANCE_SYMBOLS,
	type Range
} from './deflate-alphabets.ts';
import type { DeflateOutput } from './deflate-output.ts';
import type {
	BlockCodes,
	DeflateFault,
	DeflateToken,
	TokenPart,
	TokenPartName
} from './deflate-trace.ts';
import { CUT_SHORT, makeHuffmanCode, NO_SYMBOL, readSymbol, type HuffmanCode } from './huffman.ts';

/** Reads to the end-of-block symbol; returns why it did not get there. */
export function readTokens(
	reader: BitReader,
	codes: BlockCodes,
	output: DeflateOutput,
	tokens: DeflateToken[]
): DeflateFault | null {
	const literals = makeHuffmanCode(codes.literals);
	const distances = makeHuffmanCode(codes.distances);
	for (;;) {
		const start = reader.position;
		const token =
			tokens.length < output.maxTokens
				? new TokenReader(reader, output).read(literals, distances)
				: 'too-much';
		if (typeof token === 'string') {
			return { code: token, bitOffset: start, bitLength: reader.position - start };
		}
		tokens.push(token);
		if (token.kind === 'end') return null;
	}
}

/** One token; its parts gather while it is read. */
class TokenReader {
	readonly #reader: BitReader;
	readonly #output: DeflateOutput;
	readonly #bitOffset: number;
	readonly #outputOffset: number;
	readonly #parts: TokenPart[] = [];

	constructor(reader: BitReader, output: DeflateOutput) {
		this.#reader = reader;
		this.#output = output;
		this.#bitOffset = reader.position;
		this.#outputOffset = output.length;
	}

	read(literals: HuffmanCode, distances: HuffmanCode): DeflateToken | DeflateFault['code'] {
		const symbol = this.#symbol('literal-length-code', literals);
		if (typeof symbol === 'string') return symbol;
		if (symbol === END_OF_BLOCK) return { ...this.#common(), kind: 'end' };
		if (symbol < END_OF_BLOCK) {
			if (!this.#output.add(symbol)) return 'too-much';
			return { ...this.#common(), kind: 'literal', value: symbol };
		}
		const range = LENGTHS[symbol - END_OF_BLOCK - 1];
		return range ? this.#match(range, distances) : 'symbol-invalid';
	}

	#match(range: Range, distances: HuffmanCode): DeflateToken | DeflateFault['code'] {
		const length = this.#value('length-extra', range);
		if (length < 0) return 'ends-inside';
		const symbol = this.#symbol('distance-code', distances);
		if (typeof symbol === 'string') return symbol;
		const distanceRange = DISTANCES[symbol];
		if (!distanceRange || symbol >= MAX_DISTANCE_SYMBOLS) return 'symbol-invalid';
		const distance = this.#value('distance-extra', distanceRange);
		if (distance < 0) return 'ends-inside';
		const fault = this.#output.distanceFault(distance);
		if (fault) return fault;
		if (!this.#output.repeat(distance, length)) return 'too-much';
		return { ...this.#common(), kind: 'match', distance };
	}

	#symbol(name: TokenPartName, code: HuffmanCode): number | DeflateFault['code'] {
		const bitOffset = this.#reader.position;
		const value = readSymbol(this.#reader, code);
		if (value === CUT_SHORT) return 'ends-inside';
		if (value === NO_SYMBOL) return 'symbol-invalid';
		this.#parts.push({ name, bitOffset, bitLength: this.#reader.position - bitOffset, value });
		return value;
	}

	/** Base and extra bits; -1 where the data end inside them. */
	#value(name: TokenPartName, { base, extraBits }: Range): number {
		const bitOffset = this.#reader.position;
		const value = this.#reader.bits(extraBits);
		if (value < 0) return -1;
		if (extraBits > 0) this.#parts.push({ name, bitOffset, bitLength: extraBits, value });
		return base + value;
	}

	#common() {
		return {
			bitOffset: this.#bitOffset,
			bitLength: this.#reader.position - this.#bitOffset,
			outputOffset: this.#outputOffset,
			outputLength: this.#output.length - this.#outputOffset,
			parts: this.#parts
		};
	}
}
