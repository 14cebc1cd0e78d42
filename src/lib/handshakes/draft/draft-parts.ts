/**
 * The parts of a line as a table shows them, each in the notation of draft-text.ts, on one line.
 * Put together in their order they are the line, byte for byte.
 */
import { latin1 } from '#lib/protocol/latin1.ts';
import { readLines, type DraftLine, type LineSpan } from './draft-lines.ts';
import { showInline } from './draft-text.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';

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

/** One physical line of a header; of a line that goes on with a value, only what follows the colon. */
export interface HeaderParts {
	readonly name: string;
	/** Whitespace. */
	readonly beforeColon: string;
	/** Empty for a line that has none: all of it is `name`, or what goes on with a value. */
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

/**
 * The three parts of a start line, in their order; null for one that is not there, together with
 * the space before it.
 */
export function cutStartLine(
	{ bytes, role }: HandshakeDraft,
	{ start, end }: LineSpan
): readonly [PartSpan, PartSpan | null, PartSpan | null] {
	const text = latin1(bytes, start, end);
	const first = text.indexOf(' ');
	if (first === -1) return [{ start, end }, null, null];
	const head = { start, end: start + first };
	const second = role === 'client' ? text.lastIndexOf(' ') : text.indexOf(' ', first + 1);
	const tail = { start: head.end + 1, end };
	if (second > first) {
		const at = start + second;
		return [head, { start: tail.start, end: at }, { start: at + 1, end }];
	}
	// The target may be what is missing: the version cannot be mistaken for one.
	const isVersion = role === 'client' && /^HTTP\//i.test(text.slice(first + 1));
	return isVersion ? [head, null, tail] : [head, tail, null];
}

/** One of the lines that can be edited. */
export function lineOf({ bytes }: HandshakeDraft, line: number): DraftLine | undefined {
	return readLines(bytes, HANDSHAKE_LIMITS.lines)[line];
}

export function startLine({ bytes }: HandshakeDraft): DraftLine | undefined {
	return readLines(bytes, HANDSHAKE_LIMITS.lines).find(({ kind }) => kind === 'start');
}

/** Null where the draft has no start line. */
export function startParts(draft: HandshakeDraft): StartLineParts | null {
	const line = startLine(draft);
	if (!line) return null;
	const texts = cutStartLine(draft, line).map((part) =>
		part ? showInline(draft.bytes.subarray(part.start, part.end)) : ''
	);
	const [first = '', second = '', third = ''] = texts;
	return draft.role === 'client'
		? { kind: 'request', method: first, target: second, version: third }
		: { kind: 'response', version: first, status: second, reason: third };
}

/** Where the parts of a line lie; what is between them is whitespace, and perhaps a colon. */
export interface HeaderSpans {
	readonly name: PartSpan;
	/** Null for a line that has none. */
	readonly colon: number | null;
	readonly value: PartSpan;
}

export function cutHeaderLine(bytes: Uint8Array, { start, end, kind }: DraftLine): HeaderSpans {
	// A folded line goes on with a value: its colons end no name.
	if (kind === 'fold') {
		return { name: { start, end: start }, colon: null, value: trim(bytes, start, end) };
	}
	const found = bytes.indexOf(COLON, start);
	if (found === -1 || found >= end) {
		return { name: { start, end }, colon: null, value: { start: end, end } };
	}
	const name = { start, end: trim(bytes, start, found).end };
	return { name, colon: found, value: trim(bytes, found + 1, end) };
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
 * @returns null for a start line, a blank line, and one that is not there
 */
export function headerParts(draft: HandshakeDraft, line: number): HeaderParts | null {
	const found = lineOf(draft, line);
	if (!found || found.kind === 'start' || found.kind === 'blank') return null;
	const { name, colon, value } = cutHeaderLine(draft.bytes, found);
	const show = (start: number, end: number) => showInline(draft.bytes.subarray(start, end));
	return {
		name: show(name.start, name.end),
		beforeColon: colon === null ? '' : show(name.end, colon),
		colon: colon === null ? '' : ':',
		afterColon: show(colon === null ? name.end : colon + 1, value.start),
		value: show(value.start, value.end),
		trailing: show(value.end, found.end)
	};
}
