/** The production entry as a process of its own: how it starts, and how it ends. */
import { Buffer } from 'node:buffer';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileLab } from '#server/vite-plugin.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';

const ROOT = process.cwd();
const directory = resolve(ROOT, `node_modules/.cache/wire101-shutdown-${process.pid}`);
const children = new Set<ChildProcess>();

/** Pages: `/slow` is held for longer than a signal takes to arrive. */
const PAGES = `export function handler(request, response) {
	const wait = request.url === '/slow' ? 600 : 0;
	setTimeout(() => response.end('page ' + request.headers['x-forwarded-proto']), wait);
}`;

beforeAll(async () => {
	mkdirSync(directory, { recursive: true });
	writeFileSync(join(directory, 'handler.js'), PAGES);
	writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
	await compileLab(ROOT, join(directory, 'lab'));
}, 60_000);
afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Started {
	readonly child: ChildProcess;
	readonly output: () => string;
	readonly exited: Promise<unknown[]>;
}

function launch(env: Record<string, string>, args: string[] = []): Started {
	const child = spawn(process.execPath, [join(directory, 'lab/main.js'), ...args], {
		env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...env }
	});
	children.add(child);
	let output = '';
	child.stdout?.on('data', (text) => (output += text));
	child.stderr?.on('data', (text) => (output += text));
	return { child, output: () => output, exited: once(child, 'exit') };
}

async function start(env: Record<string, string> = {}, args: string[] = []) {
	const started = launch(env, args);
	const port = () => Number(/listens on http:\/\/\S+:(\d+)\n/.exec(started.output())?.[1]);
	await expect.poll(port, { timeout: 10_000 }).toBeGreaterThan(0);
	return { ...started, port: port() };
}

describe('the end', () => {
	it.each(['SIGTERM', 'SIGINT'] as const)('by %s is exit 0', async (signal) => {
		const { child, exited } = await start();
		child.kill(signal);
		expect(await exited).toEqual([0, null]);
	});

	it('closes a WebSocket with 1001', async () => {
		const { child, exited, port } = await start();
		const client = await openWebSocket(port, '/ws/echo');
		child.kill('SIGTERM');
		await client.untilAfterHead(4);
		client.write(maskedFrame(0x88, Buffer.from('03e9', 'hex')));
		expect(client.afterHead.toString('hex')).toBe('880203e9');
		expect(await exited).toEqual([0, null]);
		client.destroy();
	});

	it('does not wait for a deaf client, nor for one in the middle of a request', async () => {
		const { child, exited, port } = await start();
		const deaf = await openWebSocket(port, '/ws/echo');
		deaf.socket.pause();
		const unfinished = await openRaw(port);
		unfinished.write('GET / HTTP/1.1\r\nHost:');
		const began = performance.now();
		child.kill('SIGTERM');
		expect(await exited).toEqual([0, null]);
		expect(performance.now() - began).toBeLessThan(5000);
		deaf.destroy();
		unfinished.destroy();
	}, 15_000);

	it('answers a request that is held', async () => {
		const { child, exited, port } = await start();
		const client = await openRaw(port);
		client.write('GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
		// The answer to a later request shows that the first is being held.
		const later = await openRaw(port);
		later.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
		await later.until(({ text }) => text.includes('page'));
		child.kill('SIGTERM');
		await client.until(({ text }) => text.includes('page http'));
		expect(client.text).toMatch(/^HTTP\/1.1 200 [^]*page http/);
		expect(await exited).toEqual([0, null]);
	});

	it('accepts nothing new', async () => {
		const { child, exited, port } = await start();
		const deaf = await openWebSocket(port, '/ws/echo');
		child.kill('SIGTERM');
		await deaf.untilAfterHead(4);
		const late = connect(port, '127.0.0.1');
		const [error] = await once(late, 'error');
		expect((error as NodeJS.ErrnoException).code).toBe('ECONNREFUSED');
		deaf.destroy();
		await exited;
	});
});

describe('the start', () => {
	it.each([
		[{ PORT: 'http' }, 'PORT is "http": it must be a whole number from 0 to 65535.'],
		[{ MAX_MESSAGE_BYTES: '1' }, 'MAX_MESSAGE_BYTES is "1"'],
		[{ ORIGIN: 'wire101.example' }, 'ORIGIN is "wire101.example"']
	])('with %o fails with a clear sentence', async (env, message) => {
		const { output, exited } = launch(env);
		expect(await exited).toEqual([1, null]);
		expect(output()).toContain(message);
		expect(output()).not.toContain('    at ');
	});

	it('on a port in use fails with a clear sentence', async () => {
		const taken = createServer().listen(0, '127.0.0.1');
		await once(taken, 'listening');
		const PORT = String((taken.address() as AddressInfo).port);
		const { output, exited } = launch({ PORT });
		expect(await exited).toEqual([1, null]);
		expect(output()).toContain(`127.0.0.1:${PORT} is in use`);
		taken.close();
	});

	it('with --lan prints where others find it', async () => {
		const { output } = await start({}, ['--lan']);
		expect(output()).toContain('Open it from other machines on this network at');
	});

	it.each([
		['http', {}, { 'X-Forwarded-Proto': 'https' }],
		['https', { TRUST_PROXY: '127.0.0.0/8' }, { 'X-Forwarded-Proto': 'https' }],
		['http', { TRUST_PROXY: '127.0.0.0/8' }, { 'X-Forwarded-Proto': 'x:y' }]
	])('tells pages the protocol is %s with %o and %o', async (protocol, env, headers) => {
		const { port } = await start(env);
		const client = await openRaw(port);
		client.write(handshake('/', { headers: { Upgrade: null, Connection: 'close', ...headers } }));
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text).toMatch(new RegExp(`page ${protocol}$`));
		client.destroy();
	});
});
