/**
 * Changes of a draft: each returns a new draft and keeps every byte that it does not concern.
 *
 * None refuses for size: what goes over a bound is told by `draftFaults`. Texts are in the notation
 * of draft-text.ts; one that cannot be read changes nothing, and neither does a line that is not
 * there: the draft itself comes back.
 */
import { headerInfo } from '#lib/protocol/handshake/headers.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import { headLength, type DraftLine, type LineEnding } from './draft-lines.ts';
import {
	cutHeaderLine,
	cutStartLine,
	lineOf,
	startLine,
	type HeaderParts,
	type PartSpan,
	type StartPart
} from './draft-parts.ts';
import {
	blockLength,
	isWhole,
	keepUnfinished,
	mendEndings,
	takeApart,
	usualEnding,
	withLines
} from './draft-pieces.ts';
import { readText } from './draft-text.ts';
import type { HandshakeDraft } from './handshake-draft.ts';

type Bytes = Uint8Array;
const SPACE = latin1Bytes(' ');
const COLON = latin1Bytes(':');

export function setBytes(draft: HandshakeDraft, bytes: Uint8Array<ArrayBuffer>): HandshakeDraft {
	return { ...draft, bytes };
}

export function setPace(draft: HandshakeDraft, pace: HandshakeDraft['pace']): HandshakeDraft {
	return { ...draft, pace };
}

/** @param gap milliseconds */
export function setGap(draft: HandshakeDraft, gap: number): HandshakeDraft {
	return { ...draft, gap };
}

export function setEnd(draft: HandshakeDraft, end: HandshakeDraft['end']): HandshakeDraft {
	return { ...draft, end };
}

export function setProtocols(draft: HandshakeDraft, protocols: readonly string[]): HandshakeDraft {
	return { ...draft, protocols };
}

/** What follows the head; an unfinished head is gone on with. */
export function setRest(draft: HandshakeDraft, bytes: Uint8Array): HandshakeDraft {
	const length = headLength(draft.bytes);
	return splice(draft, { start: length, end: draft.bytes.length }, [bytes]);
}

const PARTS = {
	client: ['method', 'target', 'version'],
	server: ['version', 'status', 'reason']
} as const;

/** A part that the role's start line does not have changes nothing. */
export function setStartPart(draft: HandshakeDraft, part: StartPart, text: string): HandshakeDraft {
	const index = (PARTS[draft.role] as readonly StartPart[]).indexOf(part);
	const read = readText(text);
	if (index === -1 || !read.ok) return draft;
	const line = startLine(draft);
	if (!line) return splice(draft, { start: 0, end: 0 }, [read.bytes]);
	const spans = cutStartLine(draft, line);
	const span = spans[index];
	if (span) return splice(draft, span, [read.bytes]);
	// Of three parts the second may be missing before the third: the space behind it is there.
	const at = spans[0].end;
	const end = spans[2] ? at : line.end;
	const gaps = Array<Bytes>(spans[2] ? 1 : index - spans.findLastIndex(Boolean)).fill(SPACE);
	return splice(draft, { start: end, end }, [...gaps, read.bytes]);
}

/** Parts that are not given stay. A line without a colon gets one when it gets a value. */
export function setHeader(
	draft: HandshakeDraft,
	line: number,
	parts: Partial<Omit<HeaderParts, 'colon'>>
): HandshakeDraft {
	const found = lineOf(draft, line);
	const given = readParts(parts);
	if (!found || !given || found.kind === 'start' || found.kind === 'blank') return draft;
	const { bytes } = draft;
	const { name, colon, value } = cutHeaderLine(bytes, found);
	const before = bytes.subarray(name.end, colon ?? name.end);
	const after = bytes.subarray(colon === null ? name.end : colon + 1, value.start);
	const tail = [
		given.afterColon ?? after,
		given.value ?? bytes.subarray(value.start, value.end),
		given.trailing ?? bytes.subarray(value.end, found.end)
	];
	if (found.kind === 'fold') return splice(draft, found, tail);
	const needsColon = given.beforeColon ?? given.afterColon ?? given.value;
	return splice(draft, found, [
		given.name ?? bytes.subarray(name.start, name.end),
		given.beforeColon ?? before,
		...(colon !== null || needsColon ? [COLON] : []),
		...tail
	]);
}

type GivenParts = Partial<Record<keyof HeaderParts, Bytes>>;

/** Null where a text cannot be read. */
function readParts(parts: Partial<HeaderParts>): GivenParts | null {
	const given: GivenParts = {};
	for (const [part, text] of Object.entries(parts) as [keyof HeaderParts, string][]) {
		const read = readText(text);
		if (!read.ok) return null;
		given[part] = read.bytes;
	}
	return given;
}

/** Of the header's name. `canonical`: as it is usually written. */
export function changeCase(
	draft: HandshakeDraft,
	line: number,
	to: 'lower' | 'upper' | 'canonical'
): HandshakeDraft {
	const found = lineOf(draft, line);
	if (found?.kind !== 'header') return draft;
	const { name } = cutHeaderLine(draft.bytes, found);
	const text = latin1(draft.bytes, name.start, name.end);
	return splice(draft, name, [latin1Bytes(CASES[to](text))]);
}

/** ASCII letters only: an obs-text byte is no letter here. */
const lowerCase = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upperCase = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const CASES = {
	lower: lowerCase,
	upper: upperCase,
	canonical: (text: string) =>
		headerInfo(text)?.name ??
		lowerCase(text).replace(/(?<![^-])[a-z]/g, (letter) => letter.toUpperCase())
} as const;

/** Writes bytes in place of a span of the draft. */
export function splice(
	draft: HandshakeDraft,
	{ start, end }: PartSpan,
	bytes: readonly Bytes[]
): HandshakeDraft {
	const before = draft.bytes.subarray(0, start);
	return { ...draft, bytes: joinBytes([before, ...bytes, draft.bytes.subarray(end)]) };
}

/** @param at index of the line that it stands before, 1 or more; beyond the last one: the end */
export function insertHeader(
	draft: HandshakeDraft,
	at: number,
	name: string,
	value: string
): HandshakeDraft {
	const read = readText(`${name}: ${value}`);
	if (!read.ok) return draft;
	const apart = takeApart(draft);
	const ending = usualEnding(apart.lines);
	const all = apart.pieces.toSpliced(Math.max(at, 1), 0, { text: read.bytes, ending });
	return withLines(apart, mendEndings(all, ending));
}

export function removeLine(draft: HandshakeDraft, line: number): HandshakeDraft {
	const apart = takeApart(draft);
	const length = blockLength(apart.lines, line);
	return length === 0 ? draft : withLines(apart, apart.pieces.toSpliced(line, length));
}

/** The copy stands behind the line. */
export function duplicateLine(draft: HandshakeDraft, line: number): HandshakeDraft {
	const apart = takeApart(draft);
	const length = blockLength(apart.lines, line);
	if (length === 0) return draft;
	const block = apart.pieces.slice(line, line + length);
	const copied = apart.pieces.toSpliced(line + length, 0, ...block);
	return withLines(apart, mendEndings(copied, usualEnding(apart.lines)));
}

/** @param to index among the lines without it (without its folded lines as well) */
export function moveLine(draft: HandshakeDraft, from: number, to: number): HandshakeDraft {
	const apart = takeApart(draft);
	const length = blockLength(apart.lines, from);
	if (length === 0) return draft;
	const { pieces } = apart;
	const others = pieces.toSpliced(from, length);
	const at = Math.max(0, Math.min(others.length, to));
	const moved = others.toSpliced(at, 0, ...pieces.slice(from, from + length));
	return withLines(apart, keepUnfinished(pieces, moved));
}

/** A CR alone, or nothing, ends no line: the next one then goes on with it. */
export function setEnding(
	draft: HandshakeDraft,
	line: number | 'all',
	ending: LineEnding
): HandshakeDraft {
	const apart = takeApart(draft, line === 'all' ? Infinity : undefined);
	if (line !== 'all' && !apart.lines[line]) return draft;
	const isMeant = (index: number) => line === 'all' || index === line;
	return withLines(
		apart,
		apart.pieces.map((each, index) => (isMeant(index) ? { ...each, ending } : each))
	);
}

/** Without the line that ends it, a head goes on: what follows it becomes a part of it. */
export function removeBlankLine(draft: HandshakeDraft): HandshakeDraft {
	const apart = takeApart(draft, Infinity);
	return endsHead(apart.lines) ? withLines(apart, apart.pieces.slice(0, -1)) : draft;
}

/** Ends a head that has no blank line. */
export function addBlankLine(draft: HandshakeDraft): HandshakeDraft {
	const apart = takeApart(draft, Infinity);
	const { lines, pieces } = apart;
	if (endsHead(lines)) return draft;
	const usual = usualEnding(lines);
	const blank = { text: new Uint8Array(0), ending: usual };
	// What is empty and stops short of its end is to be that line.
	const last = pieces.at(-1);
	const begun = last?.text.length === 0 && !isWhole(last) ? pieces.slice(0, -1) : pieces;
	return withLines(apart, mendEndings([...begun, blank], usual));
}

function endsHead(lines: readonly DraftLine[]): boolean {
	const last = lines.at(-1);
	const hasStarted = lines.some(({ kind }) => kind === 'start');
	return hasStarted && last?.kind === 'blank' && isWhole(last);
}
