/**
 * Base64 for whole recordings: tens of mebibytes, where the teaching version in protocol/base64
 * (which shows each group of six bits) would make an object for every three bytes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-4
 */

const ALPHABET = new TextEncoder().encode(
	'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
);
const PADDING = 0x3d;
const INVALID = 0xff;

const VALUES = new Uint8Array(128).fill(INVALID);
ALPHABET.forEach((character, value) => (VALUES[character] = value));

export function bytesToBase64(bytes: Uint8Array): string {
	const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
	for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
		const left = bytes.length - from;
		const bits =
			((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
		text[to] = ALPHABET[bits >> 18] ?? 0;
		text[to + 1] = ALPHABET[(bits >> 12) & 63] ?? 0;
		if (left > 1) text[to + 2] = ALPHABET[(bits >> 6) & 63] ?? 0;
		if (left > 2) text[to + 3] = ALPHABET[bits & 63] ?? 0;
	}
	return new TextDecoder().decode(text);
}

/** The bytes, or null where the text is not base64 with its padding. */
export function base64ToBytes(text: string): Uint8Array | null {
	if (text.length % 4 !== 0) return null;
	const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
	const characters = text.length - padding;
	const bytes = new Uint8Array((text.length / 4) * 3 - padding);
	let bits = 0;
	for (let from = 0, to = 0; from < characters; from += 1) {
		const value = VALUES[text.charCodeAt(from)] ?? INVALID;
		if (value === INVALID) return null;
		bits = ((bits << 6) | value) & 0xffffff;
		if (from % 4 === 0) continue;
		bytes[to] = (bits >> (6 - (from % 4) * 2)) & 0xff;
		to += 1;
	}
	return bytes;
}
