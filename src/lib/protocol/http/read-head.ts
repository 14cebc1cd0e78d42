/**
 * Reads one HTTP/1.1 head: start line and headers, with the bytes of every part.
 *
 * Reads whatever a lenient reader could read and reports what a strict one objects to.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2
 */
import { checkHeaders } from './http-head-rules.ts';
import { readHeaderLine, type HeaderLine } from './http-header-line.ts';
import { splitHead } from './http-lines.ts';
import {
	readRequestLine,
	readStatusLine,
	type RequestLine,
	type StatusLine
} from './http-start-line.ts';
import {
	HTTP_RULES,
	violationAt,
	withoutStatus,
	type HttpViolation,
	type Report
} from './http-violation.ts';

export type HeadKind = 'request' | 'response';

interface HeadCommon {
	/** As on the wire, blank line included. */
	readonly bytes: Uint8Array;
	/** False: the bytes end before the blank line. */
	readonly isComplete: boolean;
	/** Such as `HTTP/1.1`. */
	readonly version: string;
	readonly headers: readonly HeaderLine[];
	/** Faults of HTTP; those of the handshake are found by `checkRequest` and `checkResponse`. */
	readonly violations: readonly HttpViolation[];
}

export interface RequestHead extends HeadCommon {
	readonly kind: 'request';
	readonly startLine: RequestLine;
	readonly method: string;
	readonly target: string;
}

export interface ResponseHead extends HeadCommon {
	readonly kind: 'response';
	readonly startLine: StatusLine;
	/** Null where it is not three digits. */
	readonly status: number | null;
	readonly reason: string;
}

export type HttpHead = RequestHead | ResponseHead;

/** Reads a head from bytes that end with it, or earlier. */
export function readHead(kind: HeadKind, bytes: Uint8Array, isTooLarge = false): HttpHead {
	const violations: HttpViolation[] = [];
	const report: Report = (code, start, end) => {
		const violation = violationAt(code, HTTP_RULES[code], start, end);
		violations.push(kind === 'request' ? violation : withoutStatus(violation));
	};
	// What is still to come could mend an unfinished line.
	const reportOn = ({ isEnded }: { isEnded: boolean }) => (isEnded ? report : () => undefined);
	const lines = splitHead(bytes, report);
	const { startLine: line } = lines;
	const headers = lines.headers.map((header) => readHeaderLine(header, reportOn(header)));
	if (isTooLarge) report('head-too-large', Math.max(bytes.length - 1, 0), bytes.length);
	if (lines.isComplete) checkHeaders(kind, headers, line, report);
	const common = { bytes, isComplete: lines.isComplete, headers, violations };
	if (kind === 'request') {
		const startLine = readRequestLine(line, reportOn(line));
		const { method, target, version } = startLine;
		const texts = { method: method.text, target: target.text, version: version.text };
		return { ...common, kind, startLine, ...texts };
	}
	const startLine = readStatusLine(line, reportOn(line));
	const { version, status, reason } = startLine;
	const number = /^[0-9]{3}$/.test(status.text) ? Number(status.text) : null;
	return { ...common, kind, startLine, version: version.text, status: number, reason: reason.text };
}
