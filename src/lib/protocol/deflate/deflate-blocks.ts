/**
 * Reads a deflate stream to its last bit: blocks, codes, literals and matches, each with its place.
 *
 * Inflating for use is pako's work (inflate-message.ts); this is for looking. It never throws:
 * what is wrong with the data is data.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951
 */
import { BitReader } from './bit-reader.ts';
import { FIXED_DISTANCE_LENGTHS, FIXED_LITERAL_LENGTHS } from './deflate-alphabets.ts';
import { readDynamicCodes, readField } from './deflate-codes.ts';
import { DeflateOutput, type OutputBounds } from './deflate-output.ts';
import { readTokens } from './deflate-tokens.ts';
import type {
	BlockCodes,
	BlockField,
	BlockKind,
	DeflateBlock,
	DeflateFault,
	DeflateToken,
	DeflateTrace
} from './deflate-trace.ts';
import { joinBytes } from '../join-bytes.ts';
import { DEFLATE_TAIL } from './permessage-deflate.ts';

export interface TraceOptions extends Partial<OutputBounds> {
	/** Bytes that came before: what matches may reach back to. */
	readonly window?: Uint8Array;
	/** Base-2 logarithm of how far back a match may reach, 8 to 15; default 15. */
	readonly windowBits?: number;
	/**
	 * Reads on, at the next byte, after a block with BFINAL set (RFC 7692 §7.2.3.4). Default:
	 * what follows such a block is left alone.
	 */
	readonly goesOn?: boolean;
}

const BLOCK_KINDS = ['stored', 'fixed', 'dynamic', 'reserved'] as const;
const FIXED_CODES: BlockCodes = {
	literals: FIXED_LITERAL_LENGTHS,
	distances: FIXED_DISTANCE_LENGTHS
};

/** @throws RangeError when windowBits is not 8 to 15 */
export function traceDeflate(data: Uint8Array, options: TraceOptions = {}): DeflateTrace {
	const reader = new BitReader(data);
	const output = new DeflateOutput(options);
	const blocks: DeflateBlock[] = [];
	let fault: DeflateFault | null = null;
	for (;;) {
		const isLast = blocks.at(-1)?.isFinal ?? false;
		if (isLast && !options.goesOn) break;
		if (isLast) reader.align();
		if (blocks.length > 0 && reader.bitsLeft === 0) break;
		const read = readBlock(reader, output);
		if (read.block) blocks.push(read.block);
		({ fault } = read);
		if (fault) break;
	}
	return { blocks, output: output.bytes(), bitLength: reader.position, fault };
}

/**
 * Reads the payload of a compressed message, with the tail that its sender dropped put back
 * (RFC 7692 §7.2.2).
 */
export function traceMessage(payload: Uint8Array, options: TraceOptions = {}): DeflateTrace {
	const bare = traceDeflate(payload, { ...options, goesOn: true });
	// A payload that ends with its final block owes nothing: a tail would begin another one.
	const isWhole = bare.fault === null && (bare.blocks.at(-1)?.isFinal ?? false);
	if (isWhole) return bare;
	return traceDeflate(joinBytes([payload, DEFLATE_TAIL]), { ...options, goesOn: true });
}

interface ReadBlock {
	/** Null where the data end before its type is known. */
	readonly block: DeflateBlock | null;
	readonly fault: DeflateFault | null;
}

function readBlock(reader: BitReader, output: DeflateOutput): ReadBlock {
	const bitOffset = reader.position;
	const outputOffset = output.length;
	const fields: BlockField[] = [];
	const tokens: DeflateToken[] = [];
	const final = readField(reader, fields, 'BFINAL', 1);
	const type = readField(reader, fields, 'BTYPE', 2);
	const kind = BLOCK_KINDS[type];
	if (!kind) return { block: null, fault: endsInside(reader, bitOffset) };
	const { codes, fault } = readBody(kind, reader, output, fields, tokens);
	const block = {
		kind,
		isFinal: final === 1,
		bitOffset,
		bitLength: reader.position - bitOffset,
		outputOffset,
		outputLength: output.length - outputOffset,
		fields,
		codes,
		tokens
	};
	return { block, fault };
}

function endsInside(reader: BitReader, bitOffset: number): DeflateFault {
	return { code: 'ends-inside', bitOffset, bitLength: reader.position - bitOffset };
}

function readBody(
	kind: BlockKind,
	reader: BitReader,
	output: DeflateOutput,
	fields: BlockField[],
	tokens: DeflateToken[]
): { readonly codes: BlockCodes | null; readonly fault: DeflateFault | null } {
	if (kind === 'reserved') {
		const bitOffset = reader.position - 2;
		return { codes: null, fault: { code: 'block-type-reserved', bitOffset, bitLength: 2 } };
	}
	if (kind === 'stored') {
		return { codes: null, fault: readStored(reader, output, fields, tokens) };
	}
	const head = kind === 'fixed' ? FIXED_CODES : null;
	const outcome = head ? { ok: true as const, codes: head } : readDynamicCodes(reader, fields);
	if (!outcome.ok) return { codes: null, fault: outcome.fault };
	return { codes: outcome.codes, fault: readTokens(reader, outcome.codes, output, tokens) };
}

/** §3.2.4 */
function readStored(
	reader: BitReader,
	output: DeflateOutput,
	fields: BlockField[],
	tokens: DeflateToken[]
): DeflateFault | null {
	const paddingOffset = reader.position;
	const padding = reader.align();
	if (padding > 0) {
		fields.push({ name: 'padding', bitOffset: paddingOffset, bitLength: padding, value: 0 });
	}
	const bitOffset = reader.position;
	const length = readField(reader, fields, 'LEN', 16);
	const complement = readField(reader, fields, 'NLEN', 16);
	if (length < 0 || complement < 0) return endsInside(reader, bitOffset);
	if ((length ^ complement) !== 0xffff) {
		return { code: 'stored-length-mismatch', bitOffset, bitLength: 32 };
	}
	return length === 0 ? null : copyStored(reader, output, tokens, length);
}

function copyStored(
	reader: BitReader,
	output: DeflateOutput,
	tokens: DeflateToken[],
	length: number
): DeflateFault | null {
	const bitOffset = reader.position;
	const outputOffset = output.length;
	const start = bitOffset / 8;
	const there = reader.bytes.subarray(start, start + length);
	const outputLength = output.copy(there);
	const bitLength = outputLength * 8;
	reader.position += bitLength;
	const parts = [{ name: 'stored-bytes' as const, bitOffset, bitLength, value: outputLength }];
	tokens.push({ kind: 'stored', bitOffset, bitLength, outputOffset, outputLength, parts });
	if (outputLength < there.length) return { code: 'too-much', bitOffset, bitLength };
	return there.length < length ? endsInside(reader, bitOffset) : null;
}
