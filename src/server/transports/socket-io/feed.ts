/**
 * Brings one client of Socket.IO up to date with its log, no faster than it takes events, and then
 * into the room of all who are: there an event is encoded once for everybody.
 *
 * Engine.IO keeps what its transport cannot take yet, without a bound of its own; here it has one.
 */
import type { EventLog } from '../../streams/event-log.ts';
import type { ReaderBounds } from '../slow-reader.ts';
import type { EngineSession, IoSocket } from './engine.ts';

/** Waiting bytes from which on nothing more is read from the log until they are gone. */
const HIGH_WATER = 2 ** 16;
/** Of a packet beside the text of its event, about, in bytes. */
const PACKET_COST = 64;

export interface FeedParts {
	readonly socket: IoSocket;
	readonly log: EventLog;
	readonly bounds: ReaderBounds;
	/** It has all there is: from now on it is to get what its room gets. */
	enter(): void;
	/** It reads too slowly, or nothing. */
	drop(): void;
}

export class Feed {
	readonly #parts: FeedParts;
	readonly #engine: EngineSession;
	#after: number;
	/** Bytes that Engine.IO keeps since it last handed something to its transport. */
	#waiting = 0;
	#isEmitting = false;
	#isOver = false;
	#timer: NodeJS.Timeout | undefined;

	/** @param after id of the last event the client has seen */
	constructor(parts: FeedParts, after: number) {
		this.#parts = parts;
		this.#after = after;
		this.#engine = parts.socket.conn as unknown as EngineSession;
		this.#engine.on('drain', this.#drained);
		this.#catchUp();
	}

	/** A packet with this is about to be emitted to it too; false where it is let go of instead. */
	hasRoomFor(data: string): boolean {
		this.#waiting += data.length + PACKET_COST;
		if (this.#waiting > this.#parts.bounds.buffered) this.#parts.drop();
		return !this.#isOver;
	}

	stop(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
		this.#engine.off('drain', this.#drained);
	}

	/** All that waited is with the transport now, which takes more when that has left. */
	readonly #drained = (): void => {
		this.#waiting = 0;
		if (this.#timer === undefined || this.#isEmitting) return;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#catchUp();
	};

	#catchUp(): void {
		this.#isEmitting = true;
		const isDone = this.#emitMissed();
		this.#isEmitting = false;
		if (this.#isOver) return;
		if (isDone) this.#parts.enter();
		else this.#timer = setTimeout(() => this.#parts.drop(), this.#parts.bounds.patience);
	}

	/** False where the client is to take what there is first. */
	#emitMissed(): boolean {
		const { socket, log } = this.#parts;
		const { events, gap } = log.after(this.#after);
		if (gap) {
			socket.emit('gap', gap);
			this.#after = gap.to;
		}
		for (const event of events) {
			if (this.#waiting > HIGH_WATER) return false;
			this.#waiting += event.data.length + PACKET_COST;
			socket.emit('event', event);
			this.#after = event.id;
		}
		return true;
	}
}
