/**
 * The body of a close frame: nothing, or a status code and a reason in UTF-8.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
 */

export interface ClosePayload {
	/** Status code, 0 to 65535; null where the body is shorter than two bytes. */
	readonly code: number | null;
	/** Reason, U+FFFD in place of bytes that are not UTF-8. */
	readonly reason: string;
	/** The reason's bytes as received, unmasked. */
	readonly reasonBytes: Uint8Array;
}

/** Reads an unmasked body; an odd single byte is neither a code nor a reason. */
export function parseClosePayload(payload: Uint8Array): ClosePayload {
	const reasonBytes = payload.subarray(2);
	const [high, low] = payload;
	const code = high === undefined || low === undefined ? null : high * 256 + low;
	return {
		code,
		reason: new TextDecoder('utf-8', { ignoreBOM: true }).decode(reasonBytes),
		reasonBytes
	};
}

/** The body of a close frame. @throws RangeError when the code is not 0 to 65535 */
export function encodeClosePayload(code: number | null, reason = ''): Uint8Array<ArrayBuffer> {
	if (code === null) return new Uint8Array(0);
	if (!Number.isInteger(code) || code < 0 || code > 0xffff) {
		throw new RangeError('code must be an integer from 0 to 65535');
	}
	const text = new TextEncoder().encode(reason);
	const payload = new Uint8Array(2 + text.length);
	payload[0] = code >> 8;
	payload[1] = code & 0xff;
	payload.set(text, 2);
	return payload;
}
