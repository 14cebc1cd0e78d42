/** What can be said of bytes that should be UTF-8: how many characters, and where they go wrong. */
import { readCodePoints } from './code-points.ts';

/** Bytes looked at in one go, so that a long text costs no long list. */
const STRIDE = 4096;

export interface TextBorders {
	readonly mayBeginInside?: boolean;
	readonly mayEndInside?: boolean;
}

/** Code points, a broken byte counted as one: bytes that do not continue another. */
export function countCodePoints(bytes: Uint8Array): number {
	let count = 0;
	for (const byte of bytes) if ((byte & 0xc0) !== 0x80) count++;
	return count;
}

/** Index of the first byte of what is not UTF-8; null where all of it is. */
export function firstBadByte(bytes: Uint8Array, borders: TextBorders = {}): number | null {
	if (isValid(bytes, borders)) return null;
	for (let from = 0; from < bytes.length; from += STRIDE) {
		const points = readCodePoints(bytes, { ...borders, from, to: from + STRIDE });
		const bad = points.find(({ value, isCut }) => value === null && !isCut);
		if (bad) return bad.start;
	}
	return null;
}

/** The platform's decoder is quick; what it objects to is then looked at closely. */
function isValid(bytes: Uint8Array, { mayEndInside = false }: TextBorders): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayEndInside });
		return true;
	} catch {
		return false;
	}
}

/** Longest text that is tried as JSON, in bytes. */
const LONGEST_JSON = 64 * 1024;

/** The text indented, if it is a JSON object or array of moderate size; else null. */
export function prettyJson(bytes: Uint8Array): string | null {
	const first = bytes.find((byte) => byte > 0x20);
	if (bytes.length > LONGEST_JSON || (first !== 0x7b && first !== 0x5b)) return null;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return null;
	}
}
