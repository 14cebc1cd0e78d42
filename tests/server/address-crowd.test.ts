/** How many TCP connections one address may have, and what happens to the next one. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageServer, SPARE_CONNECTIONS } from '#server/http/page-server.ts';
import { createLabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { openMany } from './support/open-many.ts';
import { openRaw, openWebSocket, type RawClient } from './support/raw-client.ts';

vi.setConfig({ testTimeout: 60_000 });

const WEBSOCKETS = 2;
const MOST = WEBSOCKETS + SPARE_CONNECTIONS;
const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

const options = parseOptions({ MAX_CONNECTIONS_PER_ADDRESS: String(WEBSOCKETS) });
const lab = createLabServer({ ...options, log: pino({ level: 'silent' }) });
const server = createPageServer(options, lab, (_request, response) => response.end('the page'));
lab.attach(server);
const clients: RawClient[] = [];
let port: number;

beforeEach(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
	for (const client of clients.splice(0)) client.destroy();
	await lab.close();
	server.closeAllConnections();
	server.close();
});

it('an address at its bound of WebSockets has 1,024 connections more, and the next one ends', async () => {
	for (let open = 0; open < WEBSOCKETS; open++) {
		clients.push(await openWebSocket(port, '/ws/echo'));
	}
	const refused = await openWebSocket(port, '/ws/echo');
	expect(refused.text).toMatch(/^HTTP\/1\.1 429 /);
	refused.destroy();
	await vi.waitUntil(async () => (await connections()) === WEBSOCKETS);

	clients.push(...(await openMany(port, SPARE_CONNECTIONS)));
	const last = clients.at(-1);
	last?.write(GET);
	await last?.until(({ text }) => text.includes('the page'));
	expect(await connections()).toBe(MOST);

	const beyond = await openRaw(port);
	await beyond.until(({ socket }) => socket.readableEnded);
	beyond.destroy();
	expect([beyond.length, await connections()]).toEqual([0, MOST]);

	// A place is free as soon as any of them has gone, be it a WebSocket.
	clients[0]?.destroy();
	await vi.waitUntil(async () => (await connections()) === MOST - 1);
	const next = await openRaw(port);
	clients.push(next);
	next.write(GET);
	await next.until(({ text }) => text.includes('the page'));
	expect(next.text).toMatch(/^HTTP\/1\.1 200 /);
});

function connections(): Promise<number> {
	return new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
}
