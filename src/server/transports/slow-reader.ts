/**
 * Follows a log at the pace of one reader. What it missed is read from the log, no faster than the
 * reader takes it; new events are written as they come. What waits for a reader is bounded: one that
 * is slower than its stream, or takes nothing at all, is let go of.
 */
import type { Gap, StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { EventLog } from '../streams/event-log.ts';

/** A connection that events are written to, encoded already. */
export interface Line {
	/** Bytes written and not handed to the kernel yet. */
	readonly waiting: number;
	/** @param taken called once the kernel has them; not where the connection ends before */
	write(bytes: Uint8Array, taken?: () => void): void;
	/** Lets go of a reader that does not keep up. */
	drop(): void;
}

/** How a transport writes events down. */
export interface Encoding {
	event(event: StreamEvent): Uint8Array;
	gap(gap: Gap): Uint8Array;
}

export interface ReaderBounds {
	/** Bytes that may wait for one reader. */
	readonly buffered: number;
	/** How long a reader that catches up may take nothing, ms. */
	readonly patience: number;
}

/** Waiting bytes from which on nothing more is read from the log until they are gone. */
const HIGH_WATER = 2 ** 16;

export class SlowReader {
	readonly #log: EventLog;
	readonly #line: Line;
	readonly #encoding: Encoding;
	readonly #bounds: ReaderBounds;
	#after: number;
	#isLive = false;
	#isOver = false;
	#timer: NodeJS.Timeout | undefined;

	/** @param after id of the last event the reader has seen */
	constructor(log: EventLog, after: number, line: Line, encoding: Encoding, bounds: ReaderBounds) {
		this.#log = log;
		this.#after = after;
		this.#line = line;
		this.#encoding = encoding;
		this.#bounds = bounds;
	}

	/** Writes what the reader has missed. Events are to be `take`n from the same moment on. */
	readonly catchUp = (): void => {
		clearTimeout(this.#timer);
		if (this.#isOver) return;
		const { events, gap } = this.#log.after(this.#after);
		if (gap) {
			this.#line.write(this.#encoding.gap(gap));
			this.#after = gap.to;
		}
		for (const event of events) {
			const bytes = this.#encoding.event(event);
			this.#after = event.id;
			if (this.#line.waiting + bytes.length > HIGH_WATER) return this.#wait(bytes);
			this.#line.write(bytes);
		}
		this.#isLive = true;
	};

	/** A new event, encoded already. */
	take(id: number, bytes: Uint8Array): void {
		if (!this.#isLive || id <= this.#after) return;
		if (this.#line.waiting > this.#bounds.buffered) return this.#drop();
		this.#after = id;
		this.#line.write(bytes);
	}

	/** Something that is no event and that nobody misses, such as a comment. */
	remark(bytes: Uint8Array): void {
		if (this.#isLive && this.#line.waiting < HIGH_WATER) this.#line.write(bytes);
	}

	/** Nothing more is written. */
	stop(): void {
		this.#isOver = true;
		this.#isLive = false;
		clearTimeout(this.#timer);
	}

	#wait(bytes: Uint8Array): void {
		this.#timer = setTimeout(() => this.#drop(), this.#bounds.patience);
		this.#line.write(bytes, this.catchUp);
	}

	#drop(): void {
		this.stop();
		this.#line.drop();
	}
}
