/**
 * Where the lines of a head lie in its bytes, as http-lines.ts cuts them: LF ends a line.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.2
 */

/**
 * How a line ends. A CR alone ends none, here as everywhere in this house: `cr` is that of a last
 * line which stops after the first half of its CR LF.
 */
export type LineEnding = 'crlf' | 'lf' | 'cr' | 'none';

export interface LineSpan {
	readonly start: number;
	/** Past its text. */
	readonly end: number;
	/** Past its ending. */
	readonly next: number;
	readonly ending: LineEnding;
}

/** One physical line of the head. */
export interface DraftLine extends LineSpan {
	/** From 0. */
	readonly index: number;
	/** `stray`: not a header, since it has no colon or follows no line that could be folded. */
	readonly kind: 'start' | 'header' | 'fold' | 'blank' | 'stray';
	/** Index in `head.headers` of what it belongs to; null for a line of none. */
	readonly header: number | null;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const COLON = 0x3a;

function lineAt(bytes: Uint8Array, start: number): LineSpan {
	const lf = bytes.indexOf(LF, start);
	const stop = lf === -1 ? bytes.length : lf;
	const hasCr = stop > start && bytes[stop - 1] === CR;
	const end = hasCr ? stop - 1 : stop;
	if (lf === -1) return { start, end, next: stop, ending: hasCr ? 'cr' : 'none' };
	return { start, end, next: lf + 1, ending: hasCr ? 'crlf' : 'lf' };
}

/** Bytes of the first head, its blank line included; all of them where it has none. */
export function headLength(bytes: Uint8Array): number {
	let hasStarted = false;
	for (let start = 0; start < bytes.length;) {
		const lf = bytes.indexOf(LF, start);
		if (lf === -1) break;
		const isEmpty = lf === start || (lf === start + 1 && bytes[start] === CR);
		if (isEmpty && hasStarted) return lf + 1;
		hasStarted ||= !isEmpty;
		start = lf + 1;
	}
	return bytes.length;
}

/** The lines of the first head, up to a number of them. */
export function readLines(bytes: Uint8Array, most = Infinity): DraftLine[] {
	const lines: DraftLine[] = [];
	let headers = 0;
	let hasStarted = false;
	for (let at = 0; at < bytes.length && lines.length < most;) {
		const span = lineAt(bytes, at);
		const kind = kindOf(bytes, span, { hasStarted, headers });
		const isEnd = kind === 'blank' && hasStarted;
		hasStarted ||= kind === 'start';
		// A line without a colon counts among the headers, with an empty name.
		const isFirst = hasStarted && !isIndented(bytes, span);
		if (isFirst && (kind === 'header' || kind === 'stray')) headers += 1;
		const isOfHeader = kind === 'header' || kind === 'fold' || (kind === 'stray' && isFirst);
		const header = isOfHeader ? headers - 1 : null;
		lines.push({ ...span, index: lines.length, kind, header });
		if (isEnd) break;
		at = span.next;
	}
	return lines;
}

function isIndented(bytes: Uint8Array, { start, end }: LineSpan): boolean {
	return end > start && (bytes[start] === SPACE || bytes[start] === TAB);
}

function kindOf(
	bytes: Uint8Array,
	line: LineSpan,
	{ hasStarted, headers }: { readonly hasStarted: boolean; readonly headers: number }
): DraftLine['kind'] {
	if (line.end === line.start) return 'blank';
	if (!hasStarted) return 'start';
	if (isIndented(bytes, line)) return headers > 0 ? 'fold' : 'stray';
	// Of the line alone: a look to the end of all bytes, for each line, would be their square.
	return bytes.subarray(line.start, line.end).includes(COLON) ? 'header' : 'stray';
}
