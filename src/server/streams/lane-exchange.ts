/**
 * What the tap reports of one exchange of a lane, as its page is told: announced with its first
 * bytes, byte for byte while there is room, then by numbers of bytes, until it is done.
 */
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Observation, RecordingSink } from '../tap/recording-sink.ts';
import type { LaneTeller } from './lane-teller.ts';

/** What a lane may record. */
export interface LaneRoom {
	fits(bytes: number): boolean;
	charge(bytes: number): void;
}

export interface LaneExchangeOptions {
	/** Its number among the session's connections. */
	readonly connection: number;
	readonly lane: number;
	/** Number of its TCP connection. */
	readonly socket: number;
	readonly room: LaneRoom;
	readonly teller: LaneTeller;
}

export class LaneExchange implements Observation {
	readonly connection: number;
	readonly sink: RecordingSink;
	readonly #options: LaneExchangeOptions;
	/** The TCP connection's beginning, until the exchange is announced. */
	#accepted: RecordingEvent | null = null;
	#isAnnounced = false;
	/** Bytes are missing from here on. */
	#isCut = false;
	#isDone = false;
	/** Bytes that are to be told of when there is room. */
	readonly #untold = { client: 0, server: 0 };
	readonly #tellCounts = (): void => this.#flushCounts(this.#options.teller.now());

	constructor(options: LaneExchangeOptions) {
		const { connection, teller } = options;
		this.#options = options;
		this.connection = connection;
		this.sink = { now: teller.now, append: (event) => this.#append(event) };
	}

	take(bytes: number): boolean {
		this.#isCut ||= !this.#options.room.fits(bytes);
		return !this.#isCut;
	}

	count(direction: Direction, bytes: number, t: number): void {
		if (this.#isDone) return;
		const { teller } = this.#options;
		this.#announce(t);
		this.#noteActivity(direction, t);
		this.#untold[direction] += bytes;
		if (teller.hasRoom) this.#flushCounts(t);
		else teller.await(this.#tellCounts);
	}

	attach(): void {
		// A session's commands do not reach its lanes.
	}

	release(): void {
		// It takes no place: its lane does.
	}

	/** No more bytes belong to it. */
	end(): void {
		if (this.#isDone) return;
		const { teller } = this.#options;
		const t = teller.now();
		this.#flushCounts(t);
		this.#isDone = true;
		teller.forget(this.#tellCounts);
		if (this.#isAnnounced) teller.tell({ name: 'done' }, this.connection, t);
	}

	#append(event: RecordingEvent): void {
		if (this.#isDone || event.kind === 'page' || event.kind === 'stopped') return;
		if (event.kind === 'accepted') {
			this.#accepted = event;
			return;
		}
		const { room, teller } = this.#options;
		this.#announce(event.t);
		if (event.kind === 'data') {
			room.charge(event.bytes.length);
			this.#noteActivity(event.direction, event.t);
		}
		teller.append(event);
	}

	/** It begins with its first bytes: the TCP connection may be old. */
	#announce(t: number): void {
		if (this.#isAnnounced) return;
		this.#isAnnounced = true;
		const { lane, socket, teller } = this.#options;
		teller.tell({ name: 'exchange', lane, socket }, this.connection, t);
		if (this.#accepted?.kind === 'accepted') teller.append(this.#accepted);
		this.#accepted = null;
	}

	#noteActivity(direction: Direction, t: number): void {
		if (direction === 'client') this.#options.teller.noteActivity(t);
	}

	#flushCounts(t: number): void {
		for (const direction of ['client', 'server'] as const) {
			const bytes = this.#untold[direction];
			if (bytes === 0) continue;
			this.#untold[direction] = 0;
			this.#options.teller.tell({ name: 'counted', direction, bytes }, this.connection, t);
		}
	}
}
