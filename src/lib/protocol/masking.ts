/**
 * Masking: each payload octet is XORed with one octet of the masking key, round and round.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.3
 */

/** Length of a masking key in bytes. */
export const MASKING_KEY_LENGTH = 4;

/**
 * Masks or unmasks (the same operation) into a new array.
 *
 * @param payload octets to transform; left as they are
 * @param key four octets
 * @param offset index in the whole payload of the first octet given, for a part of a payload
 * @throws RangeError when the key is not four octets long
 */
export function mask(payload: Uint8Array, key: Uint8Array, offset = 0): Uint8Array<ArrayBuffer> {
	if (key.length !== MASKING_KEY_LENGTH) throw new RangeError('key must be 4 bytes long');
	const masked = new Uint8Array(payload);
	for (let i = 0; i < masked.length; i++) {
		masked[i] = (masked[i] ?? 0) ^ (key[(i + offset) & 3] ?? 0);
	}
	return masked;
}
