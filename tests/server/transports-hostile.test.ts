/**
 * What clients of lanes may try against everybody else: floods, connections that are never read,
 * requests that hide behind others. Each costs its own connection, lane or session, and no more.
 */
import { Buffer } from 'node:buffer';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import type { TransportBounds } from '#server/transports/transports.ts';
import { BareLanes, type BareLane } from './support/bare-lanes.ts';
import { openRaw, type RawClient } from './support/raw-client.ts';

vi.setConfig({ testTimeout: 30_000 });

let lanes: BareLanes;
let lane: BareLane;
let lab: LabServer;
let server: Server;
let port: number;
const clients: RawClient[] = [];

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
