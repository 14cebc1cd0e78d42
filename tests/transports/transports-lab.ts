/** The server's five transports over bare lanes on a loopback port, and clients that follow them. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pino } from 'pino';
import { vi } from 'vitest';
import type { LaneSettings, Transport } from '#lib/transports/transport.ts';
import { ClientAddresses } from '#server/http/client-address.ts';
import { HostGate } from '#server/http/host-gate.ts';
import { HttpEndpoints } from '#server/http/http-endpoints.ts';
import { ConnectionLimits } from '#server/http/limits.ts';
import { OpenSockets } from '#server/http/open-sockets.ts';
import { answer } from '#server/http/refusal.ts';
import { parseTarget } from '#server/http/request-target.ts';
import { UpgradeRouter } from '#server/http/upgrade-router.ts';
import { parseOptions } from '#server/options.ts';
import { EchoPeer } from '#server/peers/echo.ts';
import { EventLog, type EventLogOptions } from '#server/streams/event-log.ts';
import { Transports, type TransportBounds } from '#server/transports/transports.ts';
import { BareLane } from './bare-lane.ts';
import { follow, type Follower, type FollowOptions } from './follower.ts';

/** Waits for what must come, however busy the machine is. */
export function eventually(check: () => boolean): Promise<boolean> {
	return vi.waitUntil(check, { timeout: 25_000, interval: 5 });
}

export interface OpenedLane {
	readonly key: string;
	readonly lane: BareLane;
	readonly log: EventLog;
}

export interface TransportsLab {
	readonly origin: string;
	readonly port: number;
	/** TCP connections that are open. */
	readonly sockets: ReadonlySet<Socket>;
	/** Held questions, event streams, WebSockets, Engine.IO sessions. */
	readonly held: number;
	openLane(options?: EventLogOptions | EventLog, settings?: Partial<LaneSettings>): OpenedLane;
	/** A client of the lane with this key, started. */
	follow(transport: Transport, key: string, options?: FollowOptions): Promise<Follower>;
	/** Cuts every connection, as a network does that fails; returns how many there were. */
	cut(): number;
	/** Closes the connections that wait in a pool for their next request. */
	closeIdle(): void;
	/** Does what the server does on SIGTERM, but goes on listening. */
	shutDown(): Promise<void>;
	close(): Promise<void>;
}

/** Held by one lane: the tests have many clients on one. */
const BOUNDS = { perLane: 1_000, questionsPerSecond: 1e6, questionBurst: 1e6 };

export async function startTransportsLab(
	bounds: Partial<TransportBounds> = {}
): Promise<TransportsLab> {
	const lanes = new Map<string, BareLane>();
	const parts = wire({ ...BOUNDS, ...bounds }, lanes);
	const server = createServer();
	const sockets = new Set<Socket>();
	const followers: Follower[] = [];
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	server.on('request', (request, response) => parts.handle(request, response));
	server.on('upgrade', (request, socket: Socket, head) => {
		const target = parseTarget(request.url);
		if (target) parts.router.upgrade(request, socket, head, target);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	return {
		origin,
		port,
		sockets,
		get held() {
			return parts.transports.held;
		},
		openLane(log = {}, settings = {}) {
			const all = { transport: 'websocket', delay: 0, jitter: 0, compression: false } as const;
			const used = log instanceof EventLog ? log : new EventLog(log);
			const lane = new BareLane(lanes.size + 1, { ...all, ...settings }, used);
			const key = `lane-${lane.number}`.padEnd(22, '0');
			lanes.set(key, lane);
			return { key, lane, log: used };
		},
		async follow(transport, key, options) {
			const follower = await follow(transport, origin, key, options);
			followers.push(follower);
			return follower;
		},
		cut() {
			for (const socket of sockets) socket.resetAndDestroy();
			return sockets.size;
		},
		closeIdle: () => server.closeIdleConnections(),
		shutDown: () => parts.shutDown(),
		async close() {
			await Promise.all(followers.map(({ client }) => client.stop()));
			await parts.shutDown();
			server.closeAllConnections();
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

function wire(bounds: Partial<TransportBounds>, lanes: ReadonlyMap<string, BareLane>) {
	const options = parseOptions({});
	const sockets = new OpenSockets(options.limits.idleSeconds);
	const counters = { refused: () => undefined, ran: () => undefined };
	const gate = new HostGate(options);
	const subscribers = {
		find(key: string) {
			const lane = lanes.get(key);
			return lane?.isEnded === false ? lane : null;
		}
	};
	const transports = new Transports({ subscribers, gate, counters, sockets, bounds });
	const limits = { ...options.limits, upgradesPerMinute: 10_000, maxConnectionsPerAddress: 4_096 };
	const router = new UpgradeRouter({
		gate,
		addresses: new ClientAddresses([]),
		connections: new ConnectionLimits(limits),
		sockets,
		registry: { redeem: () => null, redeemRaw: () => null },
		channel: { upgrade: () => undefined },
		echo: new EchoPeer(options.limits),
		raw: null,
		endpoints: transports.upgrades,
		room: 0,
		counters,
		log: pino({ level: 'silent' })
	});
	const endpoints = new HttpEndpoints(transports.endpoints);
	function handle(request: IncomingMessage, response: ServerResponse): void {
		const target = parseTarget(request.url);
		if (!target) return answer(response, 404, '');
		if (!gate.allowsHost(request)) return answer(response, 421, '');
		endpoints.handle(request, response, target);
	}
	async function shutDown(): Promise<void> {
		router.isClosing = true;
		transports.close();
		await sockets.close(0);
	}
	return { transports, router, handle, shutDown };
}
