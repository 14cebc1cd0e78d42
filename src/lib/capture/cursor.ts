/**
 * The cursor: the number of events of a recording that have been applied, 0 to all of them.
 */
import { bisect } from './bisect.ts';
import type { Conversation } from './conversation.ts';
import type { Recording } from './recording.ts';

export { bisect } from './bisect.ts';

/** The cursor at which everything up to `t` µs, and nothing after it, has happened. */
export function cursorAtTime(recording: Pick<Recording, 'events'>, t: number): number {
	const { events } = recording;
	return bisect(events.length, (index) => (events[index]?.t ?? 0) > t);
}

/** Time of the last event applied, in microseconds; 0 before the first. */
export function timeAtCursor(recording: Pick<Recording, 'events'>, cursor: number): number {
	const { events } = recording;
	return events[Math.min(cursor, events.length) - 1]?.t ?? 0;
}

const FIRST_CURSOR = 0;

export function lastCursor(recording: Pick<Recording, 'events'>): number {
	return recording.events.length;
}

/** The cursor at which a record is complete, or as far as it ever came; 0 for no such record. */
export function cursorAtRecord(conversation: Pick<Conversation, 'records'>, index: number): number {
	const record = conversation.records[index];
	return record ? record.lastEvent + 1 : FIRST_CURSOR;
}

/** The next cursor at which a record of the conversation is complete, else the last cursor. */
export function stepForward(
	recording: Pick<Recording, 'events'>,
	conversation: Conversation,
	cursor: number
): number {
	return conversation.completionAfter(cursor) ?? lastCursor(recording);
}

/** The last cursor before at which a record of the conversation had just been completed, else 0. */
export function stepBack(conversation: Conversation, cursor: number): number {
	return conversation.completionBefore(cursor) ?? FIRST_CURSOR;
}
