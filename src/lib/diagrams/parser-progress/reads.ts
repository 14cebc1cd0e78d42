/**
 * How one direction's bytes came: its last chunks before the cursor, and whose bytes each holds.
 *
 * A chunk is one read or one write, never a TCP segment. Looks back from the cursor, so that a long
 * recording costs no more than a short one.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';

/** The share of a record that lies in one chunk. */
export interface ReadPiece {
	readonly record: ConversationRecord;
	/** Bytes of the record, from 0. */
	readonly from: number;
	readonly to: number;
}

export interface Read {
	/** Index of the recording's event. */
	readonly event: number;
	/** µs. */
	readonly t: number;
	/** Bytes. */
	readonly size: number;
	/** The first few; `hidden` counts the others. */
	readonly pieces: readonly ReadPiece[];
	readonly hidden: number;
}

export interface ReadsWindow {
	/** In order of time, the one at the cursor last. */
	readonly reads: readonly Read[];
	/** Whether there are earlier ones with frames. */
	readonly hasEarlier: boolean;
}

export interface ReadsSource {
	readonly events: readonly RecordingEvent[];
	readonly records: readonly ConversationRecord[];
	readonly view: ConversationView;
	readonly connection: number;
	readonly direction: Direction;
	/** Bytes of the direction before its first frame; null: there is none. */
	readonly frameOffset: number | null;
}

const MOST_READS = 24;
const MOST_PIECES = 6;

export function readsBefore(source: ReadsSource): ReadsWindow {
	const { events, view, connection, direction, frameOffset } = source;
	const reads: Read[] = [];
	let end = view.bytes[direction];
	const cursor = new RecordCursor(source.records, direction, view.recordIndex);
	for (let at = Math.min(view.cursor, events.length) - 1; at >= 0; at--) {
		const event = events[at];
		if (frameOffset === null || end <= frameOffset) break;
		if (event?.kind !== 'data' || event.connection !== connection) continue;
		if (event.direction !== direction) continue;
		if (reads.length === MOST_READS) return { reads: reads.reverse(), hasEarlier: true };
		const size = event.bytes.length;
		const pieces = cursor.between(end - size, end);
		const shown = pieces.slice(0, MOST_PIECES);
		reads.push({
			event: at,
			t: event.t,
			size,
			pieces: shown,
			hidden: pieces.length - shown.length
		});
		end -= size;
	}
	return { reads: reads.reverse(), hasEarlier: false };
}

/** Walks a direction's records backwards, each looked at once. */
class RecordCursor {
	readonly #records: readonly ConversationRecord[];
	readonly #direction: Direction;
	#at: number;

	constructor(records: readonly ConversationRecord[], direction: Direction, last: number) {
		this.#records = records;
		this.#direction = direction;
		this.#at = last;
	}

	/** Shares of the records that lie in these bytes of the direction; call with falling bounds. */
	between(from: number, to: number): ReadPiece[] {
		const pieces: ReadPiece[] = [];
		for (; this.#at >= 0; this.#at--) {
			const record = this.#records[this.#at];
			if (!record || record.direction !== this.#direction || record.bytesLength === 0) continue;
			const { offset, bytesLength } = record;
			if (offset + bytesLength <= from) break;
			if (offset < to) {
				const end = Math.min(offset + bytesLength, to) - offset;
				pieces.push({ record, from: Math.max(offset, from) - offset, to: end });
			}
			// Its beginning lies in an earlier chunk, which asks for it again.
			if (offset < from) break;
		}
		return pieces.reverse();
	}
}
