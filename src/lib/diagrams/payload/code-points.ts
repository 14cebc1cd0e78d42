/**
 * Bytes read as UTF-8, code point by code point, each with the bytes it came from.
 *
 * Works on a window of a long payload: it steps back to where a character begins.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3629#section-4
 */
export interface CodePoint {
	/** Index of its first byte. */
	readonly start: number;
	/** Bytes it takes, 1 to 4; 1 for a byte that is not UTF-8. */
	readonly length: number;
	/** Null where the bytes are not UTF-8 or the character is cut by the border. */
	readonly value: number | null;
	/** The bytes begin before, or go on after, what is here: not known to be wrong. */
	readonly isCut: boolean;
}

export interface CodePointOptions {
	/** First byte that must be covered; default 0. */
	readonly from?: number;
	/** Byte after the last one that must be covered; default: all. */
	readonly to?: number;
	/** The bytes go on with a character that an earlier frame began. */
	readonly mayBeginInside?: boolean;
	/** A later frame may finish the last character. */
	readonly mayEndInside?: boolean;
}

/** Code points that cover the window; the first may begin up to three bytes before it. */
export function readCodePoints(bytes: Uint8Array, options: CodePointOptions = {}): CodePoint[] {
	const { from = 0, to = bytes.length, mayBeginInside = false, mayEndInside = false } = options;
	const points: CodePoint[] = [];
	let at = firstStart(bytes, from);
	if (at === 0 && mayBeginInside) {
		while (at < 3 && isContinuation(bytes[at])) at++;
		if (at > 0) points.push({ start: 0, length: at, value: null, isCut: true });
	}
	while (at < Math.min(to, bytes.length)) {
		const point = readOne(bytes, at, mayEndInside);
		points.push(point);
		at += point.length;
	}
	return points;
}

function isContinuation(byte: number | undefined): boolean {
	return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** The start of the character that holds the byte, if one that far back holds it. */
function firstStart(bytes: Uint8Array, from: number): number {
	for (let at = from; at >= 0 && at >= from - 3; at--) {
		const byte = bytes[at];
		if (isContinuation(byte)) continue;
		return at + sequenceLength(byte ?? 0) > from ? at : from;
	}
	return from <= 3 && isContinuation(bytes[0]) ? 0 : from;
}

/** 1 for ASCII and for a byte that begins nothing. */
function sequenceLength(lead: number): number {
	if (lead >= 0xf0 && lead <= 0xf4) return 4;
	if (lead >= 0xe0 && lead < 0xf0) return 3;
	return lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
}

function readOne(bytes: Uint8Array, start: number, mayEndInside: boolean): CodePoint {
	const lead = bytes[start] ?? 0;
	const length = sequenceLength(lead);
	const bad = { start, length: 1, value: null, isCut: false };
	if (length === 1) return lead < 0x80 ? { ...bad, value: lead } : bad;
	let value = lead & (0xff >> (length + 1));
	for (let i = 1; i < length; i++) {
		const byte = bytes[start + i];
		if (byte === undefined && mayEndInside) {
			return { start, length: i, value: null, isCut: true };
		}
		if (byte === undefined || !isContinuation(byte)) return bad;
		value = value * 64 + (byte & 0x3f);
		if (i === 1 && isOutOfRange(lead, byte)) return bad;
	}
	return { start, length, value, isCut: false };
}

/** Overlong forms, surrogates, and what lies beyond U+10FFFF show in the second byte. */
function isOutOfRange(lead: number, second: number): boolean {
	if (lead === 0xe0) return second < 0xa0;
	if (lead === 0xed) return second > 0x9f;
	if (lead === 0xf0) return second < 0x90;
	return lead === 0xf4 && second > 0x8f;
}

/** `U+4F60` */
export function codePointName(value: number): string {
	return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
}

const SHORT_NAMES: Readonly<Record<number, string>> = {
	0x00: 'NUL',
	0x09: 'TAB',
	0x0a: 'LF',
	0x0d: 'CR',
	0x1b: 'ESC',
	0x20: 'SP',
	0xa0: 'NBSP',
	0xfeff: 'BOM'
};

export interface Glyph {
	readonly text: string;
	/** A name instead of the character, which could not be seen. */
	readonly isName: boolean;
}

/** How a code point is shown: itself, or a name where it would be invisible. */
export function glyphOf(value: number): Glyph {
	const short = SHORT_NAMES[value];
	if (short) return { text: short, isName: true };
	const character = String.fromCodePoint(value);
	if (/[\p{C}\p{Z}]/u.test(character)) {
		return { text: value.toString(16).toUpperCase().padStart(2, '0'), isName: true };
	}
	return { text: /\p{M}/u.test(character) ? `◌${character}` : character, isName: false };
}

/** How the bits of a code point are spread over its bytes. */
export interface CodePointBits {
	/** Bits that only say how long the sequence is and that it goes on, such as `1110`. */
	readonly prefix: string;
	/** Bits of the code point. */
	readonly bits: string;
}

export function codePointBits(bytes: Uint8Array): CodePointBits[] {
	return [...bytes].map((byte, at) => {
		const bits = byte.toString(2).padStart(8, '0');
		const prefix = at > 0 ? 2 : bytes.length === 1 ? 1 : bytes.length + 1;
		return { prefix: bits.slice(0, prefix), bits: bits.slice(prefix) };
	});
}
