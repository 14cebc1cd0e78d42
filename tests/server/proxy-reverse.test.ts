/** What a reverse proxy makes of requests, responses and frames, seen on both of its sides. */
import { Buffer } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import {
	dropping,
	passing,
	ping,
	plain,
	pong,
	statusLines,
	useProxyLab
} from './support/proxy-lab.ts';
import { handshake, maskedFrame } from './support/raw-client.ts';
import { awaitHead, hex, script, write } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const proxy = useProxyLab();
const hello = maskedFrame(0x81, Buffer.from('Hello 你好'));
const bye = maskedFrame(0x88, hex('03e8'));

const headOf = (text: string): string => text.slice(0, text.indexOf('\r\n\r\n') + 4);
const linesOf = (text: string): string[] => headOf(text).split('\r\n').slice(1, -2);

describe('a reverse proxy that passes upgrades', () => {
	it('repeats Upgrade and Connection for the next hop, signs with Via, and names its client', async () => {
		const headers = { Connection: 'keep-alive, Upgrade', 'Keep-Alive': '3', 'X-Own': 'a  b' };
		const request = handshake('/ws/echo', { headers });
		const { seen, second } = await proxy.page.rawClientOn(passing, script([write(request)]));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		expect(seen.bytes('client')).toBe(request);
		expect(linesOf(second.bytes('client'))).toEqual([
			'Host: 127.0.0.1',
			'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
			'Sec-WebSocket-Version: 13',
			'X-Own: a  b',
			'Via: 1.1 proxy.wire101.test',
			'X-Forwarded-For: 127.0.0.1',
			'Upgrade: websocket',
			'Connection: Upgrade'
		]);
		expect(linesOf(seen.bytes('server'))).toEqual([
			'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
			'Via: 1.1 proxy.wire101.test',
			'Upgrade: websocket',
			'Connection: Upgrade'
		]);
	});

	it('carries frames both ways as they are, to the closing handshake and FIN', async () => {
		const steps = [write(handshake('/ws/echo')), awaitHead, write(hello), write(ping), write(bye)];
		const { seen, second } = await proxy.page.rawClientOn(passing, script(steps));
		await seen.until(({ ends }) => ends.length === 2);
		await second.until(({ ends }) => ends.length === 2);
		const frames = Buffer.concat([hello, ping, bye]).toString('hex');
		expect([seen.frames('client'), second.frames('client')]).toEqual([frames, frames]);
		expect(seen.frames('server')).toBe(second.frames('server'));
		expect(seen.frames('server')).toContain(`${pong}880203e8`);
		expect([seen.ends, second.ends]).toEqual([
			['fin server', 'fin client'],
			['fin server', 'fin client']
		]);
		await proxy.isFreed();
	});

	it('tells with the second connection what ws told the server', async () => {
		const steps = [write(handshake('/ws/echo')), awaitHead, write(hello)];
		const { seen, second } = await proxy.page.rawClientOn(passing, script(steps));
		await second.until(({ told }) => told.length === 3);
		expect(second.told.map(({ name }) => name)).toEqual(['connection', 'message', 'send']);
		expect(seen.told).toEqual([]);
	});

	it('holds frames in the write of the handshake back until the server has switched', async () => {
		const bytes = Buffer.concat([Buffer.from(handshake('/ws/echo')), ping, ping]);
		const { seen, second } = await proxy.page.rawClientOn(passing, script([write(bytes)]));
		await seen.until((now) => now.frames('server') === pong + pong);
		const [head, ...rest] = second.chunks('client');
		expect(head).toMatch(/Connection: Upgrade\r\n\r\n$/);
		expect(Buffer.from(rest.join(''), 'latin1').toString('hex')).toBe(
			Buffer.concat([ping, ping]).toString('hex')
		);
	});

	it('carries 1 MiB each way', async () => {
		const frame = maskedFrame(0x82, Buffer.alloc(2 ** 20 - 100, 'wire'));
		const steps = [write(handshake('/ws/echo')), awaitHead, write(frame.subarray(0, 2 ** 17))];
		const { seen } = await proxy.page.rawClientOn(passing, script(steps));
		for (let at = 2 ** 17; at < frame.length; at += 2 ** 17) {
			await seen.until(({ outcomes }) => outcomes.length === at / 2 ** 17);
			const run = script([write(frame.subarray(at, at + 2 ** 17))]);
			await proxy.page.command({ type: 'run', connection: seen.connection, script: run });
		}
		await seen.until((now) => now.frames('server').length / 2 === 2 ** 20 - 100 + 10);
	});

	it('forwards a plain request, and its 426 with Upgrade', async () => {
		const { seen, second } = await proxy.page.rawClientOn(passing, script([write(plain)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 426 [^]*\r\nUpgrade: websocket\r\n/);
		expect(second.bytes('client')).toContain('Connection: keep-alive\r\n');
		expect(second.bytes('client')).not.toContain('Upgrade');
	});

	it('forwards plain requests and then a handshake over one connection to the server', async () => {
		const post = 'POST /ws/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi';
		const chunked =
			'GET /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n';
		const all = plain + post + chunked + handshake('/ws/echo');
		const { seen, second } = await proxy.page.rawClientOn(
			passing,
			script([write(all), write(ping)])
		);
		await seen.until((now) =>
			now.bytes('server').endsWith(Buffer.from(pong, 'hex').toString('latin1'))
		);
		const statuses = statusLines(seen.bytes('server'));
		expect(statuses?.map((line) => line.slice(-3))).toEqual(['426', '426', '404', '101']);
		expect(statusLines(second.bytes('server'))).toEqual(statuses);
		expect(second.bytes('client')).toContain('\r\n\r\nhi');
		expect(second.events.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
	});

	it.each([
		['a refusal of ws', handshake('/ws/echo', { headers: { 'Sec-WebSocket-Key': 'x' } }), 400],
		['another version', handshake('/ws/echo', { headers: { 'Sec-WebSocket-Version': '12' } }), 400],
		['an unknown path', handshake('/nothing'), 404],
		['a plain request for nothing', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 404]
	])('brings back %s', async (_name, request, status) => {
		const { seen, second } = await proxy.page.rawClientOn(passing, script([write(request)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(seen.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		const body = (text: string) => text.slice(headOf(text).length);
		expect(body(seen.bytes('server'))).toBe(body(second.bytes('server')));
	});

	it.each([
		['garbage', 'no HTTP at all\r\n\r\n', 400],
		['a head that is too long', `GET / HTTP/1.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, 431],
		['NUL in a value', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n', 400],
		[
			'two lengths',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n',
			400
		],
		[
			'a length beside chunks',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
			400
		]
	])('answers %s itself: the server is not asked', async (_name, bytes, status) => {
		const { seen, second } = await proxy.page.rawClientOn(passing, script([write(bytes)]));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(second.events).toEqual([]);
		await proxy.isFreed();
	});

	it('lets nobody nominate away what cuts messages apart', async () => {
		const inner = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
		const request =
			'GET /ws/echo HTTP/1.1\r\nHost: x\r\nConnection: Content-Length, Host, X-Gone\r\n' +
			`X-Gone: 1\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`;
		const { seen, second } = await proxy.page.rawClientOn(passing, script([write(request)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(second.bytes('client')).toContain(`Content-Length: ${inner.length}\r\n`);
		expect(second.bytes('client')).not.toContain('X-Gone');
		expect(statusLines(second.bytes('server'))).toEqual(['HTTP/1.1 426']);
	});

	it('adds its client to those that were forwarded for', async () => {
		const headers = { 'X-Forwarded-For': '192.0.2.1', Via: '1.0 first' };
		const request = handshake('/ws/echo', { headers });
		const { second } = await proxy.page.rawClientOn(passing, script([write(request)]));
		await second.until((now) => now.bytes('server').length > 0);
		const lines = linesOf(second.bytes('client'));
		expect(lines).toContain('X-Forwarded-For: 192.0.2.1, 127.0.0.1');
		expect(lines.filter((line) => line.startsWith('Via'))).toEqual([
			'Via: 1.0 first',
			'Via: 1.1 proxy.wire101.test'
		]);
	});
});

describe('a reverse proxy that knows no Upgrade', () => {
	it('hands a handshake on as a plain GET, and the 426 back without Upgrade', async () => {
		const { seen, second } = await proxy.page.rawClientOn(
			dropping,
			script([write(handshake('/ws/echo'))])
		);
		await seen.until((now) => now.bytes('server').length > 0);
		expect(second.bytes('client')).toMatch(/^GET \/ws\/echo HTTP\/1.1\r\n/);
		expect(linesOf(second.bytes('client'))).toEqual([
			'Host: 127.0.0.1',
			'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
			'Sec-WebSocket-Version: 13',
			'Via: 1.1 proxy.wire101.test',
			'X-Forwarded-For: 127.0.0.1',
			'Connection: keep-alive'
		]);
		expect(second.bytes('server')).toMatch(/^HTTP\/1.1 426 [^]*\r\nUpgrade: websocket\r\n/);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 426 /);
		expect(headOf(seen.bytes('server')).toLowerCase()).not.toContain('upgrade:');
	});

	it('takes frames behind the handshake for a request that is none', async () => {
		const bytes = Buffer.concat([Buffer.from(handshake('/ws/echo')), hello]);
		const { seen, second } = await proxy.page.rawClientOn(dropping, script([write(bytes)]));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server')).toContain('HTTP/1.1 400 Bad Request');
		expect(second.frames('client')).toBe('');
		await proxy.isFreed();
	});

	it('reads on behind a handshake that it has forwarded as any request', async () => {
		const all = handshake('/ws/echo') + plain + handshake('/nothing') + plain;
		const { seen, second } = await proxy.page.rawClientOn(
			dropping,
			script([write(all), write(plain)])
		);
		await seen.until((now) => (now.bytes('server').match(/HTTP\/1.1/g)?.length ?? 0) === 5);
		const statuses = statusLines(seen.bytes('server'));
		expect(statuses?.map((line) => line.slice(-3))).toEqual(['426', '426', '404', '426', '426']);
		expect(statusLines(second.bytes('server'))).toEqual(statuses);
		expect(seen.bytes('client')).toBe(all + plain);
	});
});
