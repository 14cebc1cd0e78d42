/**
 * What clients of lanes may try against everybody else: floods, connections that are never read,
 * requests that hide behind others. Each costs its own connection, lane or session, and no more.
 */
import { Buffer } from 'node:buffer';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { LaneWatch } from '#server/network/conditions.ts';
import { parseOptions } from '#server/options.ts';
import { attachTap } from '#server/tap/tap.ts';
import type { TransportBounds } from '#server/transports/transports.ts';
import { BareLanes, type BareLane } from './support/bare-lanes.ts';
import { EngineClient, SEPARATOR } from './support/engine-client.ts';
import { openRaw, type RawClient } from './support/raw-client.ts';

vi.setConfig({ testTimeout: 15_000 });

let lanes: BareLanes;
let lane: BareLane;
let lab: LabServer;
let server: Server;
let port: number;
const clients: Pick<RawClient, 'destroy'>[] = [];

async function start(transportBounds: Partial<TransportBounds> = {}): Promise<void> {
	lanes = new BareLanes();
	lane = lanes.add('KEY');
	lanes.add('ZIP', { compression: true });
	lab = createLabServer({
		...parseOptions({ SHUTDOWN_SECONDS: '0' }),
		log: pino({ level: 'silent' }),
		subscribers: lanes,
		transportBounds
	});
	server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	port = (server.address() as AddressInfo).port;
}

async function stop(): Promise<void> {
	for (const client of clients.splice(0)) client.destroy();
	await lab.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

beforeEach(() => start());
afterEach(stop);

const POLL = '/lab/events/poll?lane=KEY';
const LONG = '/lab/events/long-poll?lane=KEY';
const STREAM = '/lab/events/stream?lane=KEY';

function get(target: string, headers = ''): string {
	return `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`;
}

/** Says this on a connection of its own, which stays open. */
async function say(text: string | Buffer): Promise<RawClient> {
	const client = await openRaw(port);
	clients.push(client);
	client.write(text);
	return client;
}

const statuses = ({ text }: RawClient): number[] =>
	[...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

describe('requests that do not wait for answers', () => {
	it('are answered in order while they are few', async () => {
		const client = await say(get(POLL).repeat(3));
		await client.until(() => statuses(client).length === 3);
		expect(statuses(client)).toEqual([200, 200, 200]);
	});

	it('are refused from the sixth that waits on, and their connection ends', async () => {
		const client = await say(get(POLL).repeat(500));
		await client.until(({ socket }) => socket.readableEnded);
		expect(statuses(client)).toEqual([200, 200, 200, 200, 200, 429]);
		expect(lane.observed).toHaveLength(5);
	});

	it('may come again once those before are answered', async () => {
		const client = await openRaw(port);
		clients.push(client);
		for (let round = 1; round <= 5; round++) {
			client.write(get(POLL).repeat(4));
			await client.until(() => statuses(client).length === 4 * round);
		}
		expect(new Set(statuses(client))).toEqual(new Set([200]));
	});
});

describe('a lane that asks too often', () => {
	it('is refused for a moment, and others are not', async () => {
		await stop();
		await start({ questionsPerSecond: 1, questionBurst: 3 });
		lanes.add('OTHER');
		const ask = async (target: string) => {
			const response = await fetch(`http://127.0.0.1:${port}${target}`);
			return [response.status, response.headers.get('retry-after')];
		};
		for (let count = 0; count < 3; count++) expect(await ask(POLL)).toEqual([200, null]);
		expect(await ask(POLL)).toEqual([429, '1']);
		expect(await ask(STREAM)).toEqual([429, '1']);
		expect(await ask('/lab/socket.io/?EIO=4&transport=polling&lane=KEY')).toEqual([429, '1']);
		expect(await ask('/lab/events/poll?lane=OTHER')).toEqual([200, null]);
	});
});

describe('readers who take nothing', () => {
	it('share what may wait for all of them', async () => {
		await stop();
		await start({ buffered: 2 ** 20, bufferedInAll: 2 ** 21, leastBuffered: 2 ** 16, perLane: 99 });
		const readers = await Promise.all(Array.from({ length: 32 }, () => say(get(STREAM))));
		await expect.poll(() => lab.held()).toBe(32);
		for (const { socket } of readers) socket.pause();
		let appended = 0;
		while (lab.held() > 8) {
			for (let count = 0; count < 8; count++) lane.log.append('x'.repeat(16_384));
			appended += 8 * 16_384;
			await new Promise(setImmediate);
		}
		expect(lane.drops.length).toBeGreaterThanOrEqual(24);
		expect(appended).toBeLessThan(2 ** 24);
	});
});

describe('lanes with long delays', () => {
	const MIB = 2 ** 20;

	it('share what may be on its way for all of them, and get all of it through', async () => {
		await stop();
		const watch = new LaneWatch(() => ({ delay: 100, jitter: 0 }), { mostInAll: 2 * MIB });
		let received = 0;
		server = createServer((request, response) => {
			request.on('data', (bytes: Buffer) => (received += bytes.length));
			request.on('end', () => response.end());
		});
		server.on('connection', (socket) => {
			attachTap(socket);
			watch.attach(socket);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		port = (server.address() as AddressInfo).port;
		const head = `POST /x?lane=KEY HTTP/1.1\r\nHost: a\r\nContent-Length: ${MIB}\r\n\r\n`;
		const request = Buffer.concat([Buffer.from(head), Buffer.alloc(MIB)]);
		const senders = await Promise.all(Array.from({ length: 8 }, () => say(request)));
		let peak = 0;
		while (senders.some((client) => statuses(client).length === 0)) {
			peak = Math.max(peak, watch.bytes);
			await new Promise(setImmediate);
		}
		expect(received).toBe(8 * MIB);
		// Each of them may have one read more.
		expect(peak).toBeLessThan(2 * MIB + 8 * 80 * 1024);
		for (const client of clients) client.destroy();
		await expect.poll(() => watch.bytes).toBe(0);
	});

	it('may go on sending when the server has let go of them', async () => {
		lanes.add('SLOW', { delay: 150, jitter: 0 });
		const client = await say(get('/lab/events/poll?lane=SLOW').repeat(6));
		while (client.socket.writable) {
			client.write('x'.repeat(1024));
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		// What Node throws where it still reads for them would end this test as it ended the server.
		expect((await fetch(`http://127.0.0.1:${port}${POLL}`)).status).toBe(200);
	});
});

describe('messages that inflate to many times their size', () => {
	it.each([
		['/ws/events?lane=ZIP', ''],
		['/lab/socket.io/?EIO=4&transport=websocket&lane=ZIP', '40']
	])('end their own connection with 1009: %s', async (target, first) => {
		const webSocket = new WebSocket(`ws://127.0.0.1:${port}${target}`, {
			perMessageDeflate: { threshold: 0 }
		});
		clients.push({ destroy: () => webSocket.terminate() });
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		await new Promise((resolve) => webSocket.once('open', resolve));
		if (first) webSocket.send(first);
		webSocket.send('x'.repeat(2 ** 24), { compress: true });
		expect(await closed).toBe(1009);
		expect((await fetch(`http://127.0.0.1:${port}${POLL}`)).status).toBe(200);
	});
});

describe('messages over Socket.IO', () => {
	const asking = (count: number) =>
		Array.from({ length: count }, (_, id) => `42${id}["message","x"]`).join(SEPARATOR);

	it('whose acknowledgements nobody fetches end the session before they pile up', async () => {
		await stop();
		await start({ buffered: 2 ** 16 });
		const client = await new EngineClient(port, 'KEY').open('');
		while (await client.isKnown()) await client.post(asking(100));
		expect(lane.drops).toEqual(['slow-reader']);
		expect(lane.received.length).toBeLessThan(2000);
	});

	it('that are not taken are told so, and in the end are no more read', async () => {
		lane.takes = false;
		const client = await new EngineClient(port, 'KEY').open('');
		await client.post(asking(50));
		expect(await (await client.poll()).text()).toContain('430[false]');
		expect(await client.isKnown()).toBe(true);
		await client.post(asking(100));
		expect(await (await client.poll()).text()).not.toContain('4399[false]');
		await expect.poll(() => client.isKnown(), { timeout: 5_000 }).toBe(false);
	});

	it('are not to be had as a script of another page', async () => {
		const target = '/lab/socket.io/?EIO=4&transport=polling&lane=KEY&j=0';
		const response = await fetch(`http://127.0.0.1:${port}${target}`);
		expect([response.status, await response.text()]).toEqual([
			400,
			expect.stringContaining('JSONP')
		]);
	});
});

describe('what a request says of itself', () => {
	it.each([
		['gzip', true],
		['deflate, gzip;q=0.5', true],
		['GZIP', true],
		['gzip;q=0', false],
		['gzip;q=0.000, deflate', false],
		['gzipped', false],
		['x-gzip, br', false],
		['*', false],
		[`gzip${' '.repeat(15_000)}x`, false]
	])('Accept-Encoding: %.40s', async (accepted, isCompressed) => {
		const client = await say(
			get('/lab/events/poll?lane=ZIP', `Accept-Encoding: ${accepted}\r\nConnection: close\r\n`)
		);
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text.includes('Content-Encoding: gzip')).toBe(isCompressed);
	});
});

describe('an upgrade that nobody takes', () => {
	it('leaves no connection behind, however long the answer', async () => {
		await stop();
		await start();
		server.removeAllListeners('request');
		// As SvelteKit writes: it goes on once there is room.
		server.on('request', (_request, response) => {
			if (response.write('x'.repeat(100_000))) response.end('all');
			else response.once('drain', () => response.end('all'));
		});
		const client = await say(get('/page', 'Upgrade: h2c\r\nConnection: Upgrade\r\n'));
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text).toMatch(/all\r\n0\r\n\r\n$/);
		client.socket.end();
		await client.closed;
	});
});

describe('a request behind one that is never answered', () => {
	it.each([
		['question', LONG],
		['event stream', STREAM]
	])('leaves its place when the connection ends: a %s', async (_name, target) => {
		const client = await say(get(STREAM) + get(target).repeat(2));
		await expect.poll(() => lab.held()).toBe(3);
		client.destroy();
		await expect.poll(() => lab.held()).toBe(0);
		expect(lane.listeners).toBeLessThanOrEqual(1);
	});

	it('is no place to pile events up', async () => {
		await stop();
		await start({ buffered: 2 ** 16 });
		const client = await say(get(STREAM) + get(STREAM));
		await expect.poll(() => lab.held()).toBe(2);
		for (let count = 0; count < 20; count++) {
			lane.log.append('x'.repeat(2 ** 14));
			await new Promise(setImmediate);
		}
		await client.closed;
		expect(lane.drops).toContain('slow-reader');
	});
});
