/**
 * Writes one direction's records one after another, each from the byte after the last one's end.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { Message } from '#lib/protocol/frames/message.ts';
import type { ConversationRecord, FrameRecord, RecordCommon } from './conversation-record.ts';
import { CutFrameRecord, WholeFrameRecord } from './frame-record.ts';
import type { RecordLog } from './record-log.ts';

/** When a chunk was read or written, and the event that makes it known what its bytes are. */
export interface ChunkPlace {
	/** Microseconds of the recording. */
	readonly t: number;
	readonly eventIndex: number;
}

export class RecordWriter {
	readonly direction: Direction;
	readonly #log: RecordLog;
	/** The record that may still grow. */
	#open: ConversationRecord | null = null;
	#offset = 0;

	constructor(direction: Direction, log: RecordLog) {
		this.direction = direction;
		this.#log = log;
	}

	/** Bytes of the direction before the record under way, or before the next one. */
	get offset(): number {
		return this.#offset;
	}

	/**
	 * Writes the record under way as `bytesLength` bytes long, its last bytes at `place`. The write
	 * after a complete one begins a new record, unless that one `mayGrow`.
	 */
	write(
		bytesLength: number,
		isComplete: boolean,
		place: ChunkPlace,
		make: (common: RecordCommon) => ConversationRecord,
		mayGrow = !isComplete
	): ConversationRecord {
		const open = this.#open;
		const record = make({
			index: open?.index ?? this.#log.length,
			direction: this.direction,
			t: open?.t ?? place.t,
			tEnd: place.t,
			firstEvent: open?.firstEvent ?? place.eventIndex,
			lastEvent: place.eventIndex,
			bytesLength,
			offset: this.#offset,
			isComplete
		});
		this.#put(record, mayGrow);
		return record;
	}

	/** As `write`, without a closure or a copy: frames are what there are 100,000 of. */
	writeFrame(frame: Frame, message: Message | null, place: ChunkPlace): FrameRecord {
		const open = this.#open;
		const record = open
			? new CutFrameRecord(open, this.#offset, frame, message, place)
			: new WholeFrameRecord(this.#log.length, this.#offset, frame, message, place);
		this.#put(record, !frame.isComplete);
		return record;
	}

	/** Leaves the record under way as it is, for good: what follows is another record. */
	abandon(): void {
		this.#offset += this.#open?.bytesLength ?? 0;
		this.#open = null;
	}

	#put(record: ConversationRecord, mayGrow: boolean): void {
		if (this.#open) this.#log.replace(record);
		else this.#log.add(record);
		this.#open = mayGrow ? record : null;
		if (!mayGrow) this.#offset += record.bytesLength;
	}
}
