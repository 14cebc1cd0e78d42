/** What the strict reading of a run says of each of its items. */
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { RunReading } from '#lib/runs/read-run.ts';

export interface ItemReading {
	/** The frame that begins with the item's first byte; null: its bytes belong to one before. */
	readonly frame: Frame | null;
	/** Rules broken by frames that begin in the item. */
	readonly violations: number;
	/** Further frames begin inside it. */
	readonly hasMore: boolean;
	/** The verdict on the whole run falls here. */
	readonly isDecisive: boolean;
}

const UNREAD: ItemReading = { frame: null, violations: 0, hasMore: false, isDecisive: false };

/** By the id of the item; items in which no frame begins are missing. */
export function readItems(reading: RunReading): ReadonlyMap<number, ItemReading> {
	const { frames, pending, pendingAt, verdict } = reading;
	const decisive = verdict.kind === 'fail' ? verdict.frame : -1;
	const found = new Map<number, ItemReading>();
	const seen = new Set<string>();
	const add = (frame: Frame, item: number, itemOffset: number, index: number): void => {
		const before = found.get(item) ?? UNREAD;
		const place = `${item}|${itemOffset}`;
		// A repetition says nothing new.
		const violations = seen.has(place) ? 0 : frame.violations.length;
		seen.add(place);
		found.set(item, {
			frame: itemOffset === 0 ? (before.frame ?? frame) : before.frame,
			violations: before.violations + violations,
			hasMore: before.hasMore || itemOffset > 0,
			isDecisive: before.isDecisive || index === decisive
		});
	};
	for (const [index, each] of frames.entries()) add(each.frame, each.item, each.itemOffset, index);
	if (pending && pendingAt) add(pending, pendingAt.item, pendingAt.itemOffset, frames.length);
	return found;
}
