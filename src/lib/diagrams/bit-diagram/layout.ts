/**
 * The bit diagram of a frame, row by row: 32 bits as in the RFC's figure, 16 where it is narrow.
 *
 * Rows are laid out when they are drawn, so that the size of a frame costs nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import type { Field } from '#lib/protocol/field.ts';
import type { Violation } from '#lib/protocol/violation.ts';
import { spansBetween, type FieldSpan } from '../selection/field-spans.ts';

export type Columns = 32 | 16;

export interface BitSource {
	/** The record's bytes, as far as they have arrived. */
	readonly bytes: Uint8Array;
	readonly spans: readonly FieldSpan[];
	readonly violations: readonly Violation[];
}

/** One field's share of a row. */
export interface BitPiece {
	readonly field: Field;
	/** First column, from 0. */
	readonly column: number;
	/** Columns it covers. */
	readonly width: number;
	/** The field began in an earlier row. */
	readonly isContinued: boolean;
	/** The field goes on in a later row. */
	readonly goesOn: boolean;
	/** First and last byte of this share, counted from the field's first; null for parts of a byte. */
	readonly bytes: readonly [number, number] | null;
}

export interface BitCell {
	/** Counted from the record's first bit. */
	readonly bit: number;
	readonly column: number;
	readonly value: 0 | 1;
	readonly field: Field | null;
	/** What follows it: the end of the row, of its field, of its byte, or another bit. */
	readonly edge: 'row' | 'field' | 'byte' | 'bit';
	/** Index of the first violation on this bit; -1 where there is none. */
	readonly violation: number;
}

/** A violation's share of a row; its sentence hangs below the row where it begins. */
export interface BitFault {
	/** Index in `violations`. */
	readonly index: number;
	readonly violation: Violation;
	readonly column: number;
	readonly width: number;
	readonly begins: boolean;
}

export interface BitRow {
	readonly row: number;
	/** Offset in bytes of its first bit. */
	readonly offset: number;
	readonly pieces: readonly BitPiece[];
	readonly cells: readonly BitCell[];
	readonly faults: readonly BitFault[];
}

/** Rows that the bytes take. */
export function countBitRows(bytes: number, columns: Columns): number {
	return Math.ceil((bytes * 8) / columns);
}

export function layoutBitRow(source: BitSource, row: number, columns: Columns): BitRow {
	const start = row * columns;
	const end = Math.min(start + columns, source.bytes.length * 8);
	const pieces = spansBetween(source.spans, start, end).map((span) => piece(span, start, end));
	const faults = faultsBetween(source.violations, start, end);
	return { row, offset: start / 8, pieces, cells: cells(source, faults, start, end), faults };
}

function piece(
	{ field, start, end, origin }: FieldSpan,
	rowStart: number,
	rowEnd: number
): BitPiece {
	const from = Math.max(start, rowStart);
	const to = Math.min(end, rowEnd);
	const isWhole = from % 8 === 0 && to % 8 === 0 && (from > start || to < end || to - from > 8);
	return {
		field,
		column: from - rowStart,
		width: to - from,
		isContinued: from > start,
		goesOn: to < end,
		bytes: isWhole ? [(from - origin) / 8, (to - origin) / 8 - 1] : null
	};
}

function cells(
	{ bytes, spans }: BitSource,
	faults: readonly BitFault[],
	start: number,
	end: number
): BitCell[] {
	const inRow = spansBetween(spans, start, end);
	const made: BitCell[] = [];
	for (let bit = start; bit < end; bit++) {
		const column = bit - start;
		const value = ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1 ? 1 : 0;
		const span = inRow.find((candidate) => candidate.start <= bit && bit < candidate.end);
		const fault = faults.find((each) => each.column <= column && column < each.column + each.width);
		made.push({
			bit,
			column,
			value,
			field: span?.field ?? null,
			edge: edgeAfter(bit, end, span),
			violation: fault?.index ?? -1
		});
	}
	return made;
}

function edgeAfter(bit: number, rowEnd: number, span: FieldSpan | undefined): BitCell['edge'] {
	if (bit + 1 === rowEnd) return 'row';
	if (bit + 1 === span?.end) return 'field';
	return bit % 8 === 7 ? 'byte' : 'bit';
}

function faultsBetween(violations: readonly Violation[], start: number, end: number): BitFault[] {
	const faults: BitFault[] = [];
	for (const [index, violation] of violations.entries()) {
		const first = violation.bitOffset;
		const last = first + Math.max(1, violation.bitLength);
		if (first >= end || last <= start) continue;
		const from = Math.max(first, start);
		const width = Math.min(last, end) - from;
		faults.push({ index, violation, column: from - start, width, begins: first >= start });
	}
	return faults;
}
