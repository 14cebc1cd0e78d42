/** A lane that a session made: charged to it, found by its key until it ends. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DropReason } from '#lib/transports/lane-told.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import type { SessionRoom } from '../session/session-room.ts';
import { TokenBucket } from '../session/token-bucket.ts';
import { tapOf } from '../tap/tap.ts';
import type { EventLog } from './event-log.ts';
import { onExchangeEnd } from './exchange-end.ts';
import { LaneExchange } from './lane-exchange.ts';
import type { LaneSockets } from './lane-sockets.ts';
import type { LaneTeller } from './lane-teller.ts';
import type { Lane } from './lane.ts';

/** What all lanes of a session share. */
export interface LaneContext {
	readonly room: SessionRoom;
	readonly teller: LaneTeller;
	readonly sockets: LaneSockets;
	/** Bytes that one lane may record. */
	readonly maxLaneBytes: number;
	/** A number for the next exchange, among the session's connections. */
	readonly nextConnection: () => number;
	/** A fault of our own. */
	readonly onFault: (error: unknown) => void;
}

export interface SessionLaneOptions extends LaneContext {
	readonly number: number;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	/** Takes what its client sends. */
	readonly onMessage: (lane: Lane, message: string) => boolean;
	/** Sees each of its client's requests, as they begin. */
	readonly onAsk?: (request: IncomingMessage) => void;
}

/** Messages of one lane's client: a game sends as many as it has ticks. */
export const MESSAGES_PER_SECOND = 100;
export const MESSAGE_BURST = 200;

export class SessionLane implements Lane {
	readonly number: number;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	readonly #options: SessionLaneOptions;
	readonly #rate = new TokenBucket(MESSAGES_PER_SECOND, MESSAGE_BURST);
	readonly #endListeners = new Set<() => void>();
	#bytes = 0;
	#events = 0;
	#isEnded = false;

	constructor(options: SessionLaneOptions) {
		this.#options = options;
		this.number = options.number;
		this.settings = options.settings;
		this.log = options.log;
	}

	get isEnded(): boolean {
		return this.#isEnded;
	}

	receive(message: string): boolean {
		if (this.#isEnded || !this.#rate.take()) return false;
		const { teller, onMessage } = this.#options;
		const size = Buffer.byteLength(message);
		teller.tell({ name: 'received', lane: this.number, size });
		return onMessage(this, message);
	}

	observe(request: IncomingMessage, response: ServerResponse | null): void {
		const tap = tapOf(request.socket);
		if (this.#isEnded || !tap) return;
		const { socket } = request;
		const { nextConnection, teller, sockets, onAsk } = this.#options;
		onAsk?.(request);
		const exchange = new LaneExchange({
			connection: nextConnection(),
			lane: this.number,
			socket: sockets.numberOf(socket),
			room: this,
			teller
		});
		// The bounds are the lane's, which counts what it cannot keep.
		if (!tap.observe(request, response, exchange, Infinity)) return;
		sockets.add(socket, exchange);
		if (response) onExchangeEnd(request, response, () => sockets.end(socket, exchange));
	}

	dropped(reason: DropReason): void {
		this.#options.teller.tell({ name: 'dropped', lane: this.number, reason });
	}

	onEnd(listener: () => void): () => void {
		if (this.#isEnded) listener();
		else this.#endListeners.add(listener);
		return () => void this.#endListeners.delete(listener);
	}

	/** Whether so many more bytes can be kept. */
	fits(bytes: number): boolean {
		const { room, maxLaneBytes } = this.#options;
		return !this.#isEnded && this.#bytes + bytes <= maxLaneBytes && room.fits(bytes);
	}

	charge(bytes: number): void {
		this.#bytes += bytes;
		this.#events++;
		this.#options.room.charge(bytes, 1);
	}

	/** Tells all who wait for it; what its exchanges still carry is counted, not kept. */
	end(): void {
		if (this.#isEnded) return;
		this.#isEnded = true;
		this.#options.room.free(this.#bytes, this.#events);
		const listeners = [...this.#endListeners];
		this.#endListeners.clear();
		for (const listener of listeners) {
			try {
				listener();
			} catch (error) {
				this.#options.onFault(error);
			}
		}
	}
}
