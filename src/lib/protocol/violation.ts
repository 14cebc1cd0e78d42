/**
 * Violations: what a strict reading of the RFCs objects to, as data.
 *
 * A fault on the wire never throws. It is a value that names the rule, the section that states
 * it, the close code that is due (§7.4.1), and the exact bits that break it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5
 */

/** Every rule that a frame, a message or a closing handshake can break. */
export const FRAME_RULES = {
	'rsv-without-extension': { section: '5.2', closeCode: 1002 },
	'reserved-opcode': { section: '5.2', closeCode: 1002 },
	'client-frame-unmasked': { section: '5.1', closeCode: 1002 },
	'server-frame-masked': { section: '5.1', closeCode: 1002 },
	'length-not-minimal': { section: '5.2', closeCode: 1002 },
	'length-top-bit-set': { section: '5.2', closeCode: 1002 },
	'control-frame-fragmented': { section: '5.5', closeCode: 1002 },
	'control-frame-too-long': { section: '5.5', closeCode: 1002 },
	'continuation-without-start': { section: '5.4', closeCode: 1002 },
	'data-frame-inside-message': { section: '5.4', closeCode: 1002 },
	'invalid-utf8': { section: '8.1', closeCode: 1007 },
	'close-payload-one-byte': { section: '5.5.1', closeCode: 1002 },
	'close-code-not-on-wire': { section: '7.4.1', closeCode: 1002 },
	'close-code-unassigned': { section: '7.4.2', closeCode: 1002 },
	'close-reason-invalid-utf8': { section: '8.1', closeCode: 1007 },
	'frame-after-close': { section: '5.5.1', closeCode: null },
	'message-too-big': { section: '10.4', closeCode: 1009 },
	'too-many-fragments': { section: '10.4', closeCode: 1008 },
	'rsv1-on-continuation': { section: 'RFC 7692 6.1', closeCode: 1002 },
	'rsv1-on-control-frame': { section: 'RFC 7692 6.1', closeCode: 1002 },
	'deflate-data-invalid': { section: 'RFC 7692 7.2.2', closeCode: 1007 }
} as const satisfies Record<string, Rule>;

export interface Rule {
	/** Section of RFC 6455, or another RFC's name and section. */
	readonly section: string;
	/** Close code that is due (§7.4.1); null where the connection is not failed by a close frame. */
	readonly closeCode: number | null;
}

export type FrameRuleCode = keyof typeof FRAME_RULES;

/** One broken rule at exact bits. */
export interface Violation<Code extends string = string> extends Rule {
	readonly code: Code;
	/** First offending bit, counted from the first bit of the frame (or of the HTTP head). */
	readonly bitOffset: number;
	/** Number of offending bits. */
	readonly bitLength: number;
}

/** Builds the violation of a frame rule at the given bits. */
export function frameViolation(
	code: FrameRuleCode,
	bitOffset: number,
	bitLength: number
): Violation<FrameRuleCode> {
	const { section, closeCode } = FRAME_RULES[code];
	return { code, section, closeCode, bitOffset, bitLength };
}
