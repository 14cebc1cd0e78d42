/** A preset put into a run in place of the frame being edited. */
import { appendItem, removeItem } from '#lib/runs/edit-run.ts';
import type { NewFrame, Run } from '#lib/runs/run.ts';

/** @param selectedId of a frame, which goes; behind an item of another kind; at the end for null */
export function insertPreset(
	run: Run,
	selectedId: number | null,
	frames: readonly NewFrame[]
): Run {
	const at = run.items.findIndex(({ id }) => id === selectedId);
	const from = at < 0 ? run.items.length : at + 1;
	let changed = run;
	for (const [index, frame] of frames.entries()) changed = appendItem(changed, frame, from + index);
	// Removed last, so that the frames that come do not take the id of the one that goes.
	const isFrame = run.items[at]?.kind === 'frame';
	return isFrame && selectedId !== null ? removeItem(changed, selectedId) : changed;
}
