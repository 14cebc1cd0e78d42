/**
 * Which field owns which bits: the fields of a record as spans that do not overlap, in wire order.
 *
 * A nested field (the close code) owns its bits, its parent (the payload) what is left.
 */
import type { Field } from '#lib/protocol/field.ts';

export interface FieldSpan {
	readonly field: Field;
	/** First bit of this span. */
	readonly start: number;
	/** Bit after the last one. */
	readonly end: number;
	/** First bit of the field, which an earlier span may hold. */
	readonly origin: number;
}

/** Spans of all fields that are on the wire, sorted; bits of no field are in none. */
export function fieldSpans(fields: readonly Field[]): readonly FieldSpan[] {
	const present = fields.filter((field) => field.bitLength > 0 && !field.isDerived);
	const children = new Map<string, Field[]>();
	for (const field of present) {
		const siblings = field.parent === undefined ? undefined : children.get(field.parent);
		if (siblings) siblings.push(field);
		else if (field.parent !== undefined) children.set(field.parent, [field]);
	}
	const spans: FieldSpan[] = [];
	for (const field of present) spans.push(...without(field, children.get(field.id) ?? []));
	return spans.sort((a, b) => a.start - b.start);
}

function without(field: Field, children: readonly Field[]): FieldSpan[] {
	const spans: FieldSpan[] = [];
	const origin = field.bitOffset;
	const end = field.bitOffset + field.bitLength;
	let start = origin;
	for (const child of [...children].sort((a, b) => a.bitOffset - b.bitOffset)) {
		if (child.bitOffset > start) spans.push({ field, start, end: child.bitOffset, origin });
		start = Math.max(start, child.bitOffset + child.bitLength);
	}
	if (start < end) spans.push({ field, start, end, origin });
	return spans;
}

/** The spans that share bits with `from` to `to` (exclusive), by bisection. */
export function spansBetween(
	spans: readonly FieldSpan[],
	from: number,
	to: number
): readonly FieldSpan[] {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spans[middle]?.end ?? 0) <= from) low = middle + 1;
		else high = middle;
	}
	let last = low;
	while (last < spans.length && (spans[last]?.start ?? to) < to) last++;
	return spans.slice(low, last);
}

/** The span that owns a bit; null where no field does. */
export function spanAt(spans: readonly FieldSpan[], bit: number): FieldSpan | null {
	return spansBetween(spans, bit, bit + 1)[0] ?? null;
}
