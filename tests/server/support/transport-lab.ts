/** A server with the transports of event streams alone, its two lanes, and their clients. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect } from 'vitest';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import type { TransportBounds } from '#server/transports/transports.ts';
import { BareLanes, type BareLane } from './bare-lanes.ts';
import { handshake, openRaw, openWebSocket, type RawClient } from './raw-client.ts';

/** The addresses of the lane that is not compressed. */
export const POLL = '/lab/events/poll?lane=KEY';
export const LONG = '/lab/events/long-poll?lane=KEY';
export const STREAM = '/lab/events/stream?lane=KEY';
export const SOCKET = '/ws/events?lane=KEY';
export const POST = '/lab/events/messages?lane=KEY';

/** So small that a test fills them with a few clients. */
const SMALL: Partial<TransportBounds> = { perLane: 2, inAll: 3, buffered: 2 ** 16, keepAlive: 50 };

interface Started {
	readonly lanes: BareLanes;
	readonly lane: BareLane;
	readonly zipped: BareLane;
	readonly lab: LabServer;
	readonly server: Server;
	readonly port: number;
}

async function startServer(transportBounds: Partial<TransportBounds>): Promise<Started> {
	const lanes = new BareLanes();
	const lane = lanes.add('KEY');
	const zipped = lanes.add('ZIP', { compression: true });
	const lab = createLabServer({
		...parseOptions({ SHUTDOWN_SECONDS: '1' }),
		log: pino({ level: 'silent' }),
		subscribers: lanes,
		transportBounds
	});
	const server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { lanes, lane, zipped, lab, server, port: (server.address() as AddressInfo).port };
}

export class TransportLab {
	#started: Started | null = null;
	readonly #bounds: Partial<TransportBounds>;
	readonly #clients: RawClient[] = [];

	constructor(bounds: Partial<TransportBounds> = SMALL) {
		this.#bounds = bounds;
	}

	async start(): Promise<void> {
		this.#started = await startServer(this.#bounds);
	}

	get lanes(): BareLanes {
		return this.#running.lanes;
	}

	get lane(): BareLane {
		return this.#running.lane;
	}

	get zipped(): BareLane {
		return this.#running.zipped;
	}

	get lab(): LabServer {
		return this.#running.lab;
	}

	get server(): Server {
		return this.#running.server;
	}

	get port(): number {
		return this.#running.port;
	}

	ask(target: string, init: RequestInit = {}): Promise<Response> {
		return fetch(`http://127.0.0.1:${this.port}${target}`, init);
	}

	/** Asks on a connection of its own, which stays open. */
	async askRaw(
		target: string,
		headers: Record<string, string> = {},
		method = 'GET'
	): Promise<RawClient> {
		const client = await openRaw(this.port);
		this.#clients.push(client);
		const plain = { Upgrade: null, Connection: null, 'Sec-WebSocket-Key': null };
		const all = { ...plain, 'Sec-WebSocket-Version': null, ...headers };
		client.write(handshake(target, { method, headers: all }));
		return client;
	}

	async openSocket(target = SOCKET, headers = {}): Promise<RawClient> {
		const client = await openWebSocket(this.port, target, { headers });
		this.#clients.push(client);
		return client;
	}

	/** Resolves once as many wait. */
	async untilHeld(count: number): Promise<void> {
		await expect.poll(() => this.lab.held()).toBe(count);
	}

	async close(): Promise<void> {
		for (const client of this.#clients.splice(0)) client.destroy();
		await this.lab.close();
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get #running(): Started {
		if (this.#started === null) throw new TypeError('the lab has not been started');
		return this.#started;
	}
}

/** One that is started anew for each test of the file. */
export function useTransportLab(bounds?: Partial<TransportBounds>): TransportLab {
	const transports = new TransportLab(bounds);
	beforeEach(() => transports.start());
	afterEach(() => transports.close());
	return transports;
}
