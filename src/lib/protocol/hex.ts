/**
 * Bytes as hexadecimal text, and back: two digits a byte, as RFC 6455 §5.7 prints them.
 */

export type ParsedHex =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	/** `position`: the first character that is no hex digit, or the half byte at the end. */
	| { readonly ok: false; readonly position: number; readonly reason: 'not-hex' | 'half-byte' };

const SEPARATORS = /[\s,:;_-]/;

/** `37 fa 21 3d`: lower case, one space between bytes. */
export function formatHex(bytes: Uint8Array, separator = ' '): string {
	let text = '';
	for (const [index, byte] of bytes.entries()) {
		if (index > 0) text += separator;
		text += formatByte(byte);
	}
	return text;
}

/** Two lower-case digits. */
export function formatByte(byte: number): string {
	return byte.toString(16).padStart(2, '0');
}

/**
 * Reads hex as people paste it: spaces, commas, colons and line breaks between bytes, and `0x`
 * before them, are stepped over. Never throws.
 */
export function parseHex(text: string): ParsedHex {
	const bytes: number[] = [];
	let half: number | null = null;
	let halfAt = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (SEPARATORS.test(character)) {
			if (half !== null) return { ok: false, position: halfAt, reason: 'half-byte' };
			continue;
		}
		if (half === null && character === '0' && /x/i.test(text.charAt(at + 1))) {
			at++;
			continue;
		}
		const digit = Number.parseInt(character, 16);
		if (Number.isNaN(digit)) return { ok: false, position: at, reason: 'not-hex' };
		if (half === null) {
			half = digit;
			halfAt = at;
		} else {
			bytes.push(half * 16 + digit);
			half = null;
		}
	}
	if (half !== null) return { ok: false, position: halfAt, reason: 'half-byte' };
	return { ok: true, bytes: Uint8Array.from(bytes) };
}
