/**
 * Masking: each payload octet is XORed with one octet of the masking key, round and round.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.3
 */

/** Length of a masking key in bytes. */
export const MASKING_KEY_LENGTH = 4;

/** From this many bytes on, XORing four at once repays the view it takes. */
const WORDWISE_FROM = 256;
/** Whether a word of an Int32Array has its first octet lowest, as a packed key has. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

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
	return maskRange(payload, 0, payload.length, rotateKey(packKey(key, 0), offset));
}

/** The four octets of a key at an offset as one number, the first octet lowest. */
export function packKey(bytes: Uint8Array, at: number): number {
	return (
		(bytes[at] as number) |
		((bytes[at + 1] as number) << 8) |
		((bytes[at + 2] as number) << 16) |
		((bytes[at + 3] as number) << 24)
	);
}

/** A packed key as it applies `by` octets further on. */
export function rotateKey(key: number, by: number): number {
	const bits = (by & 3) << 3;
	return bits === 0 ? key : (key >>> bits) | (key << (32 - bits));
}

/** Masks `bytes` from `from` to `to` into a new array; the packed key applies at `from`. */
export function maskRange(
	bytes: Uint8Array,
	from: number,
	to: number,
	key: number
): Uint8Array<ArrayBuffer> {
	if (to - from >= WORDWISE_FROM && IS_LITTLE_ENDIAN) return maskWords(bytes, from, to, key);
	const masked = new Uint8Array(to - from);
	let turning = key;
	for (let i = 0; i < masked.length; i++) {
		masked[i] = (bytes[from + i] as number) ^ turning;
		turning = (turning >>> 8) | (turning << 24);
	}
	return masked;
}

function maskWords(
	bytes: Uint8Array,
	from: number,
	to: number,
	key: number
): Uint8Array<ArrayBuffer> {
	const masked = new Uint8Array(to - from);
	masked.set(bytes.subarray(from, to));
	const words = new Int32Array(masked.buffer, 0, masked.length >> 2);
	for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) ^ key;
	for (let i = words.length * 4; i < masked.length; i++) {
		masked[i] = (masked[i] as number) ^ (key >>> ((i & 3) << 3));
	}
	return masked;
}
