/**
 * Close codes: the registry, its ranges, and which of them may appear on the wire.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.4
 * @see https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
 */

export const NO_STATUS_RECEIVED = 1005;
export const ABNORMAL_CLOSURE = 1006;

export interface CloseCode {
	readonly code: number;
	/** Name in the IANA registry, in kebab case. */
	readonly name: string;
	/** Section of RFC 6455, or `IANA` for codes registered later. */
	readonly section: string;
	/** Whether an endpoint may put it into a close frame. */
	readonly mayAppearOnWire: boolean;
}

const code = (
	value: number,
	name: string,
	section = '7.4.1',
	mayAppearOnWire = true
): CloseCode => ({ code: value, name, section, mayAppearOnWire });

/** Every registered code, in order. */
export const CLOSE_CODES: readonly CloseCode[] = [
	code(1000, 'normal-closure'),
	code(1001, 'going-away'),
	code(1002, 'protocol-error'),
	code(1003, 'unsupported-data'),
	code(1004, 'reserved', '7.4.1', false),
	code(1005, 'no-status-received', '7.4.1', false),
	code(1006, 'abnormal-closure', '7.4.1', false),
	code(1007, 'invalid-payload-data'),
	code(1008, 'policy-violation'),
	code(1009, 'message-too-big'),
	code(1010, 'mandatory-extension'),
	code(1011, 'internal-error'),
	code(1012, 'service-restart', 'IANA'),
	code(1013, 'try-again-later', 'IANA'),
	code(1014, 'bad-gateway', 'IANA'),
	code(1015, 'tls-handshake', '7.4.1', false)
];

export type CloseCodeRangeName = 'unused' | 'protocol' | 'registered' | 'private' | 'out-of-range';

interface CloseCodeRange {
	readonly name: CloseCodeRangeName;
	readonly first: number;
	readonly last: number;
	readonly section: string;
}

/** Who may define which codes (§7.4.2). */
export const CLOSE_CODE_RANGES: readonly CloseCodeRange[] = [
	{ name: 'unused', first: 0, last: 999, section: '7.4.2' },
	{ name: 'protocol', first: 1000, last: 2999, section: '7.4.2' },
	{ name: 'registered', first: 3000, last: 3999, section: '7.4.2' },
	{ name: 'private', first: 4000, last: 4999, section: '7.4.2' },
	{ name: 'out-of-range', first: 5000, last: 65535, section: '7.4' }
];

/** The registered code, or null. */
export function findCloseCode(value: number): CloseCode | null {
	return CLOSE_CODES[value - 1000] ?? null;
}

export function closeCodeRange(value: number): CloseCodeRangeName {
	return CLOSE_CODE_RANGES.find(({ last }) => value <= last)?.name ?? 'out-of-range';
}

/** Whether an endpoint may put the code into a close frame. */
export function mayAppearOnWire(value: number): boolean {
	if (value >= 3000) return value < 5000;
	return findCloseCode(value)?.mayAppearOnWire ?? false;
}
