/**
 * A Socket.IO server with an Engine.IO server of its own, which is handed its requests one by one.
 *
 * `attach` takes every 'request' listener from an HTTP server to call them itself, and lets upgrades
 * that it does not know die after a second. So it gets an HTTP server that never listens, which has
 * Socket.IO make its engine; ours keeps its listeners.
 */
import type { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import type { SocketIoDown, SocketIoUp } from '#lib/transports/wire/socket-io-events.ts';
import { MAX_UPSTREAM_BYTES } from '#lib/transports/wire/upstream-message.ts';
import {
	WebSocketServer,
	type PerMessageDeflateOptions,
	type ServerOptions,
	type WebSocket
} from 'ws';

/** Bytes of one WebSocket message, and of one POST: a message of ours with what quoting adds. */
export const MAX_PACKET_BYTES = 2 * MAX_UPSTREAM_BYTES;
/** ms between two PINGs of Engine.IO, and for the answer: its defaults, which cost what they cost. */
const PING_INTERVAL = 25_000;
const PING_TIMEOUT = 20_000;
/** ms for a WebSocket to take a session over. */
const UPGRADE_TIMEOUT = 10_000;
/** ms to answer a close frame, and reads that one message may come in: as on our other WebSockets. */
const WEBSOCKET_BOUNDS = { closeTimeout: 5_000, maxBufferedChunks: 2 ** 14 };
/** Bytes from which an answer to a poll is compressed: the library's default. */
const GZIP_THRESHOLD = 1024;

export type IoServer = Server<SocketIoUp, SocketIoDown>;
export type IoSocket = Socket<SocketIoUp, SocketIoDown>;

/** What Engine.IO leaves on a request. */
export interface EngineRequest extends IncomingMessage {
	/** Once its upgrade is accepted. */
	readonly websocket?: WebSocket;
}

/** An Engine.IO session: what is used of it. */
export interface EngineSession {
	readonly id: string;
	/** The one that began it. */
	readonly request: EngineRequest;
	readonly readyState: string;
	/** Of polling: ms for which a session that is over waits to tell so in answer to one more poll. */
	readonly transport: { closeTimeout?: number };
	/** @param discards what waits to be sent is thrown away */
	close(discards?: boolean): void;
	on(name: 'drain' | 'data', listener: () => void): this;
	off(name: 'drain', listener: () => void): this;
	prependListener(name: 'data', listener: (packet: unknown) => void): this;
	once(name: 'close', listener: (reason: string, fault?: Error) => void): this;
}

/** Engine.IO: what is used of it. */
export interface Engine {
	handleRequest(request: IncomingMessage, response: ServerResponse): void;
	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	on(name: 'connection', listener: (session: EngineSession) => void): this;
}

/** The `ws` of all our peers, with their bounds. */
class BoundedWebSocketServer extends WebSocketServer {
	constructor(options: ServerOptions) {
		super({ ...options, ...WEBSOCKET_BOUNDS });
	}
}

export interface EngineOptions {
	/** Compresses WebSocket messages so, and long answers to polls; false: nothing. */
	readonly deflate: PerMessageDeflateOptions | false;
	/** Whether a request may begin a session. */
	allows(request: IncomingMessage): boolean;
}

export function createEngine({ deflate, allows }: EngineOptions): { io: IoServer; engine: Engine } {
	const io: IoServer = new Server({
		path: '/lab/socket.io',
		serveClient: false,
		allowRequest: (request, decide) => decide(null, allows(request)),
		maxHttpBufferSize: MAX_PACKET_BYTES,
		pingInterval: PING_INTERVAL,
		pingTimeout: PING_TIMEOUT,
		upgradeTimeout: UPGRADE_TIMEOUT,
		perMessageDeflate: deflate,
		httpCompression: deflate && { threshold: GZIP_THRESHOLD },
		wsEngine: BoundedWebSocketServer
	});
	io.attach(createServer());
	return { io, engine: io.engine as unknown as Engine };
}
