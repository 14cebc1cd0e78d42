/**
 * The parts of a line as a table shows them, each in the notation of draft-text.ts, on one line.
 * Put together in their order they are the line, byte for byte.
 */
import { readLines, type LineSpan } from './draft-lines.ts';
import { showInline } from './draft-text.ts';
import type { HandshakeDraft } from './handshake-draft.ts';

/** Cut at the first and at the last space (RFC 9112 §3); any part may be empty. */
export interface RequestLineParts {
	readonly kind: 'request';
	readonly method: string;
	readonly target: string;
	readonly version: string;
}

/** Cut at the first and at the second space (RFC 9112 §4). */
export interface StatusLineParts {
	readonly kind: 'response';
	readonly version: string;
	readonly status: string;
	readonly reason: string;
}

export type StartLineParts = RequestLineParts | StatusLineParts;
export type StartPart = 'method' | 'target' | 'version' | 'status' | 'reason';

/** One physical line; of a folded header, its first. */
export interface HeaderParts {
	readonly name: string;
	/** Whitespace. */
	readonly beforeColon: string;
	/** Empty for a line that has no colon: all of it is `name`. */
	readonly colon: ':' | '';
	readonly afterColon: string;
	readonly value: string;
	readonly trailing: string;
}

/** Bytes of the draft, `end` exclusive. */
export interface PartSpan {
	readonly start: number;
	readonly end: number;
}

const TAB = 0x09;
const SPACE = 0x20;
const COLON = 0x3a;
const H = 0x48;

/**
 * The three parts of a start line, in their order; null for one that is not there, together with
 * the space before it.
 */
export function cutStartLine(
	{ bytes, role }: HandshakeDraft,
	{ start, end }: LineSpan
): readonly [PartSpan, PartSpan | null, PartSpan | null] {
	const first = indexOf(bytes, SPACE, start, end);
	if (first === -1) return [{ start, end }, null, null];
	const head = { start, end: first };
	const second =
		role === 'client' ? bytes.lastIndexOf(SPACE, end - 1) : indexOf(bytes, SPACE, first + 1, end);
	if (second > first) return [head, { start: first + 1, end: second }, { start: second + 1, end }];
	const tail = { start: first + 1, end };
	// The target may be what is missing: the version cannot be mistaken for one.
	const isVersion = role === 'client' && bytes[tail.start] === H;
	return isVersion ? [head, null, tail] : [head, tail, null];
}

function indexOf(bytes: Uint8Array, value: number, start: number, end: number): number {
	const found = bytes.indexOf(value, start);
	return found < end ? found : -1;
}

/** Null where the draft has no start line. */
export function startParts(draft: HandshakeDraft): StartLineParts | null {
	const line = readLines(draft.bytes).find(({ kind }) => kind === 'start');
	if (!line) return null;
	const [first, second, third] = cutStartLine(draft, line).map((part) =>
		part ? showInline(draft.bytes.subarray(part.start, part.end)) : ''
	);
	const [a = '', b = '', c = ''] = [first, second, third];
	return draft.role === 'client'
		? { kind: 'request', method: a, target: b, version: c }
		: { kind: 'response', version: a, status: b, reason: c };
}

/** Where the parts of a header line lie; `colon` null for a line that has none. */
export interface HeaderSpans {
	readonly name: PartSpan;
	readonly colon: number | null;
	readonly value: PartSpan;
}

/** @param line a header; of a folded one, its first line */
export function cutHeaderLine(bytes: Uint8Array, { start, end }: LineSpan): HeaderSpans {
	const colon = indexOf(bytes, COLON, start, end);
	if (colon === -1) return { name: { start, end }, colon: null, value: { start: end, end } };
	return {
		name: trim(bytes, start, colon),
		colon,
		value: trim(bytes, colon + 1, end)
	};
}

function isBlank(byte: number | undefined): boolean {
	return byte === SPACE || byte === TAB;
}

function trim(bytes: Uint8Array, start: number, end: number): PartSpan {
	while (start < end && isBlank(bytes[start])) start += 1;
	while (end > start && isBlank(bytes[end - 1])) end -= 1;
	return { start, end };
}

/**
 * @param line index among the lines of the draft's reading
 * @returns null for a line that is neither a header nor lacks but the colon
 */
export function headerParts(draft: HandshakeDraft, line: number): HeaderParts | null {
	const found = readLines(draft.bytes)[line];
	if (!found || (found.kind !== 'header' && found.kind !== 'stray')) return null;
	const { name, colon, value } = cutHeaderLine(draft.bytes, found);
	const show = (start: number, end: number) => showInline(draft.bytes.subarray(start, end));
	return {
		name: show(name.start, name.end),
		beforeColon: colon === null ? '' : show(name.end, colon),
		colon: colon === null ? '' : ':',
		afterColon: colon === null ? '' : show(colon + 1, value.start),
		value: show(value.start, value.end),
		trailing: show(value.end, found.end)
	};
}
