/** A server with Socket.IO, its lanes, and its clients: the library’s own, and those by hand. */
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { EventLog } from '#server/streams/event-log.ts';
import { BareLanes, type BareLane } from './bare-lanes.ts';
import { EngineClient, nextOf, socketIoPath } from './engine-client.ts';
import { startLab, type LabFixture } from './lab-fixture.ts';

export const KIB = 1024;
export const OVER_WEBSOCKET = { EIO: '4', transport: 'websocket' };

export const connected = (socket: Socket) =>
	new Promise<Socket>((resolve, reject) => {
		socket.once('connect', () => resolve(socket));
		socket.once('connect_error', reject);
	});

/** The first argument of its next event of this name. */
export const next = (socket: Socket, name: string) =>
	new Promise<unknown>((resolve) => socket.once(name, resolve));

interface OpenedLane {
	readonly key: string;
	readonly log: EventLog;
	readonly lane: BareLane;
}

export class SocketIoLab {
	readonly lanes = new BareLanes();
	#lab: LabFixture | null = null;
	#count = 0;
	readonly #sockets: Socket[] = [];

	async start(): Promise<void> {
		this.#lab = await startLab({ subscribers: this.lanes });
	}

	get lab(): LabFixture {
		if (this.#lab === null) throw new TypeError('the lab has not been started');
		return this.#lab;
	}

	openLane(settings: Partial<BareLane['settings']> = {}, log = new EventLog()): OpenedLane {
		const key = `lane-${++this.#count}`;
		return { key, log, lane: this.lanes.add(key, settings, log) };
	}

	/** The library's own. */
	client(lane: string, options: Partial<ManagerOptions & SocketOptions> = {}): Socket {
		const socket = io(`http://127.0.0.1:${this.lab.port}`, {
			path: TRANSPORT_PATHS['socket-io'],
			query: { lane },
			forceNew: true,
			reconnection: false,
			...options
		});
		this.#sockets.push(socket);
		return socket;
	}

	engine(lane: string): EngineClient {
		return new EngineClient(this.lab.port, lane);
	}

	/** A WebSocket by hand, which has had the packet that opens its session. */
	async openSocket(lane: string): Promise<WebSocket> {
		const path = socketIoPath({ ...OVER_WEBSOCKET, lane });
		const webSocket = new WebSocket(`ws://127.0.0.1:${this.lab.port}${path}`);
		webSocket.on('error', () => undefined);
		onTestFinished(() => webSocket.terminate());
		await nextOf(webSocket);
		return webSocket;
	}

	/** The same, in the namespace. */
	async joined(lane: string): Promise<WebSocket> {
		const webSocket = await this.openSocket(lane);
		webSocket.send('40');
		expect(await nextOf(webSocket)).toMatch(/^40\{"sid"/);
		return webSocket;
	}

	disconnect(): void {
		for (const socket of this.#sockets.splice(0)) socket.disconnect();
	}
}

/** One for all tests of the file. */
export function useSocketIoLab(): SocketIoLab {
	const socketIo = new SocketIoLab();
	beforeAll(() => socketIo.start());
	afterAll(() => socketIo.lab.close());
	afterEach(() => socketIo.disconnect());
	return socketIo;
}
