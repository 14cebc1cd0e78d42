/**
 * One Engine.IO session of a lane, from its first request, over its polls and its WebSocket, to its
 * end. It sees each packet before Socket.IO does, since little may be said here: CONNECT once,
 * `message` events, DISCONNECT.
 */
import { Buffer } from 'node:buffer';
import type { WebSocket } from 'ws';
import { EVENTS_CLOSE } from '#lib/transports/wire/close-codes.ts';
import { decodeAuth, SOCKET_IO_EVENTS } from '#lib/transports/wire/socket-io-events.ts';
import { MAX_UPSTREAM_BYTES } from '#lib/transports/wire/upstream-message.ts';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { Lane } from '../../streams/lane.ts';
import type { EndCause, Waiting } from '../places.ts';
import type { ReaderBounds } from '../slow-reader.ts';
import type { EngineSession, IoSocket } from './engine.ts';
import { Feed } from './feed.ts';

/** ms from the first request to CONNECT, and from DISCONNECT to the end. */
const PATIENCE = 10_000;
/** ms for what still waits to leave, once a session is being closed. */
const CLOSING_PATIENCE = 2_000;

/** Messages in a row that are not taken, after which no more are read. */
export const MOST_REFUSED = 100;

/** Faults of a client, among the errors of Engine.IO's transports; the others are the network's. */
const FAULTS: readonly unknown[] = [
	'invalid heartbeat direction',
	'invalid content',
	'overlap from client',
	'data request overlap from client'
];

const CONNECT = '0';
const DISCONNECT = '1';
const EVENT = '2';

export interface SessionParts {
	readonly lane: Lane;
	readonly engine: EngineSession;
	readonly bounds: ReaderBounds;
	/** It gets what the room of its log gets. */
	enter(session: SocketIoSession, socket: IoSocket): void;
	/** Nothing more is to be sent to it. */
	leave(session: SocketIoSession): void;
	/** It is gone. Called once, after `leave`. */
	ended(session: SocketIoSession): void;
}

export class SocketIoSession implements Waiting {
	/** In its audience. */
	seat = -1;
	readonly #parts: SessionParts;
	#socket: IoSocket | null = null;
	#feed: Feed | null = null;
	#webSocket: WebSocket | null = null;
	#timer: NodeJS.Timeout;
	#hasAsked = false;
	#refused = 0;
	#isOver = false;
	#isBad = false;

	constructor(parts: SessionParts) {
		this.#parts = parts;
		const { engine } = parts;
		this.#timer = setTimeout(() => this.#close(EVENTS_CLOSE.badMessage, 'no CONNECT'), PATIENCE);
		engine.prependListener('data', (packet) => this.#inspect(packet));
		engine.on('data', () => this.#wasRead());
		engine.once('close', (reason, fault) => this.#closed(reason, fault));
		if (engine.request.websocket) this.goOver(engine.request.websocket);
	}

	get lane(): Lane {
		return this.#parts.lane;
	}

	/** A WebSocket that is the session's, or is to become it. */
	goOver(webSocket: WebSocket): void {
		this.#webSocket = webSocket;
		webSocket.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
			if (code.startsWith('WS_ERR_')) this.#tellBad();
		});
	}

	/** Null where the client may follow its log; else why its CONNECT is refused. */
	refusal(auth: unknown): string | null {
		const after = decodeAuth(auth);
		if (after === null) return 'auth.after is the id of the last event seen: a whole number.';
		const { log } = this.lane;
		if (log.knows(after)) return null;
		return `auth.after is ${after}, but the newest event of this stream is ${log.lastId}.`;
	}

	/** Its CONNECT was accepted. */
	connected(socket: IoSocket): void {
		if (this.#isOver) return;
		clearTimeout(this.#timer);
		this.#socket = socket;
		socket.on(SOCKET_IO_EVENTS.message, (message, acknowledge) => this.#hear(message, acknowledge));
		socket.onAny((name) => name !== SOCKET_IO_EVENTS.message && this.#refuse('no such event'));
		socket.on('disconnect', () => this.#leave());
		const { lane, bounds, enter } = this.#parts;
		const parts = {
			socket,
			log: lane.log,
			bounds,
			enter: () => enter(this, socket),
			drop: () => this.#drop()
		};
		this.#feed = new Feed(parts, decodeAuth(socket.handshake.auth) ?? 0);
	}

	/** The room it is in is about to get this. */
	expect({ data }: StreamEvent): void {
		this.#feed?.hasRoomFor(data);
	}

	end(cause: EndCause): void {
		if (cause === 'lane-ended') return this.#close(EVENTS_CLOSE.streamClosed, 'the lane has ended');
		this.lane.dropped('closing');
		this.#socket?.emit(SOCKET_IO_EVENTS.closing);
		this.#close(EVENTS_CLOSE.closing, '');
	}

	#inspect(packet: unknown): void {
		if (this.#isOver) return;
		const kind = typeof packet === 'string' ? packet.charAt(0) : '';
		if (kind === CONNECT && !this.#hasAsked) {
			this.#hasAsked = true;
			return;
		}
		if (kind !== EVENT && kind !== DISCONNECT) this.#refuse('no such packet');
	}

	/** Socket.IO closes the session where it cannot make sense of a packet, and tells nobody. */
	#wasRead(): void {
		if (!this.#isOver && this.#parts.engine.readyState !== 'open') this.#refuse('no such packet');
	}

	/** @param message what a stranger's JSON said, whatever its type */
	#hear(message: unknown, acknowledge: unknown): void {
		if (this.#isOver) return;
		if (typeof message !== 'string') return this.#refuse('a message is a text');
		if (Buffer.byteLength(message) > MAX_UPSTREAM_BYTES) {
			this.#tellBad();
			return this.#close(EVENTS_CLOSE.tooLarge, 'the message is too long');
		}
		const isTaken = this.lane.receive(message);
		this.#refused = isTaken ? 0 : this.#refused + 1;
		if (this.#refused > MOST_REFUSED) {
			return this.#close(EVENTS_CLOSE.badMessage, 'more messages than this lane takes');
		}
		if (typeof acknowledge !== 'function') return;
		// Who asks without fetching the answers lets them pile up.
		if (this.#feed?.hasRoomFor('')) acknowledge(isTaken);
	}

	#refuse(reason: string): void {
		this.#tellBad();
		this.#close(EVENTS_CLOSE.badMessage, reason);
	}

	/** Once, however many faults follow the first. */
	#tellBad(): void {
		if (this.#isBad) return;
		this.#isBad = true;
		this.lane.dropped('bad-packet');
	}

	#drop(): void {
		if (this.#isOver) return;
		this.lane.dropped('slow-reader');
		this.#close(EVENTS_CLOSE.slowReader, 'events pile up: read faster, or resume later', true);
	}

	/** A WebSocket is told why; a poll gets the library's own packet. */
	#close(code: number, reason: string, discards = false): void {
		if (this.#isOver) return;
		this.#isOver = true;
		this.#leave();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#parts.engine.close(true), CLOSING_PATIENCE);
		this.#webSocket?.close(code, reason);
		this.#parts.engine.transport.closeTimeout = CLOSING_PATIENCE;
		this.#parts.engine.close(discards);
	}

	#leave(): void {
		this.#feed?.stop();
		this.#parts.leave(this);
		if (this.#isOver) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#close(EVENTS_CLOSE.streamClosed, ''), PATIENCE);
	}

	#closed(reason: string, fault: Error | undefined): void {
		const isFault = reason === 'transport error' && FAULTS.includes(fault?.message);
		// A close that we did not ask for is Socket.IO's, which could not make sense of a packet.
		const isUnread = reason === 'forced close' && !this.#isOver;
		if (reason === 'parse error' || isFault || isUnread) this.#tellBad();
		this.#isOver = true;
		this.#leave();
		clearTimeout(this.#timer);
		this.#parts.ended(this);
	}
}
