/**
 * The text of the hex form in colours: stretches of characters that belong to one field.
 *
 * A byte has two digits, and each of the header's digits belongs to one field or to one group of
 * bits: FIN with RSV1–3, the opcode, MASK with the length's upper bits.
 */
import { spansBetween, type FieldSpan } from '#lib/diagrams/selection/field-spans.ts';
import type { FieldKind } from '#lib/protocol/field.ts';
import type { Violation } from '#lib/protocol/violation.ts';
import type { HexReading } from './read-hex.ts';

export interface HexRun {
	/** Characters from, and to the one behind the last. */
	readonly from: number;
	readonly to: number;
	/** Null between fields, and for text that is no byte. */
	readonly kind: FieldKind | null;
	readonly isLit: boolean;
	readonly isBroken: boolean;
}

export interface HexPaint {
	readonly spans: readonly FieldSpan[];
	/** Ids of the fields that are lit. */
	readonly lit: ReadonlySet<string>;
	readonly violations: readonly Violation[];
	/** Byte of the frame that the text begins with. */
	readonly first: number;
}

/** Runs that cover the text from its first character to its last. */
export function hexRuns(text: string, reading: HexReading, paint: HexPaint): readonly HexRun[] {
	const runs: HexRun[] = [];
	let last: HexRun | null = null;
	const add = (from: number, to: number, look: Omit<HexRun, 'from' | 'to'>) => {
		if (last && isSame(last, look)) {
			last = { ...last, to };
			runs[runs.length - 1] = last;
			return;
		}
		if (from > (last?.to ?? 0)) runs.push(plain(last?.to ?? 0, from));
		last = { from, to, ...look };
		runs.push(last);
	};
	for (const [index, start] of reading.starts.entries()) {
		const end = reading.ends[index] ?? start;
		const bit = (paint.first + index) * 8;
		if (end - start < 2) {
			add(start, end, look(bit, 8, paint));
			continue;
		}
		add(start, start + 1, look(bit, 4, paint));
		add(start + 1, end, look(bit + 4, 4, paint));
	}
	const covered = runs.at(-1)?.to ?? 0;
	if (covered < text.length) runs.push(plain(covered, text.length));
	return runs;
}

/** The bit that a place in the text stands for; null before the first byte. */
export function bitAt(reading: HexReading, position: number, first: number): number | null {
	let low = 0;
	let high = reading.starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((reading.starts[middle] ?? 0) <= position) low = middle + 1;
		else high = middle;
	}
	const start = reading.starts[low - 1];
	if (start === undefined) return null;
	return (first + low - 1) * 8 + (position > start ? 4 : 0);
}

function look(bit: number, bits: number, { spans, lit, violations }: HexPaint) {
	const owners = spansBetween(spans, bit, bit + bits);
	const chosen = owners.find(({ field }) => lit.has(field.id));
	return {
		kind: (chosen ?? owners[0])?.field.kind ?? null,
		isLit: chosen !== undefined,
		isBroken: violations.some(
			({ bitOffset, bitLength }) =>
				bitOffset < bit + bits && bitOffset + Math.max(1, bitLength) > bit
		)
	};
}

function isSame(run: HexRun, { kind, isLit, isBroken }: Omit<HexRun, 'from' | 'to'>): boolean {
	return run.kind === kind && run.isLit === isLit && run.isBroken === isBroken;
}

function plain(from: number, to: number): HexRun {
	return { from, to, kind: null, isLit: false, isBroken: false };
}
