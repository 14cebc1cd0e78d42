/**
 * Tokens of a deflate stream as runs over the text that they make, and where a match copies from.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.5
 */
import type { DeflateToken, DeflateTrace } from '#lib/protocol/deflate/deflate-trace.ts';
import { glyphOf, readCodePoints } from '../payload/code-points.ts';

/** A token and where it stands: tokens are counted through all blocks. */
export interface PlacedToken {
	readonly index: number;
	readonly block: number;
	readonly token: DeflateToken;
}

export function placeTokens({ blocks }: DeflateTrace): readonly PlacedToken[] {
	const placed: PlacedToken[] = [];
	for (const [block, { tokens }] of blocks.entries()) {
		for (const token of tokens) placed.push({ index: placed.length, block, token });
	}
	return placed;
}

/** Bytes of the output; those before 0 lie in the window, counted back from its end. */
export interface ByteSpan {
	readonly from: number;
	readonly to: number;
}

/**
 * The bytes that a match copies, as far as they were there before it; null for other tokens. A
 * match longer than its distance goes on with what it has just written.
 */
export function sourceOf(token: DeflateToken | undefined): ByteSpan | null {
	if (token?.kind !== 'match') return null;
	const from = token.outputOffset - token.distance;
	return { from, to: Math.min(from + token.outputLength, token.outputOffset) };
}

/** Where the character may begin that holds a byte: at most three bytes before. */
function characterStart(bytes: Uint8Array, byte: number): number {
	let at = byte;
	while (at > 0 && byte - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
	return at;
}

/** What is written for some bytes: characters where they are whole, else the byte in hex. */
export interface Piece extends ByteSpan {
	readonly text: string;
	readonly kind: 'text' | 'name' | 'hex';
}

/** Bytes of the output as pieces; of a character that is cut by the borders each byte alone. */
export function labelBytes(bytes: Uint8Array, { from, to }: ByteSpan): readonly Piece[] {
	const pieces: Piece[] = [];
	for (const { start, length, value } of readCodePoints(bytes, {
		from: characterStart(bytes, from),
		to
	})) {
		const end = start + length;
		if (value !== null && start >= from && end <= to) {
			const { text, isName } = glyphOf(value);
			// Words are read as words: between them a mark, no name.
			const shown = value === 0x20 ? '␣' : text;
			pieces.push({ from: start, to: end, text: shown, kind: isName ? 'name' : 'text' });
			continue;
		}
		for (let at = Math.max(start, from); at < Math.min(end, to); at++) {
			const text = (bytes[at] ?? 0).toString(16).padStart(2, '0');
			pieces.push({ from: at, to: at + 1, text, kind: 'hex' });
		}
	}
	return pieces;
}

/** The character whose last byte the token brings and whose first one it does not; or null. */
export function completedBy(bytes: Uint8Array, token: DeflateToken): string | null {
	const { outputOffset: from, outputLength } = token;
	if (outputLength === 0) return null;
	const [point] = readCodePoints(bytes, { from: characterStart(bytes, from), to: from + 1 });
	if (!point || point.value === null || point.start >= from) return null;
	const isDone = point.start + point.length <= from + outputLength;
	return isDone ? glyphOf(point.value).text : null;
}

export interface Stretch {
	readonly pieces: readonly Piece[];
	readonly isSource: boolean;
}

/** Pieces in a row that are, or are not, among the bytes a match copies. */
export function stretches(pieces: readonly Piece[], source: ByteSpan | null): readonly Stretch[] {
	const all: { pieces: Piece[]; isSource: boolean }[] = [];
	for (const piece of pieces) {
		const isSource = source !== null && piece.from < source.to && piece.to > source.from;
		const last = all.at(-1);
		if (last?.isSource === isSource) last.pieces.push(piece);
		else all.push({ pieces: [piece], isSource });
	}
	return all;
}

/** Where a key leads among tokens; null for keys that do not move. Up and down go by matches. */
export function tokenAfterKey(
	tokens: readonly PlacedToken[],
	index: number,
	key: string
): number | null {
	const last = tokens.length - 1;
	const isMatch = ({ token }: PlacedToken) => token.kind === 'match';
	const target = {
		ArrowRight: () => Math.min(index + 1, last),
		ArrowLeft: () => Math.max(index - 1, 0),
		Home: () => 0,
		End: () => last,
		ArrowDown: () => tokens.find((each) => each.index > index && isMatch(each))?.index ?? index,
		ArrowUp: () => tokens.findLast((each) => each.index < index && isMatch(each))?.index ?? index
	}[key];
	return target ? target() : null;
}

/** One byte of the stream with its bits as written, most significant first. */
export interface BitByte {
	readonly index: number;
	readonly bits: readonly { readonly value: number; readonly isOfToken: boolean }[];
}

/** The bytes of the stream that hold some bits (RFC 1951 §3.1.1: packed from the right). */
export function bytesOfBits(
	data: Uint8Array,
	{ bitOffset, bitLength }: { readonly bitOffset: number; readonly bitLength: number },
	most = 8
): readonly BitByte[] {
	const first = bitOffset >> 3;
	const end = Math.min((bitOffset + bitLength + 7) >> 3, first + most, data.length);
	return Array.from({ length: Math.max(0, end - first) }, (_, at) => {
		const index = first + at;
		const bits = Array.from({ length: 8 }, (__, column) => {
			const bit = index * 8 + 7 - column;
			return {
				value: ((data[index] ?? 0) >> (7 - column)) & 1,
				isOfToken: bit >= bitOffset && bit < bitOffset + bitLength
			};
		});
		return { index, bits };
	});
}

/** Bits in the order in which they are read: `0110`. */
export function readingOrder(data: Uint8Array, bitOffset: number, bitLength: number): string {
	let text = '';
	for (let bit = bitOffset; bit < bitOffset + bitLength; bit++) {
		text += ((data[bit >> 3] ?? 0) >> (bit & 7)) & 1;
	}
	return text;
}
