/**
 * Code and reason of a close frame, written into its payload (RFC 6455 §5.5.1).
 */

/** Code as text: empty for none; null where it is no number that two bytes can hold. */
export function readCloseCode(typed: string): number | 'none' | null {
	const digits = typed.trim();
	if (digits === '') return 'none';
	if (!/^\d{1,5}$/.test(digits)) return null;
	const code = Number(digits);
	return code <= 0xffff ? code : null;
}

/** The payload with another code in its first two bytes; without a code nothing can follow it. */
export function withCloseCode(payload: Uint8Array, code: number | 'none'): Uint8Array<ArrayBuffer> {
	if (code === 'none') return new Uint8Array(0);
	const changed = new Uint8Array(Math.max(2, payload.length));
	changed.set(payload);
	changed[0] = code >> 8;
	changed[1] = code & 0xff;
	return changed;
}

/** The payload with another reason behind its code. */
export function withCloseReason(payload: Uint8Array, reason: string): Uint8Array<ArrayBuffer> {
	const text = new TextEncoder().encode(reason);
	const changed = new Uint8Array(2 + text.length);
	changed.set(payload.subarray(0, 2));
	changed.set(text, 2);
	return changed;
}
