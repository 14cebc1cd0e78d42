/** Tunnels of a forward proxy: to our own peers, and to nobody else. */
import { Buffer } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import {
	connectTo,
	ping,
	plain,
	pong,
	statusLines,
	through,
	tunnel,
	useProxyLab
} from './support/proxy-lab.ts';
import { handshake } from './support/raw-client.ts';
import { awaitHead, script, write } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const proxy = useProxyLab();
const forward = through('connect');

describe('a forward proxy', () => {
	const own = (): string => `127.0.0.1:${proxy.lab.port}`;

	it('opens a tunnel to our peers, in which HTTP begins anew', async () => {
		const steps = [write(tunnel), awaitHead, write(handshake('/ws/echo')), awaitHead, write(ping)];
		const { seen, second } = await proxy.page.rawClientOn(forward, script(steps));
		await second.until((now) => now.frames('server') === pong);
		await seen.until((now) => now.bytes('server').endsWith('ping'));
		expect(seen.bytes('server')).toMatch(
			/^HTTP\/1.1 200 Connection Established\r\n\r\nHTTP\/1.1 101 /
		);
		expect(second.bytes('client')).toBe(handshake('/ws/echo') + ping.toString('latin1'));
		expect(seen.bytes('client')).toBe(tunnel + second.bytes('client'));
	});

	it('sends on what came with the CONNECT', async () => {
		const steps = [write(tunnel + handshake('/ws/echo') + ping.toString('latin1'))];
		const bytes = Buffer.from(tunnel + handshake('/ws/echo') + ping.toString('latin1'), 'latin1');
		steps[0] = write(bytes);
		const { seen } = await proxy.page.rawClientOn(forward, script(steps));
		await seen.until((now) => now.bytes('server').endsWith('ping'));
	});

	it("knows the host and port of its client's page", async () => {
		const steps = [write(connectTo(own())), awaitHead, write(handshake('/ws/echo'))];
		const { seen } = await proxy.page.rawClientOn(forward, script(steps));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
	});

	it.each([
		'example.com:443',
		'127.0.0.1:22',
		'localhost:80',
		'169.254.169.254:80',
		'echo.wire101.test:443',
		'echo.wire101.test',
		'echo.wire101.test:80.example.com:80',
		'[::1]:80',
		'/ws/echo'
	])('refuses %s with 403, and dials nobody', async (authority) => {
		const { seen, second } = await proxy.page.rawClientOn(
			forward,
			script([write(connectTo(authority))])
		);
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 403 /);
		expect(second.events).toEqual([]);
		await proxy.isFreed();
	});

	it.each([
		['a page', '/', 404],
		['the lab channel', '/lab/channel', 404],
		['the metrics', '/metrics', 404]
	])('has %s nowhere behind it', async (_name, path, status) => {
		const inside = `GET ${path} HTTP/1.1\r\nHost: ${own()}\r\n\r\n`;
		const steps = [write(connectTo(own())), awaitHead, write(inside)];
		const { second } = await proxy.page.rawClientOn(forward, script(steps));
		await second.until((now) => now.bytes('server').length > 0);
		expect(second.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it.each([plain, handshake('/ws/echo'), handshake('ws://echo.wire101.test/ws/echo')])(
		'answers %j with 405',
		async (request) => {
			const { seen } = await proxy.page.rawClientOn(forward, script([write(request)]));
			await seen.until((now) => now.bytes('server').length > 0);
			expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 405 [^]*\r\nAllow: CONNECT\r\n/);
		}
	);

	it('answers what came before the CONNECT first', async () => {
		const steps = [write(plain + tunnel), awaitHead, awaitHead, write(handshake('/ws/echo'))];
		const { seen } = await proxy.page.rawClientOn(forward, script(steps));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		const statuses = statusLines(seen.bytes('server'));
		expect(statuses).toEqual(['HTTP/1.1 405', 'HTTP/1.1 200', 'HTTP/1.1 101']);
	});

	it('opens no tunnel inside a tunnel', async () => {
		const steps = [write(tunnel), awaitHead, write(tunnel)];
		const { seen } = await proxy.page.rawClientOn(forward, script(steps));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server')).toBe('HTTP/1.1 200 Connection Established\r\n\r\n');
		await proxy.isFreed();
	});
});
