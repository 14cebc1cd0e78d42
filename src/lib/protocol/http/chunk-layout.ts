/**
 * The chunks of a body that is sent in pieces: where each size and each piece of content lies.
 * Total: never throws on bytes, and stops at the first fault.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1
 */
import { latin1 } from '../latin1.ts';
import { HTTP_RULES, violationAt, type HttpViolation } from './http-violation.ts';

const LF = 0x0a;
const SIZE_LINE = /^([0-9A-Fa-f]{1,13})[ \t]*(?:;.*)?\r?$/s;

export interface Chunk {
	/** Position in the body, from 0. */
	readonly index: number;
	/** Bytes of the body before the size's digits, and behind them. */
	readonly sizeStart: number;
	readonly sizeEnd: number;
	/** Bytes of content, as announced; 0 ends the body. */
	readonly size: number;
	/** The content, as far as it has come. */
	readonly dataStart: number;
	readonly dataEnd: number;
	/** Bytes of content before it. */
	readonly contentOffset: number;
}

export interface ChunkLayout {
	readonly chunks: readonly Chunk[];
	/** Bytes of content so far. */
	readonly contentLength: number;
	/** Whether the last chunk and what follows it have come. */
	readonly isComplete: boolean;
	readonly violation: HttpViolation | null;
}

/** Reads the body from its first byte, as far as it has come. */
export function layoutChunks(bytes: Uint8Array): ChunkLayout {
	const chunks: Chunk[] = [];
	let contentLength = 0;
	const outcome = (isComplete: boolean, at: number | null = null): ChunkLayout => {
		const violation =
			at === null
				? null
				: violationAt('chunk-malformed', HTTP_RULES['chunk-malformed'], at, at + 1);
		return { chunks, contentLength, isComplete, violation };
	};
	for (let at = 0; at < bytes.length;) {
		const lineEnd = bytes.indexOf(LF, at);
		if (lineEnd < 0) return outcome(false);
		const digits = SIZE_LINE.exec(latin1(bytes.subarray(at, lineEnd)))?.[1];
		if (digits === undefined) return outcome(false, at);
		const size = parseInt(digits, 16);
		const dataStart = lineEnd + 1;
		const dataEnd = Math.min(dataStart + size, bytes.length);
		const common = { index: chunks.length, sizeStart: at, sizeEnd: at + digits.length };
		chunks.push({ ...common, size, dataStart, dataEnd, contentOffset: contentLength });
		contentLength += dataEnd - dataStart;
		if (size === 0) return outcome(hasTrailerEnd(bytes, dataStart));
		if (dataStart + size >= bytes.length) return outcome(false);
		const end = endOfLine(bytes, dataStart + size);
		if (end === null) return outcome(false);
		if (end < 0) return outcome(false, dataStart + size);
		at = end;
	}
	return outcome(false);
}

/** Behind the line end that must stand here; null: still to come; -1: something else stands here. */
function endOfLine(bytes: Uint8Array, at: number): number | null {
	if (bytes[at] === LF) return at + 1;
	if (bytes[at] !== 0x0d) return -1;
	if (at + 1 >= bytes.length) return null;
	return bytes[at + 1] === LF ? at + 2 : -1;
}

/** §7.1.2: lines of trailers, and an empty one. */
function hasTrailerEnd(bytes: Uint8Array, from: number): boolean {
	for (let at = from; at < bytes.length;) {
		const end = bytes.indexOf(LF, at);
		if (end < 0) return false;
		if (end === at || (end === at + 1 && bytes[at] === 0x0d)) return true;
		at = end + 1;
	}
	return false;
}

/** The content of all chunks, joined. */
export function chunkContent(
	bytes: Uint8Array,
	{ chunks, contentLength }: ChunkLayout
): Uint8Array {
	const content = new Uint8Array(contentLength);
	for (const { dataStart, dataEnd, contentOffset } of chunks) {
		content.set(bytes.subarray(dataStart, dataEnd), contentOffset);
	}
	return content;
}
