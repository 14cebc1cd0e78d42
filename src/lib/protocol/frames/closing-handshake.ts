/**
 * The closing handshake: what a close frame may carry, what answers it, and what code and reason
 * a connection has in the end.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1
 */
import {
	ABNORMAL_CLOSURE,
	findCloseCode,
	mayAppearOnWire,
	NO_STATUS_RECEIVED
} from './close-code.ts';
import { encodeClosePayload, type ClosePayload } from './close-payload.ts';
import { findInvalidUtf8 } from './utf8.ts';
import { frameViolation, type Violation } from '../violation.ts';

/**
 * Violations in the body of a close frame, as far as it has arrived.
 *
 * @param payload unmasked
 * @param headerLength bytes before the payload, for the exact bits
 * @param isComplete false while more of the payload is to come
 */
export function checkClosePayload(
	payload: Uint8Array,
	headerLength: number,
	isComplete: boolean
): Violation[] {
	const violations: Violation[] = [];
	const [high, low] = payload;
	if (high === undefined || low === undefined) return violations;
	const code = high * 256 + low;
	if (!mayAppearOnWire(code)) {
		const rule = findCloseCode(code) ? 'close-code-not-on-wire' : 'close-code-unassigned';
		violations.push(frameViolation(rule, headerLength * 8, 16));
	}
	const reason = payload.subarray(2);
	const bad = findInvalidUtf8(reason);
	if (bad >= 0 && bad < reason.length) {
		violations.push(frameViolation('close-reason-invalid-utf8', (headerLength + 2 + bad) * 8, 8));
	} else if (bad >= 0 && isComplete) {
		const begun = unfinishedBytes(reason);
		const at = headerLength + payload.length - begun;
		violations.push(frameViolation('close-reason-invalid-utf8', at * 8, begun * 8));
	}
	return violations;
}

/** Bytes at the end that begin a character and do not finish it. */
function unfinishedBytes(bytes: Uint8Array): number {
	let count = 1;
	while (((bytes[bytes.length - count] ?? 0xc0) & 0xc0) === 0x80) count++;
	return count;
}

/** _The WebSocket Connection Close Code_ (§7.1.5) of the side that received `close`, or nothing. */
export function connectionCloseCode(close: ClosePayload | null): number {
	return close ? (close.code ?? NO_STATUS_RECEIVED) : ABNORMAL_CLOSURE;
}

/** _The WebSocket Connection Close Reason_ (§7.1.6) of the side that received `close`, or nothing. */
export function connectionCloseReason(close: ClosePayload | null): string {
	return close?.reason ?? '';
}

/** Payload of the close frame that answers one received: it typically echoes the code (§5.5.1). */
export function answerToClose(close: ClosePayload): Uint8Array<ArrayBuffer> {
	return encodeClosePayload(close.code);
}
