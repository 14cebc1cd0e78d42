/**
 * Places between two bytes of a run, where one TCP write may end and the next begin.
 *
 * Frames that follow each other without a pause form a stretch; a cut moves along its bytes, over
 * the borders of frames. A pause or an end always separates writes: there is nothing to move.
 */
import type { FrameItem, Run } from '#lib/runs/run.ts';

/** `offset` bytes into a frame, from 1; its length: behind its last byte. */
export interface CutPlace {
	/** Id of the frame. */
	readonly item: number;
	readonly offset: number;
}

/** Whether the write ends there. */
export function isCutAt(run: Run, { item, offset }: CutPlace): boolean {
	const frame = run.items.find(({ id }) => id === item);
	if (frame?.kind !== 'frame') return false;
	return offset === frame.bytes.length ? !frame.joinsNext : frame.cuts.includes(offset);
}

/**
 * The place `offset` bytes into a frame, 0 to its length, by the frame that ends there; null at
 * both ends of a stretch, where writes are separate anyway.
 */
export function placeIn(run: Run, item: number, offset: number): CutPlace | null {
	const stretch = stretchOf(run, item);
	const start = stretch ? startOf(stretch, item) : null;
	return stretch && start !== null ? placeAt(stretch, start + offset) : null;
}

/**
 * Where a cut comes to lie when it is moved by so many bytes: as far as there is room, over cuts
 * that lie in between; where it is, when there is none.
 */
export function shiftPlace(run: Run, place: CutPlace, by: number): CutPlace {
	const stretch = stretchOf(run, place.item);
	const start = stretch ? startOf(stretch, place.item) : null;
	if (!stretch || start === null) return place;
	const from = start + place.offset;
	const step = Math.sign(by);
	const to = Math.min(Math.max(from + by, 1), lengthOf(stretch) - 1);
	for (let at = to; step !== 0 && at > 0 && at < lengthOf(stretch); at += step) {
		const target = placeAt(stretch, at);
		if (target && !isCutAt(run, target)) return target;
	}
	return place;
}

/** The frames around one that follow each other without a pause. */
function stretchOf({ items }: Run, item: number): readonly FrameItem[] | null {
	const at = items.findIndex(({ id }) => id === item);
	if (items[at]?.kind !== 'frame') return null;
	let first = at;
	while (items[first - 1]?.kind === 'frame') first--;
	const frames: FrameItem[] = [];
	for (const each of items.slice(first)) {
		if (each.kind !== 'frame') break;
		frames.push(each);
	}
	return frames;
}

function startOf(stretch: readonly FrameItem[], item: number): number | null {
	let start = 0;
	for (const { id, bytes } of stretch) {
		if (id === item) return start;
		start += bytes.length;
	}
	return null;
}

function lengthOf(stretch: readonly FrameItem[]): number {
	return stretch.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function placeAt(stretch: readonly FrameItem[], position: number): CutPlace | null {
	if (position <= 0 || position >= lengthOf(stretch)) return null;
	let start = 0;
	for (const { id, bytes } of stretch) {
		if (position <= start + bytes.length && position > start) {
			return { item: id, offset: position - start };
		}
		start += bytes.length;
	}
	return null;
}
