/**
 * Bench child: one event to everybody who waits, over one transport, by the lab server or by the
 * least that does the same: `ws` and a loop, or Node's `http` and a loop.
 *
 * A second port takes orders: for each byte one event, as soon as all subscribers wait for it. It is
 * confirmed once they wait for the next one, so that the work of one order is done within it.
 */
import { Buffer } from 'node:buffer';
import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { createPageServer } from '#server/http/page-server.ts';
import { createLabServer } from '#server/lab-server.ts';
import { LoadLane } from '#server/load/load-lane.ts';
import { parseOptions } from '#server/options.ts';
import { EventLog } from '#server/streams/event-log.ts';
import { Lanes } from '#server/streams/lanes.ts';

export type FanOutTransport = 'websocket' | 'server-sent-events' | 'long-polling';

export type FanOutSide = 'bare' | 'lab' | 'tapped';

export const SUBSCRIBERS = 1000;
export const DATA = 'x'.repeat(100);

/** As long as those of lanes. */
const BARE_KEYS = Array.from({ length: SUBSCRIBERS }, (_, number) =>
	String(number).padStart(22, '0')
);

interface FanOut {
	readonly server: Server;
	/** By which its subscribers are known. */
	readonly keys: readonly string[];
	emit(): void;
	/** How many wait for an event. */
	held(): number;
}

/**
 * The server of production over lanes that are no session's: what crosses is not recorded. With the
 * tap every read passes it before the parser, as it does wherever a session might record; without,
 * Node's parser takes the bytes from the kernel by itself, as in a load run, whose listener has none.
 */
function labServer(transport: FanOutTransport, isTapped: boolean): FanOut {
	const log = new EventLog({ maxEvents: 64 });
	const lanes = new Lanes();
	// As in a session, every lane is one client's.
	const keys = BARE_KEYS.map(() => lanes.add(new LoadLane(log, transport, () => undefined)));
	const options = parseOptions({});
	const lab = createLabServer({
		...options,
		log: pino({ level: 'silent' }),
		subscribers: lanes
	});
	const server = createPageServer(options, lab, (_request, response) => response.end());
	if (isTapped) lab.attach(server);
	else server.on('upgrade', (request, socket, head) => lab.upgrade(request, socket, head));
	return { server, keys, emit: () => void log.append(DATA), held: () => lab.held() };
}

function bareWebSockets(): FanOut {
	const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
	const server = createHttpServer((_request, response) => response.end());
	server.on('upgrade', (request, socket, head) => {
		webSockets.handleUpgrade(request, socket, head, (webSocket) =>
			webSockets.emit('connection', webSocket, request)
		);
	});
	let id = 0;
	const emit = () => {
		const message = Buffer.from(JSON.stringify({ id: ++id, data: DATA }));
		for (const client of webSockets.clients as Set<WebSocket>) {
			client.send(message, { binary: false });
		}
	};
	return { server, keys: BARE_KEYS, emit, held: () => webSockets.clients.size };
}

function bareEventStreams(): FanOut {
	const streams = new Set<ServerResponse>();
	const server = createHttpServer((_request, response) => {
		response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
		response.write('retry: 2000\n\n');
		streams.add(response);
		response.on('close', () => streams.delete(response));
	});
	let id = 0;
	const emit = () => {
		const event = Buffer.from(`id: ${++id}\ndata: ${DATA}\n\n`);
		for (const response of streams) response.write(event);
	};
	return { server, keys: BARE_KEYS, emit, held: () => streams.size };
}

/** Holds each question in a list, with the timer of its end. */
function bareLongPolling(): FanOut {
	let held: { response: ServerResponse; timer: NodeJS.Timeout }[] = [];
	const answer = (response: ServerResponse, body: Buffer) => {
		const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
		response.writeHead(200, { ...headers, 'Cache-Control': 'no-store' });
		response.end(body);
	};
	const server = createHttpServer((request, response) => {
		const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
		const hold = Number(searchParams.get('hold')) * 1000;
		const timer = setTimeout(() => answer(response, Buffer.from('{"events":[]}')), hold);
		held.push({ response, timer });
	});
	let id = 0;
	const emit = () => {
		const events = [{ id: ++id, data: DATA }];
		const body = Buffer.from(JSON.stringify({ last: id, gap: null, events }));
		const waiting = held;
		held = [];
		for (const { response, timer } of waiting) {
			clearTimeout(timer);
			answer(response, body);
		}
	};
	return { server, keys: BARE_KEYS, emit, held: () => held.length };
}

const BARE: Readonly<Record<FanOutTransport, () => FanOut>> = {
	websocket: bareWebSockets,
	'server-sent-events': bareEventStreams,
	'long-polling': bareLongPolling
};

/** @param role `bare`, `lab` or `tapped`, and the transport: `bare websocket` */
export function serveFanOut(role: string): void {
	const [side, transport] = role.split(' ') as [FanOutSide, FanOutTransport];
	const isBare = side === 'bare';
	const { server, keys, emit, held } = isBare
		? BARE[transport]()
		: labServer(transport, side === 'tapped');
	let next: (() => void) | null = null;
	/** Held questions come with requests, so nobody needs to look again and again. */
	const goOn = (): void => {
		if (next === null || held() < SUBSCRIBERS) return;
		const step = next;
		next = null;
		step();
	};
	const orders = createServer((socket) =>
		socket.on('data', () => {
			next = () => {
				next = () => socket.write('.');
				emit();
				goOn();
			};
			goOn();
		})
	);
	server.on('request', goOn);
	server.on('upgrade', goOn);
	orders.listen(0, '127.0.0.1', () => {
		server.listen(0, '127.0.0.1', 4096, () => {
			const port = (server.address() as AddressInfo).port;
			process.send?.({ port, keys, orders: (orders.address() as AddressInfo).port });
		});
	});
	process.on('message', () => {
		const { user, system } = process.cpuUsage();
		process.send?.({ cpu: user + system });
	});
}
