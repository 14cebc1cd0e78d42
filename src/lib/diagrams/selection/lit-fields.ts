/**
 * What one selection lights: the chosen field, what it consists of, and for a derived field the
 * bits it comes from.
 */
import type { Selection } from '#lib/capture/selection.ts';
import type { Field } from '#lib/protocol/field.ts';

const NONE: ReadonlySet<string> = new Set();

/** Ids of the fields whose bits are lit; empty when the selection is in another record. */
export function litFields(
	fields: readonly Field[],
	selection: Selection | null,
	record: number
): ReadonlySet<string> {
	const chosen = selectedField(fields, selection, record);
	if (!chosen) return NONE;
	const root = chosen.isDerived && chosen.parent ? chosen.parent : chosen.id;
	const lit = new Set([root]);
	for (const field of fields) {
		if (field.parent === root && !field.isDerived) lit.add(field.id);
	}
	return lit;
}

/** The chosen field, if it is one of this record's. */
export function selectedField(
	fields: readonly Field[],
	selection: Selection | null,
	record: number
): Field | null {
	if (!selection || selection.record !== record) return null;
	return fields.find((field) => field.id === selection.field) ?? null;
}

/** The first bit of what is chosen; null where that is nothing on the wire. */
export function focusBit(
	fields: readonly Field[],
	selection: Selection | null,
	record: number
): number | null {
	const field = selectedField(fields, selection, record);
	if (!field || !selection) return null;
	if (selection.bit !== undefined) return selection.bit;
	if (field.bitLength > 0 && !field.isDerived) return field.bitOffset;
	const parent = fields.find(({ id }) => id === field.parent);
	return parent && parent.bitLength > 0 ? parent.bitOffset : null;
}
