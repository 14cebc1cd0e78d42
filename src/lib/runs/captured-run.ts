/** A captured frame as the beginning of a run: whoever edits it writes as the side that sent it. */
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { appendItem } from './edit-run.ts';
import { EMPTY_RUN, newFrame, type Run } from './run.ts';

/** A run of this one frame, in the place of what `base` held. */
export function runOfFrame(frame: Frame, base: Run = EMPTY_RUN): Run {
	const bare = { ...base, role: frame.direction, items: [] };
	return appendItem(bare, newFrame(frame.bytes.slice()));
}
