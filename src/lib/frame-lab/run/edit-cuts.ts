/** Cuts of the write bar as changes of a run: inside a frame, or behind its last byte. */
import type { CutPlace } from '#lib/diagrams/write-bar/cut-place.ts';
import { isCutAt } from '#lib/diagrams/write-bar/cut-place.ts';
import { setJoinsNext, setUnit, toggleCut } from '#lib/runs/edit-run.ts';
import type { Run } from '#lib/runs/run.ts';

export function addCut(run: Run, place: CutPlace): Run {
	return isCutAt(run, place) ? run : setUnit(turn(run, place), 'as-cut');
}

export function removeCut(run: Run, place: CutPlace): Run {
	return isCutAt(run, place) ? turn(run, place) : run;
}

/** A cut that is dragged onto another one is gone. */
export function moveCutTo(run: Run, from: CutPlace, to: CutPlace): Run {
	return addCut(removeCut(run, from), to);
}

/** In the middle of the longest stretch without a cut of one frame; null: none has two bytes. */
export function placeForCut(run: Run, item: number | null): CutPlace | null {
	const frames = run.items.filter((each) => each.kind === 'frame');
	const frame = frames.find(({ id }) => id === item) ?? frames[0];
	if (!frame) return null;
	let best = { from: 0, length: 1 };
	const bounds = [0, ...frame.cuts, frame.bytes.length];
	for (const [index, from] of bounds.entries()) {
		const length = (bounds[index + 1] ?? from) - from;
		if (length > best.length) best = { from, length };
	}
	if (best.length < 2) return null;
	return { item: frame.id, offset: best.from + Math.floor(best.length / 2) };
}

function turn(run: Run, { item, offset }: CutPlace): Run {
	const frame = run.items.find(({ id }) => id === item);
	if (frame?.kind !== 'frame') return run;
	if (offset < frame.bytes.length) return toggleCut(run, item, offset);
	return setJoinsNext(run, item, !frame.joinsNext);
}
