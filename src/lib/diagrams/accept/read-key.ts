/**
 * A Sec-WebSocket-Key read as what it should be, the base64 of 16 bytes, and where it is not.
 *
 * Whatever is wrong, a key is hashed as the text it is; only a character that no header can hold
 * leaves nothing to hash.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 */
import { decodeBase64 } from '#lib/protocol/base64.ts';

/** Bytes that the nonce of a client must have. */
const NONCE_LENGTH = 16;
/** Bits of the last character that stand for no byte, in a key of the right length. */
const LOOSE_BITS = 4;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export type KeyFault =
	| { readonly kind: 'empty' }
	/** Beyond U+00FF: a header is a row of bytes, and this is none. `code`: its code point. */
	| { readonly kind: 'no-byte'; readonly at: number; readonly code: number }
	/** NUL, CR, LF and the like, which no header value may hold (RFC 9110 §5.5). */
	| { readonly kind: 'control'; readonly at: number; readonly code: number }
	| { readonly kind: 'bad-character'; readonly at: number; readonly code: number }
	/** An `=` elsewhere than at the end, or too many or too few of them. */
	| { readonly kind: 'bad-padding'; readonly at: number }
	/** It ends within a group of four characters. */
	| { readonly kind: 'bad-length'; readonly at: number }
	/** Base64, but of another number of bytes. */
	| { readonly kind: 'not-16-bytes'; readonly bytes: number };

export interface KeyCharacter {
	/** In UTF-16 units, as `maxlength` and the faults count. */
	readonly index: number;
	/** One character, or what stands for one that has no shape of its own. */
	readonly text: string;
	/** 0 to 63; null for what is no base64 digit. */
	readonly value: number | null;
	readonly isPadding: boolean;
	readonly isFault: boolean;
}

export interface KeyReading {
	readonly characters: readonly KeyCharacter[];
	/** What the key stands for; null where it is no base64. */
	readonly bytes: Uint8Array | null;
	readonly fault: KeyFault | null;
	/** Value of the bits after the last whole byte, which mean nothing (RFC 4648 §3.5). */
	readonly looseBits: number;
	/** Whether a header can hold it, so that an Accept is due for it. */
	readonly isHashable: boolean;
}

export function readKey(key: string): KeyReading {
	const decoded = decodeBase64(key);
	const fault = findFault(key);
	const at = fault && 'at' in fault ? fault.at : -1;
	return {
		characters: keyCharacters(key, at),
		bytes: decoded.isValid ? decoded.bytes : null,
		fault,
		looseBits: fault === null ? looseBits(key) : 0,
		isHashable: fault?.kind !== 'no-byte'
	};
}

/** But for HTAB; C1 controls are obs-text (RFC 9110 §5.5). */
const CONTROL = /(?![\t\x80-\x9f])\p{Cc}/u;

/** What weighs most first: a character that has no byte, then one that no header may hold. */
function findFault(key: string): KeyFault | null {
	if (key === '') return { kind: 'empty' };
	const wide = key.search(/[^\0-\xff]/);
	if (wide !== -1) return { kind: 'no-byte', at: wide, code: codeAt(key, wide) };
	const control = key.search(CONTROL);
	if (control !== -1) return { kind: 'control', at: control, code: codeAt(key, control) };
	const decoded = decodeBase64(key);
	if (decoded.isValid) {
		const { length } = decoded.bytes;
		return length === NONCE_LENGTH ? null : { kind: 'not-16-bytes', bytes: length };
	}
	const { fault, index: at } = decoded;
	return fault === 'bad-character'
		? { kind: fault, at, code: codeAt(key, at) }
		: { kind: fault, at };
}

function keyCharacters(key: string, faultAt: number): KeyCharacter[] {
	let index = 0;
	return [...key].map((character) => {
		const at = index;
		index += character.length;
		const value = ALPHABET.indexOf(character);
		return {
			index: at,
			text: shownCharacter(character),
			value: value === -1 ? null : value,
			isPadding: character === '=' && at !== faultAt,
			isFault: at === faultAt
		};
	});
}

/** Controls and lone surrogates have no shape: controls take their pictures, U+2400 and on. */
function shownCharacter(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code === 0x20) return '␣';
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '␡';
	if ((code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000)) return '�';
	return character;
}

function codeAt(key: string, at: number): number {
	return key.codePointAt(at) ?? 0;
}

function looseBits(key: string): number {
	return ALPHABET.indexOf(key.charAt(21)) & ((1 << LOOSE_BITS) - 1);
}
