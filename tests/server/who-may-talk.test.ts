/** Hosts, origins, tickets, limits of an address, and who may read the metrics. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type LabFixture, type LabSettings } from './support/lab-fixture.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';

async function statusOf(port: number, request: string): Promise<number> {
	const client = await openRaw(port);
	client.write(request);
	await client.untilAfterHead(0);
	client.destroy();
	return Number(client.text.slice(9, 12));
}

async function withLab<T>(
	settings: LabSettings,
	body: (lab: LabFixture) => Promise<T>
): Promise<T> {
	const lab = await startLab(settings);
	try {
		return await body(lab);
	} finally {
		await lab.close();
	}
}

const page = (path: string, headers: Record<string, string>) =>
	handshake(path, { headers: { Upgrade: null, Connection: 'close', ...headers } });

describe('Host', () => {
	it.each([
		['127.0.0.1:3000', {}, 101],
		['localhost', {}, 101],
		['LOCALHOST:1', {}, 101],
		['[::1]:3000', {}, 101],
		['evil.example', {}, 421],
		['127.0.0.1.evil.example', {}, 421],
		['localhost:80:80', {}, 421],
		['wire101.example', { origin: 'https://wire101.example' }, 101],
		['other.example', { allowedHosts: ['other.example'] }, 101],
		[hostname(), { host: '127.0.0.1' }, 421],
		[hostname(), { host: '0.0.0.0' }, 101]
	])('%s with %o: an upgrade gets %i', async (Host, settings, status) => {
		await withLab(settings, async ({ port }) => {
			expect(await statusOf(port, handshake('/ws/echo', { headers: { Host } }))).toBe(status);
		});
	});

	it.each(['/healthz', '/ws/echo', '/en'])('evil.example: %s gets 421', async (path) => {
		await withLab({}, async ({ port }) => {
			expect(await statusOf(port, page(path, { Host: 'evil.example' }))).toBe(421);
		});
	});
});

describe('Origin', () => {
	it.each([
		['/ws/echo', 'http://evil.example', 101],
		['/ws/echo?ticket=T', 'http://evil.example', 403],
		['/ws/echo?ticket=T', 'null', 403],
		['/ws/echo?ticket=T', 'http://127.0.0.1:9', 403],
		['/ws/echo?ticket=T', 'http://127.0.0.1', 101],
		['/ws/echo?ticket=T', 'https://wire101.example', 101],
		['/lab/channel', 'http://evil.example', 403],
		['/lab/channel', 'http://127.0.0.1', 101]
	])('%s from %s gets %i', async (path, Origin, status) => {
		await withLab({ origin: 'https://wire101.example' }, async (lab) => {
			const target = path.replace('=T', `=${lab.expect().ticket}`);
			const headers = { Origin, 'Sec-WebSocket-Protocol': 'wire101.v1' };
			expect(await statusOf(lab.port, handshake(target, { headers }))).toBe(status);
		});
	});

	it('must be there for the channel', async () => {
		await withLab({}, async ({ port }) => {
			const headers = { 'Sec-WebSocket-Protocol': 'wire101.v1' };
			expect(await statusOf(port, handshake('/lab/channel', { headers }))).toBe(403);
		});
	});
});

describe('a ticket', () => {
	it('that nobody gave out gets 403, with a reason', async () => {
		await withLab({}, async ({ port }) => {
			const client = await openWebSocket(port, '/ws/echo?ticket=forged');
			expect(client.text).toMatch(/^HTTP\/1.1 403 [^]*ticket/);
			client.destroy();
		});
	});

	it('works once', async () => {
		await withLab({}, async (lab) => {
			const target = `/ws/echo?ticket=${lab.expect().ticket}`;
			expect(await statusOf(lab.port, handshake(target))).toBe(101);
			expect(await statusOf(lab.port, handshake(target))).toBe(403);
		});
	});

	it('is not used up by a page of another origin', async () => {
		await withLab({}, async (lab) => {
			const target = `/ws/echo?ticket=${lab.expect().ticket}`;
			const headers = { Origin: 'http://evil.example' };
			expect(await statusOf(lab.port, handshake(target, { headers }))).toBe(403);
			expect(await statusOf(lab.port, handshake(target))).toBe(101);
		});
	});
});

describe('limits', () => {
	it('give an address over its WebSockets 429, and leave the others alone', async () => {
		const settings = { trustProxy: ['127.0.0.1'], limits: { maxConnectionsPerAddress: 1 } };
		await withLab(settings, async ({ port }) => {
			const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
			const first = await openWebSocket(port, '/ws/echo', from('192.0.2.1'));
			expect(await statusOf(port, handshake('/ws/echo', from('192.0.2.1')))).toBe(429);
			expect(await statusOf(port, handshake('/ws/echo', from('192.0.2.2')))).toBe(101);
			first.write(maskedFrame(0x81, Buffer.from('a')));
			await first.untilAfterHead(3);
			expect(first.afterHead.toString('hex')).toBe('810161');
			first.destroy();
		});
	});

	it('do not believe X-Forwarded-For of anybody', async () => {
		await withLab({ limits: { maxConnectionsPerAddress: 1 } }, async ({ port }) => {
			const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
			const first = await openWebSocket(port, '/ws/echo', from('192.0.2.1'));
			expect(await statusOf(port, handshake('/ws/echo', from('192.0.2.2')))).toBe(429);
			first.destroy();
		});
	});

	it('free the place of a connection that has ended', async () => {
		await withLab({ limits: { maxConnectionsPerAddress: 1 } }, async (lab) => {
			const recording = lab.expect();
			const first = await openWebSocket(lab.port, `/ws/echo?ticket=${recording.ticket}`);
			first.destroy();
			await recording.released;
			expect(await statusOf(lab.port, handshake('/ws/echo'))).toBe(101);
		});
	});

	it.each([
		[{ maxConnections: 1 }, 503],
		[{ upgradesPerMinute: 1 }, 429]
	])('with %o the second handshake gets %i', async (limits, status) => {
		await withLab({ limits }, async ({ port }) => {
			const first = await openWebSocket(port, '/ws/echo');
			expect(await statusOf(port, handshake('/ws/echo'))).toBe(status);
			expect(await statusOf(port, page('/en', {}))).toBe(200);
			first.destroy();
		});
	});

	it('close a silent WebSocket with 1001', async () => {
		await withLab({ limits: { idleSeconds: 1 } }, async ({ port }) => {
			const client = await openWebSocket(port, '/ws/echo');
			await client.untilAfterHead(8);
			expect(client.afterHead.toString('hex')).toBe('880603e969646c65');
			client.destroy();
		});
	});

	it('make the server read no more from who does not read', async () => {
		await withLab({}, async ({ port, server }) => {
			const upgraded = once(server, 'upgrade');
			const client = await openWebSocket(port, '/ws/echo');
			const [, socket] = (await upgraded) as [unknown, Socket];
			client.socket.pause();
			const frame = maskedFrame(0x82, Buffer.alloc(2 ** 20));
			for (let i = 0; i < 64; i++) client.write(frame);
			await expect.poll(() => socket.isPaused()).toBe(true);
			expect(socket.writableLength).toBeLessThan(4 * 2 ** 20);
			const rest = 64 * (2 ** 20 + 10);
			client.socket.resume();
			await client.until(({ length }) => length > rest);
			await client.untilAfterHead(rest);
			expect(client.afterHead.length).toBe(rest);
			client.destroy();
		});
	}, 30_000);
});

describe('/metrics', () => {
	const metricsToken = 'a token of 16 or more';
	it.each([
		['from this machine', {}, 200],
		['through a proxy on this machine', { 'X-Forwarded-For': '192.0.2.1' }, 401],
		['with the token', { Authorization: `Bearer ${metricsToken}`, Via: 'x' }, 200],
		['with a wrong token', { Authorization: 'Bearer guess' }, 401]
	])('%s', async (_name, headers, status) => {
		await withLab({ metricsToken }, async ({ port }) => {
			expect(await statusOf(port, page('/metrics', headers))).toBe(status);
		});
	});

	it('counts refusals by kind and connections', async () => {
		await withLab({}, async ({ port }) => {
			const open = await openWebSocket(port, '/ws/echo');
			await statusOf(port, handshake('/ws/echo?ticket=forged'));
			const client = await openRaw(port);
			client.write(page('/metrics', {}));
			await client.until(({ socket }) => socket.readableEnded);
			expect(client.text).toContain('wire101_refusals_total{kind="ticket"} 1');
			expect(client.text).toContain('wire101_connections 1');
			expect(client.text).toContain('wire101_event_loop_delay_p99_seconds');
			client.destroy();
			open.destroy();
		});
	});
});

describe('many at once', () => {
	let lab: LabFixture;
	beforeAll(async () => {
		lab = await startLab();
	});
	afterAll(() => lab.close());

	it('keep their recordings apart', async () => {
		const recordings = Array.from({ length: 20 }, () => lab.expect());
		await Promise.all(
			recordings.map(async ({ ticket }, index) => {
				const client = await openWebSocket(lab.port, `/ws/echo?ticket=${ticket}`);
				client.write(maskedFrame(0x81, Buffer.from(`mine ${String(index).padStart(2, '0')}`)));
				await client.untilAfterHead(9);
				client.destroy();
			})
		);
		for (const [index, recording] of recordings.entries()) {
			const text = recording.bytes('server').toString('latin1');
			expect(text.slice(text.indexOf('\r\n\r\n') + 6)).toBe(
				`mine ${String(index).padStart(2, '0')}`
			);
			expect(new Set(recording.events.map(({ connection }) => connection)).size).toBe(1);
		}
	});
});
