/**
 * Cuts a head into its lines and joins folded ones.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.2
 */
import { latin1 } from '../latin1.ts';
import type { RawLine } from './http-header-line.ts';
import { isBlank } from './http-token.ts';
import type { Report } from './http-violation.ts';

export interface HeadLines {
	/** Empty where no line has begun. */
	readonly startLine: RawLine;
	/** Headers, each with its folded lines. */
	readonly headers: readonly RawLine[];
	/** Whether the blank line was read. */
	readonly isComplete: boolean;
}

/** All lines of the text; the last one may lack its line end. */
function splitLines(text: string, report: Report): RawLine[] {
	const lines: RawLine[] = [];
	for (let start = 0; start < text.length;) {
		const lf = text.indexOf('\n', start);
		const next = lf === -1 ? text.length : lf + 1;
		const raw = text.slice(start, lf === -1 ? next : lf);
		// Of a last line without an end, a final CR is the first half of one.
		const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
		if (lf !== -1 && line === raw) report('bare-lf', lf, next);
		for (const { index } of line.matchAll(/\r/g))
			report('bare-cr', start + index, start + index + 1);
		lines.push({ text: line, start, end: start + line.length, next, isEnded: lf !== -1 });
		start = next;
	}
	return lines;
}

function fold(text: string, line: RawLine, more: RawLine, report: Report): RawLine {
	const indent = /^[ \t]*/.exec(more.text)?.[0].length ?? 0;
	if (more.isEnded) report('obs-fold', line.end, more.start + indent);
	return { ...more, text: text.slice(line.start, more.end), start: line.start };
}

/** Reads lines up to the blank line, or to the end of the bytes. */
export function splitHead(bytes: Uint8Array, report: Report): HeadLines {
	const text = latin1(bytes);
	const end = bytes.length;
	const nothing: RawLine = { text: '', start: end, end, next: end, isEnded: false };
	let startLine: RawLine | null = null;
	const headers: RawLine[] = [];
	for (const line of splitLines(text, report)) {
		// The first half of a line end says nothing yet.
		if (line.text === '' && !line.isEnded) break;
		if (line.text === '') {
			if (startLine) return { startLine, headers, isComplete: true };
			report('empty-line-before-start', line.start, line.next);
		} else if (!startLine) startLine = line;
		else if (!isBlank(line.text[0])) headers.push(line);
		else {
			const last = headers.pop();
			if (last) headers.push(fold(text, last, line, report));
			// RFC 9112 §2.2: such a line is refused, or consumed without further reading.
			else report('whitespace-before-headers', line.start, line.end);
		}
	}
	return { startLine: startLine ?? nothing, headers, isComplete: false };
}
