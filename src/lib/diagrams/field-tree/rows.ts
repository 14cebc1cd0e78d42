/**
 * Rows of the field table: fields in wire order, nested ones under their parent.
 */
import type { Field } from '#lib/protocol/field.ts';

export interface FieldRow {
	readonly field: Field;
	/** 0, or 1 under a parent. */
	readonly depth: 0 | 1;
	/** Not on the wire, and not derived either. */
	readonly isAbsent: boolean;
}

export function layoutFieldRows(fields: readonly Field[]): readonly FieldRow[] {
	const rows: FieldRow[] = [];
	for (const field of fields) {
		if (field.parent) continue;
		rows.push(row(field, 0));
		for (const child of fields) if (child.parent === field.id) rows.push(row(child, 1));
	}
	return rows;
}

function row(field: Field, depth: 0 | 1): FieldRow {
	return { field, depth, isAbsent: field.bitLength === 0 && !field.isDerived };
}

/** `0`, or `16–47`: first and last bit; empty for a field that is not on the wire. */
export function bitRange({ bitOffset, bitLength }: Field): string {
	if (bitLength === 0) return '';
	return bitLength === 1 ? String(bitOffset) : `${bitOffset}–${bitOffset + bitLength - 1}`;
}
