/**
 * Changes of a run: each returns a new run and leaves the old one as it was.
 *
 * None refuses for size: what goes over a bound is told by `runFaults`, and a student sees it.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { EndItem, FrameItem, NewItem, Run, RunItem } from './run.ts';

function withItems(run: Run, items: readonly RunItem[]): Run {
	return { ...run, items };
}

function mapItem(run: Run, id: number, change: (item: RunItem) => RunItem): Run {
	return withItems(
		run,
		run.items.map((item) => (item.id === id ? change(item) : item))
	);
}

function mapFrame(run: Run, id: number, change: (frame: FrameItem) => FrameItem): Run {
	return mapItem(run, id, (item) => (item.kind === 'frame' ? change(item) : item));
}

function mapFrames(run: Run, change: (frame: FrameItem) => FrameItem): Run {
	return withItems(
		run,
		run.items.map((item) => (item.kind === 'frame' ? change(item) : item))
	);
}

/** The id that the next item gets. */
export function nextId(run: Run): number {
	return run.items.reduce((most, { id }) => Math.max(most, id), 0) + 1;
}

/** @param at index in the list; default: the end */
export function appendItem(run: Run, item: NewItem, at = run.items.length): Run {
	return withItems(run, run.items.toSpliced(at, 0, { ...item, id: nextId(run) }));
}

export function removeItem(run: Run, id: number): Run {
	return withItems(
		run,
		run.items.filter((item) => item.id !== id)
	);
}

/** @param to index in the list without the item */
export function moveItem(run: Run, id: number, to: number): Run {
	const item = run.items.find((each) => each.id === id);
	if (!item) return run;
	const at = Math.max(0, Math.min(run.items.length - 1, to));
	return withItems(run, removeItem(run, id).items.toSpliced(at, 0, item));
}

/** The copy stands behind the item. */
export function duplicateItem(run: Run, id: number): Run {
	const at = run.items.findIndex((item) => item.id === id);
	const item = run.items[at];
	return item ? appendItem(run, item, at + 1) : run;
}

/** Other bytes for a frame; cuts that fall outside them are dropped. */
export function replaceFrame(run: Run, id: number, bytes: Uint8Array<ArrayBuffer>): Run {
	return mapFrame(run, id, (frame) => ({
		...frame,
		bytes,
		cuts: frame.cuts.filter((cut) => cut < bytes.length)
	}));
}

/** @param times a whole number, 1 or more; taken as 1 where it is not */
export function setTimes(run: Run, id: number, times: number): Run {
	return mapFrame(run, id, (frame) => ({ ...frame, times: Math.max(1, Math.floor(times) || 1) }));
}

/** @param ms milliseconds */
export function setPause(run: Run, id: number, ms: number): Run {
	return mapItem(run, id, (item) => (item.kind === 'pause' ? { ...item, ms } : item));
}

export function setEnd(run: Run, id: number, how: EndItem['how']): Run {
	return mapItem(run, id, (item) => (item.kind === 'end' ? { ...item, how } : item));
}

function placeCuts(frame: FrameItem, cuts: readonly number[]): FrameItem {
	const inside = cuts.filter((cut) => cut > 0 && cut < frame.bytes.length);
	return { ...frame, cuts: [...new Set(inside)].sort((a, b) => a - b) };
}

/** Cuts before the byte at the offset, or takes the cut there away. */
export function toggleCut(run: Run, id: number, offset: number): Run {
	return mapFrame(run, id, (frame) =>
		frame.cuts.includes(offset)
			? placeCuts(
					frame,
					frame.cuts.filter((cut) => cut !== offset)
				)
			: placeCuts(frame, [...frame.cuts, offset])
	);
}

/** A cut dragged out of the frame, or onto another, is gone. */
export function moveCut(run: Run, id: number, from: number, to: number): Run {
	return mapFrame(run, id, (frame) =>
		placeCuts(
			frame,
			frame.cuts.map((cut) => (cut === from ? to : cut))
		)
	);
}

export function setJoinsNext(run: Run, id: number, joinsNext: boolean): Run {
	return mapFrame(run, id, (frame) => ({ ...frame, joinsNext }));
}

/** All frames in one write, as far as no pause stands between them. */
export function writeAllAtOnce(run: Run): Run {
	return {
		...mapFrames(run, (frame) => ({ ...frame, cuts: [], joinsNext: true })),
		unit: 'as-cut'
	};
}

/** Each frame in a write of its own. */
export function writeEachFrame(run: Run): Run {
	return {
		...mapFrames(run, (frame) => ({ ...frame, cuts: [], joinsNext: false })),
		unit: 'as-cut'
	};
}

export function setUnit(run: Run, unit: Run['unit']): Run {
	return { ...run, unit };
}

/** @param gap milliseconds between two writes */
export function setGap(run: Run, gap: number): Run {
	return { ...run, gap };
}

/** The other side sends; the bytes stay as they are, masked or not. */
export function setRole(run: Run, role: Direction): Run {
	return { ...run, role };
}

/** @param extensions value of `Sec-WebSocket-Extensions`; empty: none */
export function setExtensions(run: Run, extensions: string): Run {
	return { ...run, extensions };
}
