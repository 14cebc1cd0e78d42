/**
 * Socket.IO 4 with its own client: it begins with polling, then upgrades to a WebSocket. The cursor
 * travels in the CONNECT packet. Reconnects are ours, so that all clients pause alike; the library's
 * are switched off.
 */
import type { io as connect, Socket } from 'socket.io-client';
import { QUERY, TRANSPORT_PATHS } from '../wire/addresses.ts';
import {
	decodeSocketIoEvent,
	decodeSocketIoGap,
	SOCKET_IO_EVENTS,
	type SocketIoUp
} from '../wire/socket-io-events.ts';
import { ClientCore } from './client-core.ts';
import type {
	ClientTrouble,
	EventClient,
	EventClientOptions,
	SendOutcome
} from './event-client.ts';
import type { ToldRequest } from './request-log.ts';
import { troubleOfDisconnect, troubleOfError } from './socket-io-trouble.ts';

/** Milliseconds for the acknowledgement of a message. */
const ACK_PATIENCE = 30_000;
/** Messages whose acknowledgement may be missing at a time. */
const MAX_WAITING = 256;
/** Milliseconds for the engine to close before the client counts as stopped all the same. */
const CLOSING_PATIENCE = 2_000;

/** The wire is not trusted: what comes down is checked, so the types say nothing of it. */
interface Unchecked {
	event: (payload: unknown) => void;
	gap: (payload: unknown) => void;
	closing: () => void;
}

export class SocketIoClient implements EventClient {
	readonly transport = 'socket-io';
	readonly #core: ClientCore;
	readonly #socket: Socket<Unchecked, SocketIoUp>;
	#request: ToldRequest | null = null;
	#gone: Promise<void> = Promise.resolve();
	#waiting = 0;
	#isClosing = false;

	/** `connect`: the `io` of socket.io-client. */
	constructor(options: EventClientOptions, io: typeof connect) {
		this.#core = new ClientCore(options, () => {
			this.#gone = this.#engineClosed();
			this.#socket.disconnect();
		});
		this.#socket = io(options.origin, {
			path: TRANSPORT_PATHS['socket-io'],
			query: { [QUERY.lane]: options.lane },
			auth: (give) => give({ after: this.last }),
			transports: ['polling', 'websocket'],
			autoConnect: false,
			forceNew: true,
			reconnection: false
		});
		this.#listen();
	}

	get last(): number {
		return this.#core.deliveries.last;
	}

	get duplicates(): number {
		return this.#core.deliveries.duplicates;
	}

	start(): void {
		this.#core.start(() => this.#connect());
	}

	async stop(): Promise<void> {
		this.#core.stop(null);
		await this.#gone;
	}

	async send(message: string): Promise<SendOutcome> {
		if (!this.#socket.connected || this.#waiting >= MAX_WAITING) return { kind: 'not-sent' };
		this.#waiting += 1;
		try {
			const isTaken = await this.#socket
				.timeout(ACK_PATIENCE)
				.emitWithAck(SOCKET_IO_EVENTS.message, message);
			return isTaken ? { kind: 'sent', isTaken } : { kind: 'failed', trouble: NOT_TAKEN };
		} catch {
			return { kind: 'failed', trouble: { kind: 'network' } };
		} finally {
			this.#waiting -= 1;
		}
	}

	#listen(): void {
		const socket = this.#socket;
		socket.on('connect', () => this.#core.tell('open', null));
		socket.on('connect_error', (error) => this.#fail(troubleOfError(error)));
		socket.on('disconnect', (reason, details) => {
			if (reason === 'io client disconnect') return;
			this.#fail(this.#isClosing ? { kind: 'closing' } : troubleOfDisconnect(reason, details));
		});
		socket.on(SOCKET_IO_EVENTS.closing, () => (this.#isClosing = true));
		socket.on(SOCKET_IO_EVENTS.event, (payload) => {
			const event = decodeSocketIoEvent(payload);
			if (event === null) return this.#drop();
			this.#core.works();
			this.#core.deliveries.take(event);
		});
		socket.on(SOCKET_IO_EVENTS.gap, (payload) => {
			const gap = decodeSocketIoGap(payload);
			if (gap === null) return this.#drop();
			this.#core.deliveries.lose(gap);
		});
	}

	#connect(): void {
		this.#isClosing = false;
		const request = this.#core.requests.begin();
		this.#request = request;
		this.#socket.connect();
		this.#socket.io.engine.once('open', () => request.answered());
		this.#socket.io.engine.once('close', () => request.ended());
	}

	/** What came is no packet of ours: the connection is given up. */
	#drop(): void {
		this.#socket.disconnect();
		this.#fail({ kind: 'bad-answer' });
	}

	#fail(trouble: ClientTrouble): void {
		this.#request?.ended();
		this.#core.fail(trouble, () => this.#connect());
	}

	#engineClosed(): Promise<void> {
		if (this.#request === null) return Promise.resolve();
		const { engine } = this.#socket.io;
		if (engine.readyState === 'closed') return Promise.resolve();
		return new Promise((resolve) => {
			const cancel = this.#core.timers.after(CLOSING_PATIENCE, resolve);
			engine.once('close', () => {
				cancel();
				resolve();
			});
		});
	}
}

/** The server takes no more messages for now, as 429 says to a POST. */
const NOT_TAKEN: ClientTrouble = { kind: 'busy', retryAfter: 1_000 };

export async function createSocketIo(options: EventClientOptions): Promise<EventClient> {
	const io = options.io ?? (await import('socket.io-client')).io;
	return new SocketIoClient(options, io);
}
