/**
 * Where the rows of the sequence diagram stand.
 *
 * Each record is one row; the quiet before it is the room above it. A row depends on its record
 * and the one before, so appending touches nothing that stands already: time costs O(1) a row.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { tickStep } from 'd3-array';

export type Scale = 'compact' | 'time';

/** Height of a record's own row, px. */
export const ROW_HEIGHT = 44;
/** Height of a named gap in the compact form, px. */
export const GAP_HEIGHT = 24;
/** Room to scale is never more than this above one row, px; what is longer is cut, and says so. */
export const LONGEST_ROOM = 360;
/** Quiet shorter than this goes without saying in the compact form, µs. */
const NAMED_QUIET = 5000;
/** To scale, recordings are drawn at about this height for each record, px. */
const HEIGHT_PER_RECORD = 64;

export type Timed = Pick<ConversationRecord, 't' | 'tEnd'>;

/** The room above a record's row. */
export interface Room {
	/** Time since the record before it ended, µs. */
	readonly quiet: number;
	/** Height, px. */
	readonly height: number;
	/** Worth a label. */
	readonly isNamed: boolean;
	/** Drawn shorter than the scale asks for. */
	readonly isCut: boolean;
}

const NO_ROOM: Room = { quiet: 0, height: 0, isNamed: false, isCut: false };

/** Microseconds a pixel: a round figure (1, 2 or 5 times a power of ten); 0 for no time at all. */
export function microsecondsPerPixel(duration: number, count: number): number {
	if (duration <= 0 || count <= 0) return 0;
	return tickStep(0, duration, count * HEIGHT_PER_RECORD);
}

/** @param perPixel µs a pixel for a diagram to scale, null for the compact form */
export function roomBefore(
	records: readonly Timed[],
	index: number,
	perPixel: number | null
): Room {
	const record = records[index];
	const before = records[index - 1];
	if (!record || !before) return NO_ROOM;
	const quiet = Math.max(0, record.t - before.tEnd);
	return perPixel === null ? compactRoom(quiet) : scaledRoom(quiet, perPixel);
}

function compactRoom(quiet: number): Room {
	const isNamed = quiet >= NAMED_QUIET;
	return { quiet, height: isNamed ? GAP_HEIGHT : 0, isNamed, isCut: false };
}

function scaledRoom(quiet: number, perPixel: number): Room {
	// From arrow to arrow; the row's own height is a part of the distance.
	const exact = perPixel > 0 ? quiet / perPixel - ROW_HEIGHT : 0;
	const height = Math.round(Math.min(Math.max(exact, 0), LONGEST_ROOM));
	return { quiet, height, isNamed: height >= GAP_HEIGHT, isCut: exact > LONGEST_ROOM };
}
