/** A lab as it is started in production: raw connections reach it whole, and end with it. */
import { Buffer } from 'node:buffer';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { LoopbackListener } from '#server/sockets/loopback-listener.ts';
import { maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';
import { opened, pause, RawPage, script, write } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const SECRET = 'bytes of a student';
let lab: LabServer;
let server: Server;
let port: number;
let page: RawPage;
let lines: string[];

beforeEach(async () => {
	lines = [];
	const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
	lab = createLabServer({ ...parseOptions({ SHUTDOWN_SECONDS: '1' }), log });
	server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	port = (server.address() as AddressInfo).port;
	page = new RawPage(port);
});

afterEach(async () => {
	page.channel.close();
	await lab.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

it('counts runs by role and outcome, and logs no byte of them', async () => {
	const frame = maskedFrame(0x81, Buffer.from(SECRET));
	const seen = await page.rawClient(opened(write(frame), write(SECRET)));
	await seen.until(({ outcomes }) => outcomes.length === 1);
	const { path } = await page.rawServer(script([write(SECRET)]));
	const refused = await openWebSocket(port, path.replace('ticket=', 'ticket=x'));
	const client = await openWebSocket(port, path);
	await client.untilAfterHead(SECRET.length);
	const reader = await openRaw(port);
	reader.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
	await reader.until(({ socket }) => socket.readableEnded);
	reader.destroy();
	expect(reader.text).toContain('wire101_runs_total{role="client",outcome="written"} 1');
	expect(reader.text).toContain('wire101_runs_total{role="server",outcome="written"} 1');
	expect(lines.join('')).toContain('refused an upgrade');
	expect(lines.join('')).not.toContain(SECRET);
	expect(lines.join('')).not.toContain('ticket=');
	refused.destroy();
	client.destroy();
});

it('ends raw connections with the server, and the page learns of it', async () => {
	const raw = await page.rawClient(opened(pause(10_000)));
	await raw.until(({ told }) => told.length === 1);
	const { path, seen } = await page.rawServer(script([write('x'), pause(10_000)]));
	const client = await openWebSocket(port, path);
	await client.untilAfterHead(1);
	const closing = lab.close();
	await client.until(({ socket }) => socket.readableEnded);
	client.socket.end();
	await closing;
	await raw.until(({ outcomes, ends }) => outcomes.length === 1 && ends.length === 2);
	await seen.until(({ outcomes, ends }) => outcomes.length === 1 && ends.length > 0);
	expect(seen.outcomes).toEqual(['cancelled']);
});

const through = { kind: 'tls' } as const;

it('lets raw clients through TLS a moment after its start', async () => {
	const command = { type: 'raw-client', way: through, script: opened(write('x')) } as const;
	await expect.poll(() => page.codeOf(command), { timeout: 10_000 }).toBeNull();
	await expect.poll(() => page.events.some(({ kind }) => kind === 'server')).toBe(true);
	expect(lines.join('')).not.toContain('no TLS');
});

it('says in its log that there is no TLS, and goes on', async () => {
	const listen = vi.spyOn(LoopbackListener.prototype, 'listen');
	listen.mockRejectedValueOnce(new Error('no port is free'));
	await expect.poll(() => lines.join(''), { timeout: 10_000 }).toContain('raw clients have no TLS');
	listen.mockRestore();
	const seen = await page.rawClient(opened());
	await seen.until((now) => now.bytes('server').includes(' 101 '));
	const late = new RawPage(port);
	const command = { type: 'raw-client', way: through, script: opened() } as const;
	expect(await late.codeOf(command)).toBe('tls-off');
	expect(late.terms?.hasTls).toBe(false);
	late.channel.close();
});
