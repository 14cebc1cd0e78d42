/**
 * The transports of event streams that are plain HTTP or plain `ws`: short polling, long polling,
 * SSE, WebSocket, and the messages of the first three. What they hold is bounded for all together.
 */
import { MESSAGES_PATH, TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import type { HostGate } from '../http/host-gate.ts';
import {
	upgradeRequired,
	type HttpEndpoint,
	type HttpEndpointTable
} from '../http/http-endpoints.ts';
import type { OpenSockets } from '../http/open-sockets.ts';
import type { UpgradeEndpointTable } from '../http/upgrade-router.ts';
import { LaneDoor, type LaneDoorParts, type QuestionBounds } from './lane-door.ts';
import { findLane } from './lane-question.ts';
import { LongPolling } from './long-polling.ts';
import { Messages } from './messages.ts';
import { Places, type PlaceBounds } from './places.ts';
import { PollAnswers } from './poll-answers.ts';
import { sharedBounds, type SharedReaderBounds } from './reader-bounds.ts';
import { ServerSentEvents } from './server-sent-events.ts';
import { ShortPolling } from './short-polling.ts';
import { SocketIoEvents } from './socket-io.ts';
import { WebSocketEvents } from './websocket.ts';

export interface TransportBounds extends PlaceBounds, SharedReaderBounds, QuestionBounds {
	/** Between two comments of an event stream, ms: proxies cut what is silent for about a minute. */
	readonly keepAlive: number;
}

export const TRANSPORT_BOUNDS: TransportBounds = {
	perLane: 4,
	inAll: 4096,
	buffered: 2 ** 20,
	bufferedInAll: 2 ** 28,
	leastBuffered: 2 ** 16,
	patience: 30_000,
	keepAlive: 15_000,
	questionsPerSecond: 100,
	questionBurst: 200
};

export interface TransportsParts extends LaneDoorParts {
	readonly gate: Pick<HostGate, 'allowsOrigin' | 'allowsHost'>;
	readonly sockets: Pick<OpenSockets, 'add' | 'delete'>;
	readonly bounds?: Partial<TransportBounds>;
}

export class Transports {
	readonly endpoints: HttpEndpointTable;
	readonly upgrades: UpgradeEndpointTable;
	readonly #door: LaneDoor;
	readonly #places: Places;

	constructor(parts: TransportsParts) {
		const bounds = { ...TRANSPORT_BOUNDS, ...parts.bounds };
		const door = new LaneDoor(parts, bounds);
		const answers = new PollAnswers();
		const places = new Places(bounds);
		const readers = sharedBounds(bounds, places);
		const socketIo = new SocketIoEvents({ ...parts, door, places, bounds: readers });
		this.#door = door;
		this.#places = places;
		this.endpoints = {
			[TRANSPORT_PATHS['short-polling']]: new ShortPolling(door, answers),
			[TRANSPORT_PATHS['long-polling']]: new LongPolling(door, answers, places),
			[TRANSPORT_PATHS['server-sent-events']]: new ServerSentEvents(
				door,
				places,
				readers,
				bounds.keepAlive
			),
			[TRANSPORT_PATHS['socket-io']]: socketIo,
			[MESSAGES_PATH]: new Messages(door),
			[TRANSPORT_PATHS.websocket]: upgradeRequired(parts.counters, observerOf(parts))
		};
		this.upgrades = {
			[TRANSPORT_PATHS.websocket]: new WebSocketEvents({ ...parts, places, bounds: readers }),
			[TRANSPORT_PATHS['socket-io']]: socketIo
		};
	}

	/** Questions, event streams and WebSockets that are held now. */
	get held(): number {
		return this.#places.taken;
	}

	/** Answers what is held, ends event streams, closes WebSockets with 1001; refuses what comes. */
	close(): void {
		this.#door.isClosing = true;
		this.#places.endAll();
	}
}

function observerOf({ gate, subscribers }: LaneDoorParts): HttpEndpoint['answer'] {
	return (request, response, target) => {
		if (gate.allowsOrigin(request)) findLane(subscribers, target)?.observe(request, response);
	};
}
