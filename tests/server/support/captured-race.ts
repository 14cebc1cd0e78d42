/** A race against a real lab server while tshark captures it: what the page counted, what crossed. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { vi } from 'vitest';
import { WebSocket as WsWebSocket } from 'ws';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { Race } from '#lib/state/transports-lab/race/race.svelte.ts';
import { openEventClient } from '#lib/transports/clients/open-client.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';
import type { RacePlan } from '#lib/transports/measure/race-plan.ts';
import type { LaneResult } from '#lib/transports/measure/race-result.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { createPageServer } from '#server/http/page-server.ts';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions, type Limits } from '#server/options.ts';
import { nodeEventSource } from '../../support/event-source.ts';
import { Capture } from './capture.ts';
import { exchangesIn, type CapturedExchange } from './captured-exchanges.ts';

export interface CapturedLane {
	readonly transport: Transport;
	readonly result: LaneResult;
	/** As the page has them. */
	readonly counted: readonly LaneExchange[];
	/** Those with the lane's key in their target, as tshark has them. */
	readonly captured: readonly CapturedExchange[];
}

export interface CapturedRace {
	readonly lanes: readonly CapturedLane[];
	/** Bytes of all TCP connections on which a lane was served. */
	readonly crossed: { readonly up: number; readonly down: number };
	/** Targets of all requests: as the streams were cut here, and as tshark finds them by itself. */
	readonly targets: { readonly cut: readonly string[]; readonly found: readonly string[] };
	/** TCP connections that served more than one lane. */
	readonly shared: number;
}

/** What every client says once, so that bytes go up in the transport's own way too. */
const MESSAGE = 'the same in all lanes: 你好';

export async function runCapturedRace(
	plan: RacePlan,
	limits: Partial<Limits> = {}
): Promise<CapturedRace> {
	const { server, lab } = await startServer(limits);
	const { port } = server.address() as AddressInfo;
	const capture = new Capture(port);
	const keys: string[] = [];
	const { session, race } = openPage(`http://127.0.0.1:${port}`, keys);
	try {
		await capture.begin();
		session.open();
		const running = race.start(plan);
		await vi.waitUntil(() => race.phase === 'running' || !race.isRunning, { timeout: 30_000 });
		await Promise.all(race.lanes.map((run) => run.send(MESSAGE)));
		await running;
		await capture.end();
		return await compare(race, keys, capture);
	} finally {
		await race.dispose();
		session.close();
		await lab.close();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		capture.remove();
	}
}

async function startServer(limits: Partial<Limits>): Promise<{ server: Server; lab: LabServer }> {
	const defaults = parseOptions({});
	const options = { ...defaults, limits: { ...defaults.limits, shutdownSeconds: 0, ...limits } };
	const lab = createLabServer({ ...options, log: pino({ level: 'silent' }) });
	const server = createPageServer(options, lab, (_request, response) => response.end());
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, lab };
}

/** @param keys of the lanes, in the order of the plan */
function openPage(origin: string, keys: string[]): { session: LabSession; race: Race } {
	/** As a browser's, which says where its page is from. */
	class PageWebSocket extends WsWebSocket {
		constructor(url: string, protocols: string[] = []) {
			super(url, protocols, { origin });
		}
	}
	const WebSocket = PageWebSocket as unknown as typeof globalThis.WebSocket;
	const session = new LabSession(`${origin.replace('http', 'ws')}/lab/channel`, { WebSocket });
	const race = new Race({
		session,
		origin,
		surroundings: { WebSocket, EventSource: nodeEventSource() },
		schedule: (callback) => void setTimeout(callback, 16),
		browser: 'Node',
		openClient(transport, options) {
			keys.push(options.lane);
			return openEventClient(transport, options);
		}
	});
	return { session, race };
}

async function compare(
	{ result, lanes, trouble }: Race,
	keys: readonly string[],
	capture: Capture
): Promise<CapturedRace> {
	if (!result) throw new Error(`the race has no result: ${trouble}`);
	const streams = (await capture.streams()).map((stream) => ({
		stream,
		exchanges: exchangesIn(stream)
	}));
	const keysOf = (exchanges: readonly CapturedExchange[]) =>
		keys.filter((key) => exchanges.some(({ target }) => target.includes(key)));
	const ofLanes = streams.filter(({ exchanges }) => keysOf(exchanges).length > 0);
	const cut = streams.flatMap(({ exchanges }) => exchanges.map(({ target }) => target));
	return {
		lanes: lanes.map(({ transport, exchanges }, index) => ({
			transport,
			result: at(result.lanes, index),
			counted: exchanges,
			captured: ofLanes
				.flatMap((each) => each.exchanges)
				.filter(({ target }) => target.includes(at(keys, index)))
		})),
		crossed: {
			up: ofLanes.reduce((sum, { stream }) => sum + stream.client.length, 0),
			down: ofLanes.reduce((sum, { stream }) => sum + stream.server.length, 0)
		},
		targets: { cut: cut.toSorted(), found: (await capture.requestTargets()).toSorted() },
		shared: ofLanes.filter(({ exchanges }) => keysOf(exchanges).length > 1).length
	};
}

function at<Item>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new RangeError(`there is no item ${index}`);
	return item;
}
