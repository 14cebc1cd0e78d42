/** Network conditions of lanes on real sockets: bytes and order are kept, time is added. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { LaneWatch, type FindConditions } from '#server/network/conditions.ts';
import type { NetworkClock } from '#server/network/delay-queue.ts';
import { attachTap, tapOf } from '#server/tap/tap.ts';
import type { Observation } from '#server/tap/recording-sink.ts';
import { maskedFrame, openRaw, openWebSocket, type RawClient } from './support/raw-client.ts';

const SLOW = 'slow-lane-slow-lane-01';
const SHAKY = 'shaky-lane-shaky-lane1';
const PLAIN = 'plain-lane-plain-lane1';
const DELAY = 60;
const MIB = 2 ** 20;

const CONDITIONS: Record<string, ReturnType<FindConditions>> = {
	[SLOW]: { delay: DELAY, jitter: 0 },
	[SHAKY]: { delay: 0, jitter: 25 },
	[PLAIN]: { delay: 0, jitter: 0 }
};

/** Real time, and which timers wait. */
class CountingClock implements NetworkClock {
	readonly waiting = new Set<unknown>();
	now = () => performance.now();

	setTimeout(callback: () => void, ms: number): unknown {
		const timer = setTimeout(() => {
			this.waiting.delete(timer);
			callback();
		}, ms);
		this.waiting.add(timer);
		return timer;
	}

	clearTimeout(timer: unknown): void {
		this.waiting.delete(timer);
		clearTimeout(timer as NodeJS.Timeout);
	}
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What the tap and the server's code saw, and when. */
interface Fixture {
	readonly port: number;
	readonly server: Server;
	readonly clock: CountingClock;
	readonly sockets: Socket[];
	readonly events: { kind: string; direction?: string; at: number; bytes?: Uint8Array }[];
}

const open: { server: Server; sockets: Socket[]; clients: RawClient[] }[] = [];

afterEach(async () => {
	for (const { server, sockets, clients } of open.splice(0)) {
		for (const client of clients) client.destroy();
		for (const socket of sockets) socket.destroy();
		if (server.listening) await new Promise((resolve) => server.close(resolve));
	}
});

function observationOf(events: Fixture['events']): Observation {
	const sink: Observation['sink'] = {
		now: () => Math.round(performance.now() * 1000),
		append: (event) => events.push({ ...event, at: performance.now() })
	};
	const nothing = () => undefined;
	return { connection: 1, sink, take: () => true, attach: nothing, release: nothing };
}

async function serve(handler: Handler): Promise<Fixture> {
	const clock = new CountingClock();
	const sockets: Socket[] = [];
	const events: Fixture['events'] = [];
	const random = seeded();
	const watch = new LaneWatch((key) => CONDITIONS[key] ?? null, { clock, random });
	const server = createServer((request, response) => {
		tapOf(request.socket)?.observe(request, response, observationOf(events), Infinity);
		handler(request, response);
	});
	server.on('connection', (socket: Socket) => {
		attachTap(socket);
		watch.attach(socket);
		sockets.push(socket);
	});
	echoUpgrades(server, events);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	open.push({ server, sockets, clients: [] });
	return { port: (server.address() as AddressInfo).port, server, clock, sockets, events };
}

function echoUpgrades(server: Server, events: Fixture['events']): void {
	const webSockets = new WebSocketServer({ noServer: true });
	server.on('upgrade', (request, socket: Socket, head) => {
		tapOf(socket)?.observe(request, null, observationOf(events), Infinity);
		webSockets.handleUpgrade(request, socket, head, (webSocket) => {
			webSocket.on('message', (data) => webSocket.send(data));
		});
	});
}

/** A linear congruential generator: the same numbers in each run. */
function seeded(): () => number {
	let state = 1;
	return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

function connect(port: number): Promise<RawClient> {
	return openRaw(port).then((client) => {
		open.at(-1)?.clients.push(client);
		return client;
	});
}

function get(key: string | null, path = '/x'): string {
	const query = key === null ? '' : `?lane=${key}`;
	return `GET ${path}${query} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
}

const answerPath: Handler = (request, response) => response.end(request.url?.split('?')[0]);

function nextTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

function closeOf(socket: Socket): Promise<void> {
	return new Promise((resolve) => socket.once('close', () => resolve()));
}

/** How long the answer to `request` took, ms. */
async function timeOf(client: RawClient, request: string, body: string): Promise<number> {
	const start = performance.now();
	const from = client.length;
	client.write(request);
	await client.until(({ text }) => text.slice(from).endsWith(body));
	return performance.now() - start;
}

describe('a lane with a delay', () => {
	it('is asked late, and answered late', async () => {
		const { port, events } = await serve(answerPath);
		const client = await connect(port);
		const start = performance.now();
		await timeOf(client, get(SLOW), '/x');
		const end = performance.now();
		const [read, written] = events.filter(({ kind }) => kind === 'data').map(({ at }) => at);
		expect((read ?? 0) - start).toBeGreaterThanOrEqual(DELAY);
		expect(end - (written ?? 0)).toBeGreaterThanOrEqual(DELAY);
	});

	it('is delayed after its upgrade too, each way', async () => {
		const { port, events } = await serve(answerPath);
		const client = await openWebSocket(port, `/ws?lane=${SLOW}`);
		open.at(-1)?.clients.push(client);
		events.length = 0;
		const start = performance.now();
		client.write(maskedFrame(0x81, Buffer.from('Hello')));
		await client.untilAfterHead(7);
		const end = performance.now();
		const [read, written] = events.map(({ at }) => at);
		expect(client.afterHead.subarray(2).toString()).toBe('Hello');
		expect((read ?? 0) - start).toBeGreaterThanOrEqual(DELAY);
		expect(end - (written ?? 0)).toBeGreaterThanOrEqual(DELAY);
	});

	it('shares a connection with lanes that have none, request by request', async () => {
		const { port } = await serve(answerPath);
		const client = await connect(port);
		const starts: number[] = [];
		for (const key of [PLAIN, SLOW, PLAIN, null, SLOW]) {
			starts.push(await timeOf(client, get(key, `/${starts.length}`), `/${starts.length}`));
		}
		expect(starts[1]).toBeGreaterThanOrEqual(2 * DELAY);
		expect(starts[4]).toBeGreaterThanOrEqual(2 * DELAY);
	});

	it('has its requests in one chunk answered in order', async () => {
		const { port } = await serve(answerPath);
		const client = await connect(port);
		const requests = [get(SLOW, '/a'), get(PLAIN, '/b'), get(SLOW, '/c')];
		client.write(requests.join(''));
		await client.until(({ text }) => text.includes('/c'));
		expect(client.text.match(/\/[abc](?=HTTP|$)/g)).toEqual(['/a', '/b', '/c']);
	});

	it('has its requests in chunks behind each other answered in order', async () => {
		const { port } = await serve(answerPath);
		const client = await connect(port);
		for (const [path, key] of Object.entries({ a: SLOW, b: PLAIN, c: SHAKY, d: PLAIN })) {
			await new Promise((resolve) => client.socket.write(get(key, `/${path}`), resolve));
			await nextTurn();
		}
		await client.until(({ text }) => text.endsWith('/d'));
		expect(client.text.match(/\/[abcd](?=HTTP|$)/g)).toEqual(['/a', '/b', '/c', '/d']);
	});
});

describe('a connection without conditions', () => {
	it.each([PLAIN, null])('has no line and no timer (%s)', async (key) => {
		const { port, clock, sockets } = await serve(answerPath);
		const client = await connect(port);
		await timeOf(client, get(key), '/x');
		expect(clock.waiting.size).toBe(0);
		expect(Object.getOwnPropertyNames(sockets[0])).not.toContain('_read');
	});
});

describe('under jitter', () => {
	it('bytes arrive as they were sent, both ways', async () => {
		const received: Buffer[] = [];
		const { port } = await serve((request, response) => {
			request.on('data', (chunk: Buffer) => {
				received.push(chunk);
				response.write(chunk);
			});
			request.on('end', () => response.end());
		});
		const body = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) & 255));
		const client = await connect(port);
		client.write(
			`POST /x?lane=${SHAKY} HTTP/1.0\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`
		);
		for (let from = 0; from < body.length; from += 1009) {
			client.write(body.subarray(from, from + 1009));
			await nextTurn();
		}
		await client.until(({ socket }) => socket.readableEnded);
		expect(Buffer.concat(received).equals(body)).toBe(true);
		expect(client.afterHead.equals(body)).toBe(true);
	});

	it('1,000 small messages come back in order', async () => {
		const { port } = await serve(answerPath);
		const client = await openWebSocket(port, `/ws?lane=${SHAKY}`);
		open.at(-1)?.clients.push(client);
		const texts = Array.from({ length: 1000 }, (_, index) => String(index).padStart(4, '0'));
		for (const text of texts) client.write(maskedFrame(0x81, Buffer.from(text)));
		await client.untilAfterHead(6000);
		const echoed = texts.map((_, index) =>
			client.afterHead.toString('latin1', index * 6 + 2, index * 6 + 6)
		);
		expect(echoed).toEqual(texts);
	});

	it('the tap records what crossed the wire', async () => {
		const { port, events } = await serve(answerPath);
		const client = await connect(port);
		await timeOf(client, get(SHAKY), '/x');
		const bytes = (side: string) =>
			Buffer.concat(
				events.flatMap(({ direction, bytes }) => (direction === side && bytes ? [bytes] : []))
			).toString('latin1');
		expect(bytes('client')).toBe(get(SHAKY));
		expect(bytes('server')).toBe(client.text);
	});
});

describe('ends', () => {
	it('our FIN comes after what was written before', async () => {
		const { port } = await serve((_request, response) => {
			response.writeHead(200, { Connection: 'close' });
			for (let part = 0; part < 50; part++) response.write(`${part} `);
			response.end('last');
		});
		const client = await connect(port);
		const start = performance.now();
		client.write(get(SLOW));
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text).toContain('last\r\n0\r\n\r\n');
		expect(performance.now() - start).toBeGreaterThanOrEqual(2 * DELAY);
	});

	it('a socket destroyed right after a write has the write sent first', async () => {
		const { port } = await serve((request) => {
			request.socket.write('HTTP/1.1 200 OK\r\n\r\nlast words');
			request.socket.destroy();
		});
		const client = await connect(port);
		client.write(get(SLOW));
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text).toContain('last words');
		expect(client.hasReset).toBe(false);
	});

	it('a reset comes after what was written before', async () => {
		const { port, events } = await serve((request) => {
			request.socket.write('HTTP/1.1 200 OK\r\n\r\nlast words');
			request.socket.resetAndDestroy();
		});
		const client = await connect(port);
		client.write(get(SLOW));
		// Data and RST arrive together: libuv makes an end of them.
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text).toContain('last words');
		expect(events.at(-1)).toMatchObject({ kind: 'rst', direction: 'server' });
	});

	it("the client's FIN comes after its last bytes, and late", async () => {
		const { port, events } = await serve(answerPath);
		const client = await openWebSocket(port, `/ws?lane=${SLOW}`);
		open.at(-1)?.clients.push(client);
		events.length = 0;
		client.socket.end(maskedFrame(0x81, Buffer.from('Hello')));
		const start = performance.now();
		await client.until(({ socket }) => socket.readableEnded);
		const ofClient = events.filter(({ direction }) => direction === 'client');
		expect(ofClient.map(({ kind }) => kind)).toEqual(['data', 'fin']);
		expect((ofClient[1]?.at ?? 0) - start).toBeGreaterThanOrEqual(DELAY);
	});

	it("the client's reset comes after its last bytes, and late", async () => {
		const { port, events, sockets } = await serve(answerPath);
		const client = await openWebSocket(port, `/ws?lane=${SLOW}`);
		events.length = 0;
		const [socket] = sockets as [Socket];
		const closed = closeOf(socket);
		const { bytesRead } = socket;
		client.write(maskedFrame(0x81, Buffer.from('Hello')));
		// An RST that arrives together with data is an end to libuv.
		while (socket.bytesRead === bytesRead) await nextTurn();
		const start = performance.now();
		client.socket.resetAndDestroy();
		await closed;
		const ofClient = events.filter(({ direction }) => direction === 'client');
		expect(ofClient.map(({ kind }) => kind)).toEqual(['data', 'rst']);
		expect((ofClient[1]?.at ?? 0) - start).toBeGreaterThanOrEqual(DELAY);
	});

	it.each(['client', 'server'])('dropped by the %s, a line leaves no timer', async (side) => {
		const { port, clock, sockets } = await serve(() => undefined);
		const client = await connect(port);
		client.write(get(SLOW));
		const [socket] = sockets as [Socket];
		await once(socket, 'data');
		const closed = closeOf(socket);
		if (side === 'server') socket.destroy();
		else client.socket.resetAndDestroy();
		await closed;
		expect(clock.waiting.size).toBe(0);
	});
});

describe('a reader that takes nothing', () => {
	it('makes the writer wait once 1 MiB is on its way', async () => {
		const parts = 64;
		let taken = 0;
		const { port, sockets } = await serve((_request, response) => {
			response.writeHead(200, { 'Content-Length': parts * 65_536 });
			const socket = response.socket as Socket;
			response.flushHeaders();
			for (let part = 0; part < parts; part++) {
				socket.write(Buffer.alloc(65_536, part), () => taken++);
			}
		});
		const client = await connect(port);
		client.write(get(SLOW));
		const [socket] = sockets as [Socket];
		await once(socket, 'data');
		await nextTurn();
		expect(taken).toBeLessThan(parts);
		expect(socket.writableLength).toBeGreaterThan(0);
		await client.untilAfterHead(parts * 65_536);
		expect(client.afterHead.length).toBe(parts * 65_536);
	});

	it('stops the handle from being read once 1 MiB waits, and gets all of it later', async () => {
		const { port } = await serve(async (request, response) => {
			const read = () => request.socket.bytesRead;
			for (let turns = 0; turns < 50; turns += read() > MIB ? 1 : 0) await nextTurn();
			const early = read();
			let length = 0;
			request.on('data', (chunk: Buffer) => (length += chunk.length));
			request.on('end', () => response.end(`${early} ${length}.`));
		});
		const length = 12 * MIB;
		const client = await connect(port);
		client.write(`POST /?lane=${SLOW} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
		client.write(Buffer.alloc(length));
		await client.until(({ text }) => text.endsWith('.'));
		const [early, late] =
			client.afterHead
				.toString()
				.match(/\d+ \d+\./)?.[0]
				.split(' ') ?? [];
		expect(Number(early)).toBeLessThan(2 * MIB);
		expect(late).toBe(`${length}.`);
	});
});
