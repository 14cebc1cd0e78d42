/** A captured frame as a link to the frame lab, where it can be edited and sent. */
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { runOfFrame } from '#lib/runs/captured-run.ts';
import { encodeRunLink } from '#lib/runs/run-link.ts';
import { EMPTY_RUN } from '#lib/runs/run.ts';

/**
 * @param extensions agreed on the connection that carried it, as in the 101
 * @returns the fragment of the URL, with its `#`
 */
export async function frameLink(frame: Frame, extensions: string): Promise<string> {
	return `#${await encodeRunLink(runOfFrame(frame, { ...EMPTY_RUN, extensions }))}`;
}
