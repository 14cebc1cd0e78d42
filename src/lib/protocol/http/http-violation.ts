/**
 * What a strict reading of HTTP/1.1 objects to in a head or a body, as data.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112
 * @see https://www.rfc-editor.org/rfc/rfc9110
 */
import type { Rule, Violation } from '../violation.ts';

export interface HttpRule extends Rule {
	/** No close frame can be due before the connection is a WebSocket. */
	readonly closeCode: null;
	/** HTTP status that a server owes a request that breaks the rule; null where none is due. */
	readonly status: number | null;
	/** Whether a strict peer refuses the handshake for it. */
	readonly isFatal: boolean;
}

/** A rule whose breach a strict peer refuses, with the HTTP status due. */
export const refused = (section: string, status: number | null) =>
	({ section, closeCode: null, status, isFatal: true }) as const;

/** A rule of senders whose breach a receiver is to overlook. */
export const tolerated = (section: string) =>
	({ section, closeCode: null, status: null, isFatal: false }) as const;

/** Every rule of HTTP/1.1 that a head or a body can break here. */
export const HTTP_RULES = {
	'empty-line-before-start': tolerated('RFC 9112 2.2'),
	'bare-lf': refused('RFC 9112 2.2', 400),
	'bare-cr': refused('RFC 9112 2.2', 400),
	'whitespace-before-headers': refused('RFC 9112 2.2', 400),
	'start-line-spacing': refused('RFC 9112 3', 400),
	'method-not-token': refused('RFC 9112 3.1', 400),
	'target-missing': refused('RFC 9112 3.2', 400),
	'target-has-whitespace': refused('RFC 9112 3.2', 400),
	'target-invalid-character': refused('RFC 9112 3.2', 400),
	'http-version-malformed': refused('RFC 9112 2.3', 400),
	'status-malformed': refused('RFC 9112 4', 400),
	'reason-space-missing': refused('RFC 9112 4', 400),
	'header-without-colon': refused('RFC 9112 5', 400),
	'header-name-empty': refused('RFC 9110 5.1', 400),
	'header-name-not-token': refused('RFC 9110 5.1', 400),
	'space-before-colon': refused('RFC 9112 5.1', 400),
	'obs-fold': refused('RFC 9112 5.2', 400),
	'value-control-character': refused('RFC 9110 5.5', 400),
	'host-missing': refused('RFC 9112 3.2', 400),
	'host-duplicated': refused('RFC 9112 3.2', 400),
	'host-malformed': refused('RFC 9112 3.2', 400),
	'content-length-malformed': refused('RFC 9112 6.3', 400),
	'content-length-differs': refused('RFC 9112 6.3', 400),
	'content-length-with-transfer-encoding': refused('RFC 9112 6.3', 400),
	'transfer-encoding-not-chunked': refused('RFC 9112 6.3', 400),
	'chunk-malformed': refused('RFC 9112 7.1', 400),
	'head-too-large': refused('RFC 6585 5', 431)
} as const satisfies Record<string, HttpRule>;

type HttpRuleCode = keyof typeof HTTP_RULES;

/** One broken rule of HTTP or of the opening handshake, at exact bits of the head. */
export interface HttpViolation<Code extends string = string> extends Violation<Code> {
	readonly closeCode: null;
	/** HTTP status due; null in a response, and where the fault is to be overlooked. */
	readonly status: number | null;
	/** Whether a strict peer refuses the handshake for it. */
	readonly isFatal: boolean;
}

/** Builds the violation of a rule at bytes `start` to `end` (exclusive) of a head. */
export function violationAt<Code extends string>(
	code: Code,
	rule: HttpRule,
	start: number,
	end: number
): HttpViolation<Code> {
	const { section, status, isFatal } = rule;
	const bitOffset = start * 8;
	return {
		code,
		section,
		closeCode: null,
		status,
		isFatal,
		bitOffset,
		bitLength: (end - start) * 8
	};
}

/** The same fault in a response: nobody is owed a status there. */
export function withoutStatus(violation: HttpViolation): HttpViolation {
	return { ...violation, status: null };
}

/** Receives each fault as it is read, at bytes `start` to `end` (exclusive) of the head. */
export type Report = (code: HttpRuleCode, start: number, end: number) => void;
