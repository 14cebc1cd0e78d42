/** Files that the handler of the pages pipes into its answers, as sirv does. */
import { once } from 'node:events';
import { createReadStream, type ReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { createPageServer } from '#server/http/page-server.ts';
import { openRaw, type RawClient } from './support/raw-client.ts';

const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const options = parseOptions({});
const lab = createLabServer({ ...options, log: pino({ level: 'silent' }) });
const files: ReadStream[] = [];
const server = createPageServer(options, lab, (request, response) => {
	if (request.url === '/throws') throw new Error('thrown');
	if (request.url === '/rejects') return Promise.reject(new Error('rejected'));
	if (request.url === '/range') return response.end(`range ${request.headers.range}`);
	const file = createReadStream(request.url === '/lock' ? LOCK : '/nowhere');
	files.push(file);
	file.pipe(response);
});

beforeAll(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterAll(async () => {
	await lab.close();
	server.closeAllConnections();
	server.close();
});

async function get(path: string, times = 1): Promise<RawClient> {
	const client = await openRaw((server.address() as AddressInfo).port);
	client.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nRange: bytes=9-1\r\n\r\n`.repeat(times));
	return client;
}

describe('a file', () => {
	it('that has gone ends its answer, and nothing else', async () => {
		const client = await get('/gone');
		await client.until(({ socket }) => socket.readableEnded);
		client.destroy();
		expect(files.at(-1)?.destroyed).toBe(true);
	});

	it('is closed when its reader has left', async () => {
		files.length = 0;
		const client = await get('/lock', 100);
		client.socket.pause();
		await vi.waitUntil(() => files.length > 0);
		client.destroy();
		await vi.waitUntil(() => files.every((file) => file.closed), {
			timeout: 10_000
		});
	}, 15_000);
});

describe('a request', () => {
	it.each(['/throws', '/rejects'])('for which the pages fail gets 500: %s', async (path) => {
		const client = await get(path);
		await client.until(({ text }) => text.includes('failed'));
		expect(client.text).toMatch(/^HTTP\/1.1 500 /);
		client.destroy();
	});

	it('for a range is answered as one for the whole', async () => {
		const client = await get('/range');
		await client.until(({ text }) => text.includes('range '));
		expect(client.text).toContain('range undefined');
		client.destroy();
	});
});
