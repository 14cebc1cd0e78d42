/**
 * The first line of a head: request line or status line, with the bytes of each part.
 *
 * Words are split at any whitespace, as RFC 9112 §3 allows a lenient reader; what a strict one
 * objects to is reported.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-4
 */
import type { Report } from './http-violation.ts';
import { isToken } from './http-token.ts';

/** A part of a head; `start` and `end` (exclusive) are bytes of the head. */
export interface TextSpan {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

export interface RequestLine extends TextSpan {
	readonly method: TextSpan;
	readonly target: TextSpan;
	readonly version: TextSpan;
}

export interface StatusLine extends TextSpan {
	readonly version: TextSpan;
	readonly status: TextSpan;
	readonly reason: TextSpan;
}

const VERSION = /^HTTP\/[0-9]\.[0-9]$/;
const WORD = /[^ \t\v\f\r]+/g;

function words(line: TextSpan): TextSpan[] {
	return Array.from(line.text.matchAll(WORD), ({ 0: text, index }) => ({
		text,
		start: line.start + index,
		end: line.start + index + text.length
	}));
}

/** The empty part, where it would stand. */
function absent(at: number): TextSpan {
	return { text: '', start: at, end: at };
}

/** From the start of one part to the end of another. */
function join(line: TextSpan, start: number, end: number): TextSpan {
	return { text: line.text.slice(start - line.start, end - line.start), start, end };
}

function checkSpacing(line: TextSpan, parts: readonly TextSpan[], report: Report): void {
	let at = line.start;
	for (const [i, part] of parts.entries()) {
		const gap = line.text.slice(at - line.start, part.start - line.start);
		if (gap !== (i === 0 ? '' : ' ')) report('start-line-spacing', at, part.start);
		at = part.end;
	}
	if (at < line.end) report('start-line-spacing', at, line.end);
}

function checkVersion(version: TextSpan, report: Report): void {
	if (!VERSION.test(version.text)) report('http-version-malformed', version.start, version.end);
}

/** Reads a request line; a missing part is empty, where it would stand. */
export function readRequestLine(line: TextSpan, report: Report): RequestLine {
	const found = words(line);
	const method = found[0] ?? absent(line.start);
	const last = found.at(-1);
	const hasVersion =
		last !== undefined && found.length > 1 && (found.length > 2 || /^HTTP\//i.test(last.text));
	const version = hasVersion ? last : absent(line.end);
	const middle = found.slice(1, hasVersion ? -1 : undefined);
	const [first, end] = [middle[0], middle.at(-1)];
	const target = first && end ? join(line, first.start, end.end) : absent(method.end);

	if (!isToken(method.text)) report('method-not-token', method.start, method.end);
	if (target.text === '') report('target-missing', method.end, version.start);
	if (middle.length > 1) report('target-has-whitespace', target.start, target.end);
	for (const { 0: run, index } of target.text.matchAll(/[^\x21-\x7e \t\v\f\r]+/g)) {
		const start = target.start + index;
		report('target-invalid-character', start, start + run.length);
	}
	checkVersion(version, report);
	const parts = [method, target, version].filter((part) => part.text !== '');
	checkSpacing(line, parts, report);
	return { text: line.text, start: line.start, end: line.end, method, target, version };
}

/** Reads a status line; the reason phrase may be empty and may hold spaces. */
export function readStatusLine(line: TextSpan, report: Report): StatusLine {
	const [version = absent(line.start), status = absent(line.end), ...rest] = words(line);
	const [first, last] = [rest[0], rest.at(-1)];
	const reason = first && last ? join(line, first.start, last.end) : absent(line.end);

	checkVersion(version, report);
	if (!/^[0-9]{3}$/.test(status.text)) report('status-malformed', status.start, status.end);
	else if (status.end === line.end) report('reason-space-missing', status.start, status.end);
	// §4: the reason may be any text, so only the separators before it are bound to one space.
	const parts = [version, status, reason].filter((part) => part.text !== '');
	checkSpacing(join(line, line.start, parts.at(-1)?.end ?? line.start), parts, report);
	const { text, start, end } = line;
	return { text, start, end, version, status, reason };
}
