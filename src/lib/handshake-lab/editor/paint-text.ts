/**
 * The text of a draft in stretches to be coloured: names, values, what breaks a rule, the place of
 * the Accept. Together they are exactly the text of the text box that lies above them.
 */
import { ACCEPT_HOLE } from '#lib/handshakes/draft/handshake-draft.ts';
import { showText } from '#lib/handshakes/draft/draft-text.ts';
import type { DraftLine, LineEnding } from '#lib/handshakes/draft/read-draft.ts';
import type { HttpViolation } from '#lib/protocol/http/http-violation.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { faultSpan, missingHeader } from './line-faults.ts';
import { lineParts } from './line-parts.ts';

export interface PaintRun {
	/** First byte; what tells runs apart. */
	readonly from: number;
	readonly text: string;
	readonly kind: 'header-name' | 'header-value' | null;
	readonly isBroken: boolean;
	/** Stands for the Accept that the server fills in. */
	readonly isHole: boolean;
	/** How the line of this run ends; null where it does not end with this run. */
	readonly ending: LineEnding | null;
}

interface Span {
	readonly from: number;
	readonly to: number;
}

interface Painted extends Span {
	readonly kind: 'header-name' | 'header-value';
}

/** Broken rules that are marked; a text with more of them is red all over. */
const MOST_MARKS = 500;

interface Source {
	readonly bytes: Uint8Array;
	readonly lines: readonly DraftLine[];
	readonly violations: readonly HttpViolation[];
	readonly hasHoles: boolean;
}

/** Null where stretches would not add up to the text: it is then shown without colours. */
export function paintText(source: Source): readonly PaintRun[] | null {
	const { bytes, lines, violations, hasHoles } = source;
	const kinds = lines.flatMap((line) => kindsOf(bytes, line));
	const broken = violations
		.slice(0, MOST_MARKS)
		.filter(({ code }) => !missingHeader(code))
		.map(faultSpan);
	const holes = hasHoles ? findHoles(bytes) : [];
	const endings = new Map(lines.map((line) => [line.next, line.ending]));
	const cuts = cutsOf(bytes, [
		...lines.flatMap(({ start, next }) => [start, next]),
		...[...kinds, ...broken, ...holes].flatMap(({ from, to }) => [from, to])
	]);
	const runs: PaintRun[] = [];
	let nextKind = 0;
	for (const [index, from] of cuts.entries()) {
		const to = cuts[index + 1];
		if (to === undefined) break;
		while ((kinds[nextKind]?.to ?? Infinity) <= from) nextKind += 1;
		const painted = kinds[nextKind];
		runs.push({
			from,
			text: showText(bytes.subarray(from, to)),
			kind: painted && touches(painted, from, to) ? painted.kind : null,
			isBroken: broken.some((span) => touches(span, from, to)),
			isHole: holes.some((span) => touches(span, from, to)),
			ending: endings.get(to) ?? null
		});
	}
	return runs.map(({ text }) => text).join('') === showText(bytes) ? runs : null;
}

function kindsOf(bytes: Uint8Array, line: DraftLine): Painted[] {
	if (line.kind === 'start') return startKinds(bytes, line);
	if (line.kind === 'blank' || line.kind === 'stray') return [];
	if (line.kind === 'fold') return [{ from: line.start, to: line.end, kind: 'header-value' }];
	const { name, value } = lineParts(bytes, line);
	return [
		{ from: name.start, to: name.end, kind: 'header-name' },
		{ from: value.start, to: value.end, kind: 'header-value' }
	];
}

/** Words of the start line alternate in colour, as everywhere. */
function startKinds(bytes: Uint8Array, { start, end }: DraftLine): Painted[] {
	const words = latin1(bytes, start, end).matchAll(/[^ ]+/g);
	return Array.from(words, ({ 0: word, index }, at) => ({
		from: start + index,
		to: start + index + word.length,
		kind: at % 2 === 0 ? ('header-name' as const) : ('header-value' as const)
	}));
}

export function findHoles(bytes: Uint8Array): Span[] {
	const text = latin1(bytes);
	const holes: Span[] = [];
	for (let at = text.indexOf(ACCEPT_HOLE); at >= 0; at = text.indexOf(ACCEPT_HOLE, at + 1)) {
		holes.push({ from: at, to: at + ACCEPT_HOLE.length });
	}
	return holes;
}

/** Sorted, each once, none inside a character of UTF-8 or between CR and LF. */
function cutsOf(bytes: Uint8Array, at: readonly number[]): number[] {
	const inside = (cut: number) => ((bytes[cut] ?? 0) & 0xc0) === 0x80;
	const between = (cut: number) => bytes[cut - 1] === 0x0d && bytes[cut] === 0x0a;
	const whole = new Set([0, bytes.length]);
	for (const cut of at) {
		let moved = Math.min(Math.max(cut, 0), bytes.length);
		while (moved > 0 && moved < bytes.length && inside(moved)) moved--;
		if (!between(moved)) whole.add(moved);
	}
	return [...whole].sort((a, b) => a - b);
}

function touches({ from, to }: Span, start: number, end: number): boolean {
	return from < end && to > start;
}
