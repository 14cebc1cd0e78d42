/**
 * Base64, six bits a character.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-4
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One character: the six bits from `bitOffset` on, or padding. */
export interface Base64Character {
	readonly character: string;
	/** 0 to 63; null for the padding `=`. */
	readonly value: number | null;
	/** From the first bit of all bytes; -1 for padding. */
	readonly bitOffset: number;
	/** Bits that come from the bytes: 6, or fewer where zeros fill up, 0 for padding. */
	readonly bitLength: number;
}

/** Up to three bytes and the four characters that stand for them. */
export interface Base64Group {
	/** Index of the first byte. */
	readonly byteOffset: number;
	readonly bytes: Uint8Array;
	readonly characters: readonly Base64Character[];
}

function character(bits: number, byteOffset: number, size: number, i: number): Base64Character {
	const bitLength = Math.max(0, Math.min(6, size * 8 - i * 6));
	if (bitLength === 0) return { character: '=', value: null, bitOffset: -1, bitLength };
	const value = (bits >> (18 - i * 6)) & 63;
	const bitOffset = byteOffset * 8 + i * 6;
	return { character: ALPHABET.charAt(value), value, bitOffset, bitLength };
}

export function base64Groups(bytes: Uint8Array): Base64Group[] {
	const groups: Base64Group[] = [];
	for (let at = 0; at < bytes.length; at += 3) {
		const group = bytes.subarray(at, at + 3);
		const [a = 0, b = 0, c = 0] = group;
		const bits = (a << 16) | (b << 8) | c;
		const characters = [0, 1, 2, 3].map((i) => character(bits, at, group.length, i));
		groups.push({ byteOffset: at, bytes: group, characters });
	}
	return groups;
}

export function encodeBase64(bytes: Uint8Array): string {
	let text = '';
	for (const { characters } of base64Groups(bytes)) {
		for (const { character } of characters) text += character;
	}
	return text;
}

export type Base64Decoding =
	| { readonly isValid: true; readonly bytes: Uint8Array }
	/** `index`: the first character that is wrong, or the length of the text where one is missing. */
	| { readonly isValid: false; readonly fault: Base64Fault; readonly index: number };

type Base64Fault = 'bad-character' | 'bad-padding' | 'bad-length';

/**
 * Decodes base64 with its padding. Bits beyond the last byte may be anything: RFC 4648 §3.5
 * leaves them to the decoder, and RFC 6455 §4.1's own example has some set.
 */
export function decodeBase64(text: string): Base64Decoding {
	const body = text.replace(/={1,2}$/, '');
	const wrong = body.search(/[^A-Za-z0-9+/]/);
	if (wrong !== -1) {
		const fault = body[wrong] === '=' ? 'bad-padding' : 'bad-character';
		return { isValid: false, fault, index: wrong };
	}
	if (text.length % 4 !== 0 || body.length % 4 === 1) {
		const fault = body.length < text.length ? 'bad-padding' : 'bad-length';
		return { isValid: false, fault, index: fault === 'bad-length' ? text.length : body.length };
	}
	const bytes = new Uint8Array(Math.floor((body.length * 6) / 8));
	let bits = 0;
	for (let i = 0, at = 0; i < body.length; i++) {
		bits = ((bits << 6) | ALPHABET.indexOf(body.charAt(i))) & 0xffffff;
		if (i % 4 !== 0) bytes[at++] = bits >> (6 - (i % 4) * 2);
	}
	return { isValid: true, bytes };
}
