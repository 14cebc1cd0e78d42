/**
 * Bytes of an HTTP head as text, one character a byte.
 *
 * Field values may hold any byte from 0x80 up (obs-text); their meaning is unknown, so they are
 * kept as Latin-1, where an index into the text is an index into the bytes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5
 */

/** Fits the argument count that every engine allows. */
const SLICE = 8192;

export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
	let text = '';
	for (let at = start; at < end; at += SLICE) {
		text += String.fromCharCode(...bytes.subarray(at, Math.min(at + SLICE, end)));
	}
	return text;
}

/** The inverse; throws RangeError for a character beyond U+00FF. */
export function latin1Bytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code > 0xff) throw new RangeError(`text: character ${i} is not Latin-1`);
		bytes[i] = code;
	}
	return bytes;
}
