/**
 * The byte table, row by row: hex and text beside each other, each byte in its field's colour.
 */
import type { Field } from '#lib/protocol/field.ts';
import { spansBetween, type FieldSpan } from '../selection/field-spans.ts';

export type BytesPerRow = 16 | 8;

export interface BitRange {
	/** From the first byte's highest bit. */
	readonly bitOffset: number;
	readonly bitLength: number;
}

export interface ByteSource {
	readonly bytes: Uint8Array;
	readonly spans: readonly FieldSpan[];
	readonly violations: readonly BitRange[];
}

export interface ByteCell {
	readonly index: number;
	readonly value: number;
	/** In wire order; more than one where a byte holds several; none between header lines. */
	readonly fields: readonly Field[];
	/** The field with the most bits of this byte. */
	readonly main: Field | null;
	/** First and last byte of a run of one field in this row. */
	readonly isRunStart: boolean;
	readonly isRunEnd: boolean;
	readonly hasViolation: boolean;
	/** The printable ASCII character, else null. */
	readonly glyph: string | null;
}

export interface ByteRow {
	readonly row: number;
	/** Index of its first byte. */
	readonly offset: number;
	readonly cells: readonly ByteCell[];
}

export function countByteRows(bytes: number, perRow: BytesPerRow): number {
	return Math.ceil(bytes / perRow);
}

export function layoutByteRow(source: ByteSource, row: number, perRow: BytesPerRow): ByteRow {
	const offset = row * perRow;
	const end = Math.min(offset + perRow, source.bytes.length);
	const owners: FieldSpan[][] = [];
	for (let index = offset; index < end; index++) {
		owners.push([...spansBetween(source.spans, index * 8, index * 8 + 8)]);
	}
	const cells = owners.map((spans, at) => {
		const index = offset + at;
		const value = source.bytes[index] ?? 0;
		return {
			index,
			value,
			fields: spans.map(({ field }) => field),
			main: mainField(spans, index),
			isRunStart: !isSameRun(owners[at - 1], spans),
			isRunEnd: !isSameRun(owners[at + 1], spans),
			hasViolation: source.violations.some((violation) => covers(violation, index)),
			glyph: value > 0x20 && value < 0x7f ? String.fromCharCode(value) : null
		};
	});
	return { row, offset, cells };
}

function mainField(spans: readonly FieldSpan[], index: number): Field | null {
	let main: Field | null = null;
	let most = 0;
	for (const { field, start, end } of spans) {
		const bits = Math.min(end, index * 8 + 8) - Math.max(start, index * 8);
		if (bits > most) [main, most] = [field, bits];
	}
	return main;
}

function isSameRun(a: readonly FieldSpan[] | undefined, b: readonly FieldSpan[]): boolean {
	return a?.length === 1 && b.length === 1 && a[0]?.field.id === b[0]?.field.id;
}

function covers({ bitOffset, bitLength }: BitRange, index: number): boolean {
	return bitOffset < index * 8 + 8 && bitOffset + Math.max(1, bitLength) > index * 8;
}

/** The first bit of a field inside a byte. */
export function firstBitIn(field: Field, index: number): number {
	return Math.max(field.bitOffset, index * 8);
}
