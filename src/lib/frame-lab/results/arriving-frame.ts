/** The frame in which the receiver's parser stands at a cursor. */
import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { Direction } from '#lib/protocol/direction.ts';

/** How far back a frame of that side is looked for. */
const NEAR = 64;

/**
 * The one that is still arriving; else the record looked at; else the side's last one before.
 * @param current record looked at
 */
export function arrivingFrame(
	view: ConversationView,
	direction: Direction,
	current: number
): FrameRecord | null {
	for (const record of view.pending) {
		if (record.kind === 'frame' && record.direction === direction) return record;
	}
	for (let index = current; index >= Math.max(0, current - NEAR); index--) {
		const record = view.record(index);
		if (record?.kind === 'frame' && record.direction === direction) return record;
	}
	return null;
}
