/**
 * The result of reading one side's opening handshake as strictly as the RFCs do.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4
 */
import type { DeflateParameters } from '../deflate/deflate-parameters.ts';
import type { Extension } from './extension.ts';
import {
	HANDSHAKE_RULES,
	REQUEST_CHECKS,
	RESPONSE_CHECKS,
	type HandshakeCheckId,
	type HandshakeFault,
	type HandshakeRuleCode
} from './handshake-rules.ts';
import { headersNamed, type HeaderLine, type HttpHead } from '../http/http-head.ts';
import { violationAt, type HttpViolation } from '../http/http-violation.ts';

/**
 * `absent`: optional, and not there. `skipped`: it could not be made, or is not called for after
 * an earlier result.
 */
export type CheckOutcome = 'passed' | 'failed' | 'absent' | 'skipped';

export interface HandshakeCheck {
	readonly id: HandshakeCheckId;
	/** Section of RFC 6455 that asks for it. */
	readonly section: string;
	readonly outcome: CheckOutcome;
	/** Whether the handshake may go on as far as this check is concerned. */
	readonly passed: boolean;
	/** Index of the header it looked at, null for a part of the start line or an absent header. */
	readonly header: number | null;
	/** Identity of the field it looked at (see `headFields`), null where it is absent. */
	readonly field: string | null;
	/** May hold faults that are to be overlooked, even where the check passed. */
	readonly violations: readonly HttpViolation[];
}

export interface HandshakeVerdict {
	readonly kind: 'request' | 'response';
	/** A strict peer goes on: the server answers 101, the client opens. */
	readonly isAccepted: boolean;
	/** Every check, in the order of `REQUEST_CHECKS` or `RESPONSE_CHECKS`. */
	readonly checks: readonly HandshakeCheck[];
	/** All faults, those of HTTP included. */
	readonly violations: readonly HttpViolation[];
	/** HTTP status that a strict server owes the request; null where it is 101, and in a response. */
	readonly statusDue: number | null;
	/** Sec-WebSocket-Key of the request, legal or not. */
	readonly key: string | null;
	/** Sec-WebSocket-Accept due for that key. */
	readonly expectedAccept: string | null;
	/** Subprotocols offered. */
	readonly protocols: readonly string[];
	/** Of a response: the subprotocol in use, null for none. */
	readonly protocol: string | null;
	/** Offered in a request, in use after a response. */
	readonly extensions: readonly Extension[];
	/** Of a response: what is in use of permessage-deflate. */
	readonly deflate: DeflateParameters | null;
}

const SECTIONS: Readonly<Record<HandshakeCheckId, string>> = {
	...REQUEST_CHECKS,
	...RESPONSE_CHECKS
};

/** What a check looked at. */
export interface Subject {
	readonly header?: number | null;
	readonly field?: string | null;
	readonly outcome?: 'absent' | 'skipped';
}

/** A check fails by any fault that is not to be overlooked. */
export function check(
	id: HandshakeCheckId,
	violations: readonly HttpViolation[],
	{
		header = null,
		field = header === null ? null : `header-${header}-value`,
		outcome
	}: Subject = {}
): HandshakeCheck {
	const passed = !violations.some(({ isFatal }) => isFatal);
	const section = SECTIONS[id];
	return {
		id,
		section,
		outcome: passed ? (outcome ?? 'passed') : 'failed',
		passed,
		header,
		field,
		violations
	};
}

/** The fault of a rule at bytes `start` to `end` (exclusive) of the head. */
export function fault(code: HandshakeRuleCode, start: number, end: number): HttpViolation {
	return violationAt(code, HANDSHAKE_RULES[code], start, end);
}

export function faultsAt(faults: readonly HandshakeFault[]): HttpViolation[] {
	return faults.map(({ code, start, end }) => fault(code, start, end));
}

/** A fault in a whole header value; in its name, where the value is empty. */
export function valueFault(code: HandshakeRuleCode, header: HeaderLine): HttpViolation {
	const { nameStart, nameEnd, valueStart, valueEnd } = header;
	if (valueStart === valueEnd) return fault(code, nameStart, nameEnd);
	return fault(code, valueStart, valueEnd);
}

/** A header that is not there: the start line stands in for it. */
export function missing(code: HandshakeRuleCode, head: HttpHead): HttpViolation {
	return fault(code, head.startLine.start, head.startLine.end);
}

/** One fault for each line of a header beyond the first. */
export function repeated(code: HandshakeRuleCode, lines: readonly HeaderLine[]): HttpViolation[] {
	return lines.slice(1).map(({ nameStart, valueEnd }) => fault(code, nameStart, valueEnd));
}

/** The lines of a header, and the subject of a check on it. */
export function look(head: HttpHead, name: string) {
	const lines = headersNamed(head, name);
	const [first] = lines;
	return { lines, first, subject: { header: first ? head.headers.indexOf(first) : null } };
}

/** HTTP's own faults whose code begins so. */
export function httpFaults(head: HttpHead, ...prefixes: string[]): HttpViolation[] {
	return head.violations.filter(({ code }) => prefixes.some((prefix) => code.startsWith(prefix)));
}

/** HTTP's own faults but those. */
export function otherHttpFaults(head: HttpHead, ...prefixes: string[]): HttpViolation[] {
	const own = new Set(httpFaults(head, ...prefixes));
	return head.violations.filter((violation) => !own.has(violation));
}
