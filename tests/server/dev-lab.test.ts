/** The lab in Vite's development server: loaded on use, reloaded after a change, 503 when broken. */
import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { DevLab } from '#server/dev-lab.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';

const ROOT = process.cwd();
/** The real lab, with a mark in its answers by which its instances are told apart. */
const labModule = (mark: string) => `
	import { createLabServer as create } from '${resolve(ROOT, 'src/server/lab-server.ts')}';
	export { parseOptions } from '${resolve(ROOT, 'src/server/options.ts')}';
	export function createLabServer(options) {
		const lab = create({ ...options, logLevel: 'silent' });
		return { ...lab, handle(request, response, next) {
			response.setHeader('x-mark', '${mark}');
			lab.handle(request, response, next);
		} };
	}`;

let directory: string;
let vite: ViteDevServer;
let port: number;

beforeEach(async () => {
	directory = realpathSync(mkdtempSync(join(tmpdir(), 'wire101-dev-')));
	mkdirSync(join(directory, 'src/server'), { recursive: true });
	writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
	writeLab(labModule('one'));
	vite = await createServer({
		root: directory,
		configFile: false,
		logLevel: 'silent',
		appType: 'custom',
		server: { port: 0, host: '127.0.0.1', fs: { strict: false } }
	});
	const lab = new DevLab(vite);
	vite.middlewares.use(lab.handle);
	vite.middlewares.use((_request, response) => response.end('a page'));
	await vite.listen();
	port = (vite.httpServer?.address() as AddressInfo).port;
});
afterEach(async () => {
	await vite.close();
	rmSync(directory, { recursive: true, force: true });
});

function writeLab(content: string): void {
	writeFileSync(join(directory, 'src/server/lab.ts'), content);
}

async function get(path: string): Promise<string> {
	const client = await openRaw(port);
	client.write(handshake(path, { headers: { Upgrade: null, Connection: 'close' } }));
	await client.until(({ socket }) => socket.readableEnded);
	client.destroy();
	return client.text;
}

async function upgrade(): Promise<string> {
	const client = await openWebSocket(port, '/ws/echo');
	client.destroy();
	return client.text.slice(0, 12);
}

const isBroken = (text: string) => text.startsWith('HTTP/1.1 503');

describe('the lab in development', () => {
	it('answers its own paths, and leaves the pages to Vite', async () => {
		expect(await get('/healthz')).toContain('"status":"ok"');
		expect(await get('/en')).toContain('a page');
	});

	it('echoes on its first use', async () => {
		const client = await openWebSocket(port, '/ws/echo');
		client.write(maskedFrame(0x81, Buffer.from('Hello')));
		await client.untilAfterHead(7);
		expect(client.afterHead.toString('hex')).toBe('810548656c6c6f');
		client.destroy();
	});

	it('leaves the upgrades of hot reload alone', async () => {
		const client = await openWebSocket(port, '/', {
			headers: { 'Sec-WebSocket-Protocol': 'vite-ping', Origin: `http://127.0.0.1:${port}` }
		});
		expect(client.text).toMatch(/^HTTP\/1.1 101 [^]*vite-ping/);
		client.destroy();
	});

	it('is a new instance after a change, and the old one says 1001', async () => {
		expect(await get('/healthz')).toContain('x-mark: one');
		const client = await openWebSocket(port, '/ws/echo');
		writeLab(labModule('two'));
		await client.untilAfterHead(4);
		expect(client.afterHead.toString('hex')).toBe('880203e9');
		client.destroy();
		await expect.poll(() => get('/healthz'), { timeout: 10_000 }).toContain('x-mark: two');
	}, 20_000);

	it('answers 503 while its files are broken, the pages go on, and it comes back', async () => {
		expect(await get('/healthz')).toContain('x-mark: one');
		writeLab('this is not a module (');
		await expect.poll(async () => isBroken(await get('/healthz')), { timeout: 10_000 }).toBe(true);
		expect(await get('/healthz')).toContain('The lab server cannot be loaded');
		expect(await upgrade()).toBe('HTTP/1.1 503');
		expect(await get('/en')).toContain('a page');
		writeLab(labModule('two'));
		await expect.poll(() => get('/healthz'), { timeout: 10_000 }).toContain('x-mark: two');
		expect(await upgrade()).toBe('HTTP/1.1 101');
	}, 30_000);
});
