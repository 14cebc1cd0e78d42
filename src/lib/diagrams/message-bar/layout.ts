/**
 * The message bar: the bytes of a message in rows, the characters they spell above them, and the
 * cuts between its fragments. A character stands over all its bytes, also where a cut divides it.
 */
import { readCodePoints, glyphOf, type CodePoint } from '../payload/code-points.ts';

export interface BarByte {
	/** Offset in the message. */
	readonly at: number;
	readonly value: number;
	/** Which fragment, from 0. */
	readonly part: number;
}

export interface BarCharacter {
	/** Offset of the first byte that lies in this row. */
	readonly at: number;
	/** Bytes in this row. */
	readonly span: number;
	/** What is drawn; empty for bytes that are no text. */
	readonly glyph: string;
	/** A name in place of an invisible character. */
	readonly isName: boolean;
	/** The bytes are not UTF-8. */
	readonly isBad: boolean;
	/** A cut divides it. */
	readonly isSplit: boolean;
	/** It began in the row before. */
	readonly isContinued: boolean;
}

export interface BarCut {
	/** Index among all cuts. */
	readonly index: number;
	/** Byte offset in the message. */
	readonly at: number;
	/** Bytes of this row before it. */
	readonly column: number;
}

/** A stretch of one fragment in one row. */
export interface BarPart {
	readonly part: number;
	readonly at: number;
	readonly span: number;
	/** Bytes of the whole fragment. */
	readonly length: number;
}

export interface BarRow {
	readonly from: number;
	readonly bytes: readonly BarByte[];
	/** None for a binary message. */
	readonly characters: readonly BarCharacter[];
	readonly cuts: readonly BarCut[];
	readonly parts: readonly BarPart[];
}

export interface BarInput {
	readonly data: Uint8Array;
	readonly isText: boolean;
	/** Ascending offsets from 1 to length − 1. */
	readonly cuts: readonly number[];
	/** Bytes in a row, 1 or more. */
	readonly perRow: number;
}

/** A cut at the border of two rows stands at the end of the first. */
export function layoutMessage(input: BarInput): readonly BarRow[] {
	const { data, isText, cuts, perRow } = input;
	const points = isText ? readCodePoints(data) : [];
	const rows: BarRow[] = [];
	for (let from = 0; from < data.length; from += perRow) {
		const to = Math.min(from + perRow, data.length);
		rows.push({
			from,
			bytes: Array.from(data.subarray(from, to), (value, i) => ({
				at: from + i,
				value,
				part: partAt(cuts, from + i)
			})),
			characters: points.flatMap((point) => characterIn(point, from, to, cuts)),
			cuts: cuts.flatMap((at, index) =>
				at > from && at <= to ? [{ index, at, column: at - from }] : []
			),
			parts: partsIn(input, from, to)
		});
	}
	return rows;
}

function partAt(cuts: readonly number[], at: number): number {
	return cuts.filter((cut) => cut <= at).length;
}

function partsIn({ data, cuts }: BarInput, from: number, to: number): BarPart[] {
	return [0, ...cuts].flatMap((start, part) => {
		const end = cuts[part] ?? data.length;
		const at = Math.max(start, from);
		const span = Math.min(end, to) - at;
		return span > 0 ? [{ part, at, span, length: end - start }] : [];
	});
}

function characterIn(
	point: CodePoint,
	from: number,
	to: number,
	cuts: readonly number[]
): BarCharacter[] {
	const end = point.start + point.length;
	const at = Math.max(point.start, from);
	const span = Math.min(end, to) - at;
	if (span <= 0) return [];
	const glyph = point.value === null ? null : glyphOf(point.value);
	return [
		{
			at,
			span,
			glyph: glyph?.text ?? '✕',
			isName: glyph?.isName ?? false,
			isBad: glyph === null,
			isSplit: cuts.some((cut) => cut > point.start && cut < end),
			isContinued: at > point.start
		}
	];
}

export interface SplitCharacter {
	/** Index of the cut. */
	readonly cut: number;
	readonly glyph: string;
	readonly before: Uint8Array;
	readonly after: Uint8Array;
}

/** The characters that cuts divide, once for each cut. */
export function splitCharacters(
	data: Uint8Array,
	cuts: readonly number[]
): readonly SplitCharacter[] {
	const points = readCodePoints(data);
	return cuts.flatMap((at, cut) => {
		const point = points.find(({ start, length }) => start < at && at < start + length);
		if (!point || point.value === null) return [];
		const { start, length, value } = point;
		return [
			{
				cut,
				glyph: glyphOf(value).text,
				before: data.subarray(start, at),
				after: data.subarray(at, start + length)
			}
		];
	});
}

/** Where a new cut helps most: in the middle of the longest fragment; null: no room is left. */
export function roomiestCut(length: number, cuts: readonly number[]): number | null {
	let best: number | null = null;
	let most = 1;
	for (const [part, from] of [0, ...cuts].entries()) {
		const to = cuts[part] ?? length;
		if (to - from <= most) continue;
		most = to - from;
		best = from + Math.floor(most / 2);
	}
	return best;
}

/** Geometry of the drawn rows, in px of the viewport. */
export interface RowBox {
	readonly left: number;
	readonly top: number;
	readonly bottom: number;
}

/** The border between bytes nearest to a point: 0 to length. */
export function nearestBorder(
	rows: readonly RowBox[],
	point: { readonly x: number; readonly y: number },
	size: { readonly cell: number; readonly perRow: number; readonly length: number }
): number {
	const last = rows.length - 1;
	const found = rows.findIndex(({ bottom }) => point.y < bottom);
	const row = found < 0 ? last : found;
	const column = Math.round((point.x - (rows[row]?.left ?? 0)) / size.cell);
	const inRow = Math.max(0, Math.min(size.perRow, column));
	return Math.max(0, Math.min(size.length, row * size.perRow + inRow));
}
