/**
 * `/ws/events?lane&after`: events as text messages, on plain `ws`. What the client sends is for the
 * stream: text messages `{"message":"…"}`.
 */
import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer, type PerMessageDeflateOptions, type RawData, type WebSocket } from 'ws';
import { EVENTS_CLOSE } from '#lib/transports/wire/close-codes.ts';
import {
	encodeEventMessage,
	encodeGapMessage,
	type StreamEvent
} from '#lib/transports/wire/event-message.ts';
import { decodeUpstream, MAX_UPSTREAM_BYTES } from '#lib/transports/wire/upstream-message.ts';
import type { OpenSockets } from '../http/open-sockets.ts';
import { refuseUpgrade } from '../http/refusal.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { UpgradeEndpoint } from '../http/upgrade-router.ts';
import type { Counters } from '../metrics.ts';
import type { Lane } from '../streams/lane.ts';
import { tapOf } from '../tap/tap.ts';
import { Audience, forEachMember, type Seated } from './audience.ts';
import { FULL, RETRY, UNKNOWN_LANE } from './lane-door.ts';
import { findLane, readAfter } from './lane-question.ts';
import type { EndCause, Places, Waiting } from './places.ts';
import { SlowReader, type Encoding, type Line, type ReaderBounds } from './slow-reader.ts';
import type { Subscribers } from './subscribers.ts';

const TEXT = { binary: false } as const;
const COMMON = {
	noServer: true,
	clientTracking: false,
	maxPayload: MAX_UPSTREAM_BYTES,
	// Reads that one message may come in: the echo has the same bound, and its reason.
	maxBufferedChunks: 2 ** 14,
	// How long a client may take to answer a close frame, ms: one that does not read never does.
	closeTimeout: 5000
};
const ENCODING: Encoding = {
	event: (event) => Buffer.from(encodeEventMessage(event)),
	gap: (gap) => Buffer.from(encodeGapMessage(gap))
};
/** Short messages are compressed too: those before them are their dictionary. */
export const DEFLATE = {
	serverMaxWindowBits: 13,
	threshold: 0,
	zlibDeflateOptions: { memLevel: 6 }
};

export interface WebSocketEventsParts {
	readonly subscribers: Subscribers;
	readonly places: Places;
	readonly sockets: Pick<OpenSockets, 'add' | 'delete'>;
	readonly counters: Pick<Counters, 'refused'>;
	readonly bounds: ReaderBounds;
}

export class WebSocketEvents implements UpgradeEndpoint {
	readonly #parts: WebSocketEventsParts;
	readonly #audience = new Audience<Follower>(tell);
	readonly #plain = serverWith(false);
	readonly #compressed = serverWith(DEFLATE);

	constructor(parts: WebSocketEventsParts) {
		this.#parts = parts;
	}

	observe(request: IncomingMessage, target: RequestTarget): boolean {
		const lane = findLane(this.#parts.subscribers, target);
		lane?.observe(request, null);
		return lane !== null;
	}

	upgrade(request: IncomingMessage, socket: Socket, head: Buffer, target: RequestTarget): void {
		const lane = findLane(this.#parts.subscribers, target);
		if (!lane) {
			tapOf(socket)?.remove();
			return this.#refuse(request, socket, 'lane', 404, UNKNOWN_LANE);
		}
		lane.observe(request, null);
		const after = readAfter(target, lane.log);
		if ('fault' in after) return this.#refuse(request, socket, 'cursor', 400, after.fault);
		if (!this.#parts.places.hasRoom(lane)) {
			lane.dropped('too-many-held');
			return this.#refuse(request, socket, 'held', 503, FULL, RETRY.full);
		}
		const server = lane.settings.compression ? this.#compressed : this.#plain;
		server.handleUpgrade(request, socket, head, (webSocket) =>
			this.#open(webSocket, socket, lane, after.value)
		);
	}

	#open(webSocket: WebSocket, socket: Socket, lane: Lane, after: number): void {
		const { places, sockets, bounds } = this.#parts;
		const follower = new Follower(webSocket, lane, after, bounds);
		// `ws` has answered with a close frame by itself; 'close' follows.
		webSocket.on('error', () => undefined);
		webSocket.on('message', (data, isBinary) => follower.hear(data, isBinary));
		webSocket.once('close', () => {
			sockets.delete(webSocket);
			follower.leave();
		});
		sockets.add(webSocket, socket);
		places.enter(follower);
		this.#audience.join(lane.log, follower);
		follower.start(() => {
			places.leave(follower);
			this.#audience.leave(lane.log, follower);
		});
	}

	#refuse(
		request: IncomingMessage,
		socket: Socket,
		kind: string,
		status: number,
		text: string,
		retryAfter: number | null = null
	): void {
		this.#parts.counters.refused(kind);
		const headers = { ...(retryAfter !== null && { 'Retry-After': String(retryAfter) }) };
		refuseUpgrade(request, socket, status, text, headers);
	}
}

function serverWith(perMessageDeflate: PerMessageDeflateOptions | false): WebSocketServer {
	return new WebSocketServer({ ...COMMON, perMessageDeflate });
}

function tell(event: StreamEvent, followers: readonly Follower[]): void {
	const bytes = ENCODING.event(event);
	forEachMember(followers, ({ reader }) => reader.take(event.id, bytes));
}

class Follower implements Waiting, Line, Seated {
	seat = -1;
	readonly lane: Lane;
	readonly reader: SlowReader;
	readonly #webSocket: WebSocket;
	#leave: (() => void) | null = null;

	constructor(webSocket: WebSocket, lane: Lane, after: number, bounds: ReaderBounds) {
		this.lane = lane;
		this.#webSocket = webSocket;
		this.reader = new SlowReader(lane.log, after, this, ENCODING, bounds);
	}

	/** @param leave called once, when it is over */
	start(leave: () => void): void {
		this.#leave = leave;
		this.reader.catchUp();
	}

	get waiting(): number {
		return this.#webSocket.bufferedAmount;
	}

	write(bytes: Uint8Array, taken?: () => void): void {
		this.#webSocket.send(bytes, TEXT, taken && ((error) => error ?? taken()));
	}

	drop(): void {
		this.lane.dropped('slow-reader');
		this.#close(EVENTS_CLOSE.slowReader, 'events pile up: read faster, or resume later');
	}

	hear(data: RawData, isBinary: boolean): void {
		// Messages may still be on the way to a WebSocket that is being closed.
		if (this.#leave === null) return;
		if (isBinary) return this.#close(EVENTS_CLOSE.notText, 'messages are text');
		const message = decodeUpstream(String(data));
		if (message === null) {
			return this.#close(EVENTS_CLOSE.badMessage, 'a message reads {"message":"…"}');
		}
		if (!this.lane.receive(message)) {
			this.#close(EVENTS_CLOSE.badMessage, 'more messages than this lane takes');
		}
	}

	end(cause: EndCause): void {
		if (cause === 'lane-ended') return this.#close(EVENTS_CLOSE.streamClosed, 'the lane has ended');
		this.lane.dropped('closing');
		this.#close(EVENTS_CLOSE.closing, '');
	}

	leave(): void {
		const leave = this.#leave;
		this.#leave = null;
		this.reader.stop();
		leave?.();
	}

	#close(code: number, reason: string): void {
		this.leave();
		this.#webSocket.close(code, reason);
	}
}
