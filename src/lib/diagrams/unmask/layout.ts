/**
 * Unmasking as a table: payload byte, the key byte whose turn it is, and what their XOR gives.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.3
 */
import { mask } from '#lib/protocol/frames/masking.ts';
import { readCodePoints, type CodePoint } from '../payload/code-points.ts';

export interface UnmaskCell {
	/** Index in the payload. */
	readonly index: number;
	readonly wire: number;
	/** `index` mod 4. */
	readonly keyIndex: number;
	readonly key: number;
	readonly result: number;
}

/** Cells of one window of the payload. */
export function layoutUnmask(
	payload: Uint8Array,
	key: Uint8Array,
	start: number,
	count: number
): readonly UnmaskCell[] {
	const wires = payload.subarray(start, start + count);
	const results = mask(wires, key, start);
	return [...wires].map((wire, at) => {
		const index = start + at;
		const keyIndex = index % 4;
		return { index, wire, keyIndex, key: key[keyIndex] ?? 0, result: results[at] ?? 0 };
	});
}

/** A run of columns below the results: one character, or the close code. */
export interface CharacterCell {
	/** Index in the payload of its first byte inside the window. */
	readonly index: number;
	/** Columns inside the window. */
	readonly span: number;
	readonly point: CodePoint | null;
	/** A close code, which takes the first two bytes of a close frame. */
	readonly closeCode: number | null;
}

export interface CharacterOptions {
	/** The first two bytes are a close code. */
	readonly isClose?: boolean;
	readonly mayBeginInside?: boolean;
	readonly mayEndInside?: boolean;
}

/** Characters of a window; only the few bytes around it are unmasked. */
export function layoutCharacters(
	payload: Uint8Array,
	key: Uint8Array,
	start: number,
	count: number,
	{ isClose = false, mayBeginInside = false, mayEndInside = false }: CharacterOptions = {}
): readonly CharacterCell[] {
	const end = Math.min(start + count, payload.length);
	const textStart = isClose ? 2 : 0;
	const sliceStart = Math.max(textStart, start - 3);
	const sliceEnd = Math.min(payload.length, end + 3);
	const plain = mask(payload.subarray(sliceStart, sliceEnd), key, sliceStart);
	const points = readCodePoints(plain, {
		from: Math.max(start, textStart) - sliceStart,
		to: end - sliceStart,
		mayBeginInside: mayBeginInside && sliceStart === textStart,
		mayEndInside: mayEndInside || sliceEnd < payload.length
	});
	const cells = points.map((point) => inWindow(point, sliceStart, start, end));
	return [...closeCodeCell(payload, key, start, isClose), ...cells.filter(({ span }) => span > 0)];
}

function inWindow(point: CodePoint, shift: number, start: number, end: number): CharacterCell {
	const from = Math.max(start, point.start + shift);
	const to = Math.min(end, point.start + shift + point.length);
	const moved = { ...point, start: point.start + shift };
	return { index: from, span: to - from, point: moved, closeCode: null };
}

function closeCodeCell(
	payload: Uint8Array,
	key: Uint8Array,
	start: number,
	isClose: boolean
): CharacterCell[] {
	if (!isClose || start > 0 || payload.length < 2) return [];
	const [high = 0, low = 0] = mask(payload.subarray(0, 2), key);
	return [{ index: 0, span: 2, point: null, closeCode: high * 256 + low }];
}

/** What the parts of an XOR table are called where it stands. */
export interface XorNames {
	readonly caption: string;
	/** The first row, and what may be left out of its name where space is short. */
	readonly top: string;
	readonly topLong?: string;
	/** The row of `index mod 4`; absent: it is not drawn. */
	readonly turn?: string;
	readonly result: string;
	/** The key is applied once more, and this is what that gives; absent: it is not. */
	readonly again?: string;
	/** One byte in bits. */
	readonly sum: (index: string) => string;
	readonly sumAgain?: (index: string) => string;
}

/** `0111 1111` */
export function formatBits(byte: number): string {
	const bits = byte.toString(2).padStart(8, '0');
	return `${bits.slice(0, 4)} ${bits.slice(4)}`;
}
