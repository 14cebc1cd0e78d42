/** From a judge's words to the bits they speak of. */
import type { ConversationRecord, FrameRecord } from '#lib/capture/conversation-record.ts';
import type { Selection } from '#lib/capture/selection.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { frameFields } from '#lib/protocol/frames/frame-fields.ts';

/**
 * A bit of one side's frame as a selection; null where the frame is not there.
 * @param frame its number among the side's frames, from 0
 */
export function selectionOfFault(
	records: readonly ConversationRecord[],
	role: Direction,
	frame: number,
	bit: number
): Selection | null {
	const record = frameOf(records, role, frame);
	if (!record) return null;
	const field = frameFields(record.frame).find(
		({ bitOffset, bitLength }) => bitOffset <= bit && bit < bitOffset + bitLength
	);
	return field ? { record: record.index, field: field.id, bit } : null;
}

function frameOf(
	records: readonly ConversationRecord[],
	role: Direction,
	frame: number
): FrameRecord | null {
	let number = 0;
	for (const record of records) {
		if (record.kind !== 'frame' || record.direction !== role) continue;
		if (number++ === frame) return record;
	}
	return null;
}
