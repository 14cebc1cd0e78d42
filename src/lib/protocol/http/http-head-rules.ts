/**
 * Rules on which headers a head holds, as far as HTTP itself states them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3
 */
import type { HeaderLine } from './http-header-line.ts';
import { asciiLowerCase } from './http-token.ts';
import type { Report } from './http-violation.ts';

/** A host, of whatever kind, and perhaps a port (RFC 3986 §3.2.2; a character set, not a parser). */
const HOST = /^(\[[0-9A-Fa-fv:.]+\]|[A-Za-z0-9\-._~%!$&'()*+,;=]*)(:[0-9]*)?$/;

/** `start` and `end`: bytes of the start line, which stand in for what is missing. */
export function checkHeaders(
	kind: 'request' | 'response',
	headers: readonly HeaderLine[],
	startLine: { readonly start: number; readonly end: number },
	report: Report
): void {
	const named = (name: string) => headers.filter((header) => asciiLowerCase(header.name) === name);
	if (kind === 'request') checkHost(named('host'), startLine, report);
	checkLength(named('content-length'), named('transfer-encoding'), report);
}

function checkHost(
	[first, ...others]: readonly HeaderLine[],
	startLine: { readonly start: number; readonly end: number },
	report: Report
): void {
	if (!first) report('host-missing', startLine.start, startLine.end);
	else if (!HOST.test(first.value)) report('host-malformed', first.valueStart, first.valueEnd);
	for (const other of others) report('host-duplicated', other.nameStart, other.valueEnd);
}

function checkLength(
	lengths: readonly HeaderLine[],
	codings: readonly HeaderLine[],
	report: Report
): void {
	for (const { value, nameStart, valueStart, valueEnd } of lengths) {
		if (!/^[0-9]+$/.test(value)) report('content-length-malformed', valueStart, valueEnd);
		else if (value !== lengths[0]?.value) report('content-length-differs', valueStart, valueEnd);
		if (codings.length > 0) report('content-length-with-transfer-encoding', nameStart, valueEnd);
	}
	const last = codings.at(-1);
	if (last && !/(^|,)[ \t]*chunked$/i.test(last.value)) {
		report('transfer-encoding-not-chunked', last.valueStart, last.valueEnd);
	}
}
