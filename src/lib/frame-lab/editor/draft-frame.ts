/**
 * The frame of a draft as the views show it: its own bytes, with what a strict reading of the
 * whole run finds wrong in them.
 */
import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import { missingBytes } from '#lib/diagrams/record-anatomy/missing-bytes.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Field } from '#lib/protocol/field.ts';
import { frameFields } from '#lib/protocol/frames/frame-fields.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { Violation } from '#lib/protocol/violation.ts';
import type { RunReading } from '#lib/runs/read-run.ts';
import type { FrameItem, Run } from '#lib/runs/run.ts';

/** Selections in the editor are of this record. */
export const DRAFT_RECORD = 0;

/** What a draft of no bytes offers: the shortest header, all zeros. */
const GHOST_LENGTH = 2;

export interface DraftFrame {
	/** For views that draw records of a conversation; nothing of it was captured. */
	readonly record: FrameRecord;
	/** What is drawn: the draft's bytes, or the ghost of a header. */
	readonly bytes: Uint8Array;
	readonly isGhost: boolean;
	readonly fields: readonly Field[];
	readonly violations: readonly Violation[];
	/** Bytes of the draft beyond the announced length. */
	readonly following: number;
	/** Bytes that the frame still needs; null where it is whole. */
	readonly missing: number | bigint | null;
	/**
	 * Why no reader meets this frame: one before it takes these bytes for its own, or the student's
	 * side ends TCP before. Null: a reader meets it.
	 */
	readonly unread: 'swallowed' | 'after-end' | null;
}

export function readDraftFrame(
	item: Pick<FrameItem, 'id' | 'bytes'>,
	{ items, role }: Pick<Run, 'items' | 'role'>,
	reading: RunReading
): DraftFrame {
	const isGhost = item.bytes.length === 0;
	const bytes = isGhost ? new Uint8Array(GHOST_LENGTH) : item.bytes;
	const met = isGhost ? null : metFrame(item.id, reading);
	const isUnread = !isGhost && met === null;
	const frame = met && met.bytesLength <= bytes.length ? met : readAlone(bytes, role);
	const following = bytes.length - frame.bytesLength;
	return {
		record: recordOf(frame, role),
		bytes,
		isGhost,
		fields: [...frameFields(frame), ...followingField(frame.bytesLength, bytes)],
		violations: (met?.violations ?? []).filter(({ bitOffset }) => bitOffset < bytes.length * 8),
		following,
		missing: isGhost ? null : missingBytes(frame),
		unread: isUnread ? (isAfterEnd(item.id, items) ? 'after-end' : 'swallowed') : null
	};
}

function isAfterEnd(id: number, items: Run['items']): boolean {
	const end = items.findIndex(({ kind }) => kind === 'end');
	return end >= 0 && end < items.findIndex((item) => item.id === id);
}

/** The frame that a reader of the run begins with the item's first byte. */
function metFrame(id: number, { frames, pending, pendingAt }: RunReading): Frame | null {
	const begins = (at: RunReading['pendingAt']) => at?.item === id && at.itemOffset === 0;
	return frames.find(begins)?.frame ?? (begins(pendingAt) ? pending : null);
}

function readAlone(bytes: Uint8Array, role: Direction): Frame {
	const stream = new FrameStream({ direction: role });
	const frame = stream.push(bytes)[0]?.frame ?? stream.pending;
	if (!frame) throw new RangeError('bytes must not be empty');
	return frame;
}

function recordOf(frame: Frame, direction: Direction): FrameRecord {
	const { bytesLength, isComplete } = frame;
	const when = { t: 0, tEnd: 0, firstEvent: 0, lastEvent: 0, offset: 0 };
	const common = { ...when, index: DRAFT_RECORD, direction, bytesLength, isComplete };
	return { ...common, kind: 'frame', frame, message: null };
}

function followingField(start: number, bytes: Uint8Array): Field[] {
	if (start >= bytes.length) return [];
	const value = bytes.subarray(start);
	const place = { bitOffset: start * 8, bitLength: value.length * 8 };
	return [{ id: 'following', kind: 'rsv', ...place, value, section: '5.2' }];
}
