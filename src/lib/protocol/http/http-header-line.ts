/**
 * Header lines of a head, with the bytes of each name and value.
 *
 * Folded lines are joined and stray line ends read as spaces, one for one (RFC 9112 §5.2), so
 * that an index into a value is an index into its bytes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-5
 */
import type { Report } from './http-violation.ts';
import { isToken, trimSpan } from './http-token.ts';

/** One header; all positions are bytes of the head, ends exclusive. */
export interface HeaderLine {
	/** As sent, without whitespace; empty for a line that has no colon. */
	readonly name: string;
	/** Without the whitespace around it; as many characters as `valueEnd - valueStart`. */
	readonly value: string;
	readonly nameStart: number;
	readonly nameEnd: number;
	readonly valueStart: number;
	readonly valueEnd: number;
	readonly lineStart: number;
	/** Past the line end, that of the last folded line included. */
	readonly lineEnd: number;
}

/** A line of a head as text; the text may hold the line ends of folded lines. */
export interface RawLine {
	readonly text: string;
	readonly start: number;
	/** Past the last character before the line end. */
	readonly end: number;
	/** Past the line end. */
	readonly next: number;
	/** False where the bytes stop before the line end. */
	readonly isEnded: boolean;
}

export function readHeaderLine(line: RawLine, report: Report): HeaderLine {
	// RFC 9110 §5.5: CR, LF and NUL are replaced by a space or refused; both are done here.
	const text = line.text.replace(/[\r\n\0]/g, ' ');
	// A folded line goes on with a value: its colons end no name.
	const colon = line.text.split('\n', 1)[0]?.indexOf(':') ?? -1;
	const nameSpan = trimSpan(text, 0, Math.max(colon, 0));
	const valueSpan = trimSpan(text, colon + 1, text.length);
	const name = line.text.slice(nameSpan.start, nameSpan.end);
	const header: HeaderLine = {
		name,
		value: text.slice(valueSpan.start, valueSpan.end),
		nameStart: line.start + nameSpan.start,
		nameEnd: line.start + nameSpan.end,
		valueStart: line.start + valueSpan.start,
		valueEnd: line.start + valueSpan.end,
		lineStart: line.start,
		lineEnd: line.next
	};
	if (colon === -1) report('header-without-colon', line.start, line.end);
	else checkName(header, line.start + colon, report);
	checkValue(line, colon + 1, report);
	return header;
}

function checkName(header: HeaderLine, colon: number, report: Report): void {
	const { name, nameStart, nameEnd } = header;
	if (name === '') report('header-name-empty', header.lineStart, colon + 1);
	else if (!isToken(name)) report('header-name-not-token', nameStart, nameEnd);
	if (name !== '' && nameEnd < colon) report('space-before-colon', nameEnd, colon);
}

/** CR and LF have rules of their own, tab is whitespace, C1 controls are obs-text (RFC 9110 §5.5). */
const CONTROLS = /(?:(?![\t\n\r\x80-\x9f])\p{Cc})+/gu;

function checkValue(line: RawLine, from: number, report: Report): void {
	for (const { 0: run, index } of line.text.matchAll(CONTROLS)) {
		if (index < from) continue;
		const start = line.start + index;
		report('value-control-character', start, start + run.length);
	}
}
