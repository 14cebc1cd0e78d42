/**
 * A listener on loopback with nothing but the transports, over one log: what a load run measures.
 * Its lanes are found by unguessable keys, as those of sessions are.
 */
import type { Buffer } from 'node:buffer';
import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Traffic } from '#lib/transports/measure/load-report.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { createBoundedServer } from '../http/bounded-server.ts';
import { HttpEndpoints } from '../http/http-endpoints.ts';
import { answer } from '../http/refusal.ts';
import { parseTarget } from '../http/request-target.ts';
import { SecretMap } from '../session/secret-map.ts';
import { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';
import { Transports } from '../transports/transports.ts';
import { LoadLane } from './load-lane.ts';

/** The operator has allowed it, and its clients are our own: what they cost is to be seen. */
const NO_BOUNDS = {
	questionsPerSecond: 1e6,
	questionBurst: 1e6,
	bufferedInAll: Infinity
};

/** As the lab's own server has them by default. */
const BOUNDS = {
	maxHeaderBytes: 16 * 1024,
	headersTimeoutSeconds: 10,
	requestTimeoutSeconds: 30,
	keepAliveSeconds: 30
};

export class LoadListener {
	readonly log: EventLog;
	/** Of the subscribers' lanes. */
	readonly keys: readonly string[];
	/** Requests and upgrades so far. */
	requests = 0;
	/** Subscribers that have been heard of. */
	askers = 0;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	/** Of connections that are closed. */
	#up = 0;
	#down = 0;
	readonly #transports: Transports;

	constructor(transport: Transport, subscribers: number, logBytes: number) {
		this.log = new EventLog({ maxBytes: logBytes });
		const lanes = new SecretMap<Lane>();
		this.keys = Array.from({ length: subscribers }, () =>
			lanes.add(new LoadLane(this.log, transport, () => this.askers++))
		);
		this.#transports = new Transports({
			subscribers: { find: (key) => lanes.get(key) },
			gate: { allowsOrigin: () => true, allowsHost: () => true },
			counters: { refused: () => undefined },
			sockets: { add: () => undefined, delete: () => undefined },
			bounds: NO_BOUNDS
		});
		this.#server = this.#serve();
	}

	/** TCP connections that are open. */
	get connections(): number {
		return this.#sockets.size;
	}

	/** All that has crossed so far. */
	get traffic(): Traffic {
		let up = this.#up;
		let down = this.#down;
		for (const { bytesRead, bytesWritten } of this.#sockets) {
			up += bytesRead;
			down += bytesWritten;
		}
		return { requests: this.requests, up, down };
	}

	/** Resolves with its port. */
	async listen(): Promise<number> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		return (this.#server.address() as AddressInfo).port;
	}

	/** Cuts every connection. */
	async close(): Promise<void> {
		this.#transports.close();
		this.log.close();
		for (const socket of this.#sockets) socket.destroy();
		if (!this.#server.listening) return;
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#serve(): Server {
		const server = createBoundedServer(BOUNDS);
		const endpoints = new HttpEndpoints(this.#transports.endpoints);
		server.on('connection', (socket: Socket) => {
			this.#sockets.add(socket);
			socket.once('close', () => {
				this.#sockets.delete(socket);
				this.#up += socket.bytesRead;
				this.#down += socket.bytesWritten;
			});
		});
		server.on('request', (request, response) => {
			this.requests++;
			const target = parseTarget(request.url);
			if (target) endpoints.handle(request, response, target);
			else answer(response, 400, 'This is no request target.\n');
		});
		server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
			this.requests++;
			const target = parseTarget(request.url);
			const endpoint = target && this.#transports.upgrades[target.path];
			if (endpoint) endpoint.upgrade(request, socket, head, target);
			else socket.destroy();
		});
		return server;
	}
}
