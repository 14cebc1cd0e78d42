/** A client of a lane in Node, with all that it was told. */
import { WebSocket as WsWebSocket } from 'ws';
import type {
	ClientState,
	ClientTrouble,
	EventClient,
	EventClientOptions,
	RequestTold
} from '#lib/transports/clients/event-client.ts';
import { openEventClient } from '#lib/transports/clients/open-client.ts';
import type { Transport } from '#lib/transports/transport.ts';
import type { Gap, StreamEvent } from '#lib/transports/wire/event-message.ts';
import { nodeEventSource } from '../support/event-source.ts';

export interface Follower {
	readonly client: EventClient;
	readonly events: readonly StreamEvent[];
	readonly ids: readonly number[];
	readonly gaps: readonly Gap[];
	readonly states: readonly ClientState[];
	readonly troubles: readonly ClientTrouble['kind'][];
	readonly requests: readonly RequestTold[];
	/** What it said last. */
	readonly state: ClientState | undefined;
}

export type FollowOptions = Partial<EventClientOptions>;

/** Shorter than any browser waits: nothing here depends on how long. */
const SETTINGS = { interval: 20, hold: 5, usesEtag: false };
const EventSource = nodeEventSource({ pause: () => 50 });

/** `ws` has the browser's interface as far as the client uses it, but for errors that nobody hears. */
class QuietWebSocket extends WsWebSocket {
	constructor(url: string) {
		super(url);
		this.on('error', () => undefined);
	}
}
const WebSocket = QuietWebSocket as unknown as typeof globalThis.WebSocket;

export async function follow(
	transport: Transport,
	origin: string,
	lane: string,
	options: FollowOptions = {}
): Promise<Follower> {
	const events: StreamEvent[] = [];
	const gaps: Gap[] = [];
	const states: ClientState[] = [];
	const troubles: ClientTrouble['kind'][] = [];
	const requests: RequestTold[] = [];
	const client = await openEventClient(transport, {
		origin,
		lane,
		settings: SETTINGS,
		random: () => 0,
		EventSource,
		WebSocket,
		onevent: (event) => events.push(event),
		ongap: (gap) => gaps.push(gap),
		onstate(state, trouble) {
			states.push(state);
			if (trouble) troubles.push(trouble.kind);
		},
		onrequest: (told) => requests.push(told),
		...options
	});
	client.start();
	return {
		client,
		events,
		gaps,
		states,
		troubles,
		requests,
		get ids() {
			return events.map(({ id }) => id);
		},
		get state() {
			return states.at(-1);
		}
	};
}
