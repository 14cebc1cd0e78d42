/**
 * Records of frames, compact: a page holds 100,000 of them, and most came in one chunk, whose time
 * and event are both the first and the last.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { Message } from '#lib/protocol/frames/message.ts';
import type { FrameRecord } from './conversation-record.ts';

interface Arrival {
	readonly t: number;
	readonly eventIndex: number;
}

/** All of it, or its beginning, in one chunk. */
export class WholeFrameRecord implements FrameRecord {
	readonly index: number;
	readonly offset: number;
	readonly t: number;
	readonly firstEvent: number;
	readonly frame: Frame;
	readonly message: Message | null;

	constructor(
		index: number,
		offset: number,
		frame: Frame,
		message: Message | null,
		{ t, eventIndex }: Arrival
	) {
		this.index = index;
		this.offset = offset;
		this.t = t;
		this.firstEvent = eventIndex;
		this.frame = frame;
		this.message = message;
	}

	get kind(): 'frame' {
		return 'frame';
	}

	get direction(): Direction {
		return this.frame.direction;
	}

	get bytesLength(): number {
		return this.frame.bytesLength;
	}

	get isComplete(): boolean {
		return this.frame.isComplete;
	}

	get tEnd(): number {
		return this.t;
	}

	get lastEvent(): number {
		return this.firstEvent;
	}
}

/** Begun in one chunk and gone on with in others. */
export class CutFrameRecord extends WholeFrameRecord {
	readonly #last: Arrival;

	constructor(
		begun: { readonly index: number; readonly t: number; readonly firstEvent: number },
		offset: number,
		frame: Frame,
		message: Message | null,
		last: Arrival
	) {
		super(begun.index, offset, frame, message, { t: begun.t, eventIndex: begun.firstEvent });
		this.#last = last;
	}

	override get tEnd(): number {
		return this.#last.t;
	}

	override get lastEvent(): number {
		return this.#last.eventIndex;
	}
}
