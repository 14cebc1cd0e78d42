/**
 * The write bar: the bytes of a whole run in one line, with the cuts between its TCP writes.
 *
 * A byte is a cell; of what is long, a folded cell stands for many. However long the run, the
 * number of cells and of cuts that are drawn is bounded.
 */
import type { FieldKind } from '#lib/protocol/field.ts';
import type { FrameItem, Run } from '#lib/runs/run.ts';
import type { CutPlace } from './cut-place.ts';
import { frameSpans } from './frame-spans.ts';

/** Bytes of one field of one frame, in the same write. */
export interface BarCell {
	readonly type: 'cell';
	readonly key: string;
	/** Id of the frame. */
	readonly item: number;
	/** Bytes of the frame, from 0. */
	readonly from: number;
	readonly to: number;
	readonly kind: FieldKind;
	/** The byte; null where the cell stands for several. */
	readonly value: number | null;
	readonly isFirst: boolean;
}

export interface BarCut {
	readonly type: 'cut';
	readonly key: string;
	readonly place: CutPlace;
}

/** Between writes by itself: a pause, the repetitions of a frame, the end of the connection. */
export interface BarMark {
	readonly type: 'pause' | 'times' | 'fin' | 'rst';
	readonly key: string;
	readonly item: number;
	/** Milliseconds, or how often; 0 for ends. */
	readonly value: number;
}

export type BarPart = BarCell | BarCut | BarMark;

export interface BarLayout {
	readonly parts: readonly BarPart[];
	/** Cuts that are there and not drawn. */
	readonly hiddenCuts: number;
}

/** How many bytes of a field stand for themselves, at its beginning and at its end. */
interface Detail {
	readonly head: number;
	readonly tail: number;
}

/** From the finest to the coarsest; the first whose cells are few enough is taken. */
const DETAILS: readonly Detail[] = [
	{ head: 24, tail: 8 },
	{ head: 6, tail: 2 },
	{ head: 0, tail: 0 }
];
const MOST_CELLS = 640;
const MOST_CUTS = 256;

export function layoutBar(run: Run): BarLayout {
	const detail = DETAILS.find((each) => countCells(run, each) <= MOST_CELLS) ?? {
		head: 0,
		tail: 0
	};
	const drawn = new DrawnCuts();
	const parts = run.items.flatMap((item, index): BarPart[] => {
		const key = `${item.id}`;
		if (item.kind === 'pause') return [{ type: 'pause', key, item: item.id, value: item.ms }];
		if (item.kind === 'end') return [{ type: item.how, key, item: item.id, value: 0 }];
		const isFollowed = run.items[index + 1]?.kind === 'frame';
		return layoutFrame(item, run.unit === 'byte' ? null : drawn, isFollowed, detail);
	});
	return { parts, hiddenCuts: drawn.hidden };
}

/** Counts the cuts that are drawn, up to their bound. */
class DrawnCuts {
	#drawn = 0;
	hidden = 0;

	take(): boolean {
		if (this.#drawn === MOST_CUTS) {
			this.hidden++;
			return false;
		}
		this.#drawn++;
		return true;
	}
}

/** @param cuts null where the bytes go one by one, and no cut says anything */
function layoutFrame(
	frame: FrameItem,
	cuts: DrawnCuts | null,
	isFollowed: boolean,
	detail: Detail
): BarPart[] {
	const { id, bytes, times } = frame;
	const parts: BarPart[] = [];
	const shown = new Set(cuts ? frame.cuts.filter(() => cuts.take()) : []);
	const cut = (offset: number): BarCut => {
		return { type: 'cut', key: `${id}|${offset}`, place: { item: id, offset } };
	};
	for (const { kind, from, to } of frameSpans(bytes)) {
		for (const [start, end] of folded(from, to, shown, detail)) {
			const value = end - start === 1 ? (bytes[start] ?? null) : null;
			const key = `${id}-${start}`;
			parts.push({
				type: 'cell',
				key,
				item: id,
				from: start,
				to: end,
				kind,
				value,
				isFirst: start === 0
			});
			if (shown.has(end)) parts.push(cut(end));
		}
	}
	if (times > 1) parts.push({ type: 'times', key: `${id}x`, item: id, value: times });
	if (isFollowed && cuts && !frame.joinsNext && cuts.take()) parts.push(cut(bytes.length));
	return parts;
}

/** Cuts a field into cells: single bytes at both ends, folded in between, split at the cuts. */
function folded(
	from: number,
	to: number,
	cuts: ReadonlySet<number>,
	{ head, tail }: Detail
): [number, number][] {
	const isShort = to - from <= Math.max(1, head + tail);
	const headEnd = isShort ? to : from + head;
	const tailStart = isShort ? to : to - tail;
	const cells: [number, number][] = [];
	const single = (start: number, end: number) => {
		for (let at = start; at < end; at++) cells.push([at, at + 1]);
	};
	single(from, headEnd);
	let start = headEnd;
	for (const end of [...cuts].filter((cut) => cut > headEnd && cut < tailStart)) {
		cells.push([start, end]);
		start = end;
	}
	if (tailStart > start) cells.push([start, tailStart]);
	single(tailStart, to);
	return cells;
}

function countCells(run: Run, detail: Detail): number {
	let count = 0;
	for (const item of run.items) {
		if (item.kind !== 'frame') continue;
		for (const { from, to } of frameSpans(item.bytes)) {
			count += Math.min(to - from, detail.head + detail.tail + 1);
		}
	}
	return count;
}
