/** Raw clients whose bytes go through a proxy: what it makes of them, on both of its sides. */
import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import type { ProxyMode, Way } from '#lib/runs/way.ts';
import { eventually } from './channel-harness.ts';
import { handshake, maskedFrame } from './support/raw-client.ts';
import {
	awaitHead,
	end,
	hex,
	pause,
	script,
	startRawLab,
	write,
	type RawLab,
	type RawLabSettings,
	type RawPage
} from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const hello = maskedFrame(0x81, Buffer.from('Hello 你好'));
const ping = maskedFrame(0x89, Buffer.from('ping'));
const bye = maskedFrame(0x88, hex('03e8'));
const pong = '8a0470696e67';
const plain = 'GET /ws/echo HTTP/1.1\r\nHost: x\r\n\r\n';

/** Longer than any test. */
const LONG = 10_000;
const through = (mode: ProxyMode, idle = LONG): Way => ({ kind: 'proxy', mode, idle });
const passing = through('passes-upgrade');
const dropping = through('drops-upgrade');
const forward = through('connect');
const connectTo = (authority: string) =>
	`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`;
const tunnel = connectTo('echo.wire101.test:80');

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

beforeEach(() => start());
afterEach(() => lab.close());

async function restart(settings: RawLabSettings): Promise<void> {
	await lab.close();
	await start(settings);
}

const isFreed = (): Promise<unknown> =>
	eventually(() => lab.ways.size === 0 && lab.registry.counts.connections === 0);

const headOf = (text: string): string => text.slice(0, text.indexOf('\r\n\r\n') + 4);
const linesOf = (text: string): string[] => headOf(text).split('\r\n').slice(1, -2);
const MODES = ['passes-upgrade', 'drops-upgrade', 'cuts-idle', 'connect'] as const;

describe('a reverse proxy that passes upgrades', () => {
	it('repeats Upgrade and Connection for the next hop, signs with Via, and names its client', async () => {
		const headers = { Connection: 'keep-alive, Upgrade', 'Keep-Alive': '3', 'X-Own': 'a  b' };
		const request = handshake('/ws/echo', { headers });
		const { seen, second } = await page.rawClientOn(passing, script([write(request)]));
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
		const { seen, second } = await page.rawClientOn(passing, script(steps));
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
		await isFreed();
	});

	it('tells with the second connection what ws told the server', async () => {
		const steps = [write(handshake('/ws/echo')), awaitHead, write(hello)];
		const { seen, second } = await page.rawClientOn(passing, script(steps));
		await second.until(({ told }) => told.length === 3);
		expect(second.told.map(({ name }) => name)).toEqual(['connection', 'message', 'send']);
		expect(seen.told).toEqual([]);
	});

	it('holds frames in the write of the handshake back until the server has switched', async () => {
		const bytes = Buffer.concat([Buffer.from(handshake('/ws/echo')), ping, ping]);
		const { seen, second } = await page.rawClientOn(passing, script([write(bytes)]));
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
		const { seen } = await page.rawClientOn(passing, script(steps));
		for (let at = 2 ** 17; at < frame.length; at += 2 ** 17) {
			await seen.until(({ outcomes }) => outcomes.length === at / 2 ** 17);
			const run = script([write(frame.subarray(at, at + 2 ** 17))]);
			await page.command({ type: 'run', connection: seen.connection, script: run });
		}
		await seen.until((now) => now.frames('server').length / 2 === 2 ** 20 - 100 + 10);
	});

	it('forwards a plain request, and its 426 with Upgrade', async () => {
		const { seen, second } = await page.rawClientOn(passing, script([write(plain)]));
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
		const { seen, second } = await page.rawClientOn(passing, script([write(all), write(ping)]));
		await seen.until((now) =>
			now.bytes('server').endsWith(Buffer.from(pong, 'hex').toString('latin1'))
		);
		const statuses = seen.bytes('server').match(/HTTP\/1.1 \d{3}/g);
		expect(statuses?.map((line) => line.slice(-3))).toEqual(['426', '426', '404', '101']);
		expect(second.bytes('server').match(/HTTP\/1.1 \d{3}/g)).toEqual(statuses);
		expect(second.bytes('client')).toContain('\r\n\r\nhi');
		expect(second.events.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
	});

	it.each([
		['a refusal of ws', handshake('/ws/echo', { headers: { 'Sec-WebSocket-Key': 'x' } }), 400],
		['another version', handshake('/ws/echo', { headers: { 'Sec-WebSocket-Version': '12' } }), 400],
		['an unknown path', handshake('/nothing'), 404],
		['a plain request for nothing', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 404]
	])('brings back %s', async (_name, request, status) => {
		const { seen, second } = await page.rawClientOn(passing, script([write(request)]));
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
		const { seen, second } = await page.rawClientOn(passing, script([write(bytes)]));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(second.events).toEqual([]);
		await isFreed();
	});

	it('lets nobody nominate away what cuts messages apart', async () => {
		const inner = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
		const request =
			'GET /ws/echo HTTP/1.1\r\nHost: x\r\nConnection: Content-Length, Host, X-Gone\r\n' +
			`X-Gone: 1\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`;
		const { seen, second } = await page.rawClientOn(passing, script([write(request)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(second.bytes('client')).toContain(`Content-Length: ${inner.length}\r\n`);
		expect(second.bytes('client')).not.toContain('X-Gone');
		expect(second.bytes('server').match(/HTTP\/1.1 \d{3}/g)).toEqual(['HTTP/1.1 426']);
	});

	it('adds its client to those that were forwarded for', async () => {
		const headers = { 'X-Forwarded-For': '192.0.2.1', Via: '1.0 first' };
		const request = handshake('/ws/echo', { headers });
		const { second } = await page.rawClientOn(passing, script([write(request)]));
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
		const { seen, second } = await page.rawClientOn(
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
		const { seen, second } = await page.rawClientOn(dropping, script([write(bytes)]));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server')).toContain('HTTP/1.1 400 Bad Request');
		expect(second.frames('client')).toBe('');
		await isFreed();
	});

	it('reads on behind a handshake that it has forwarded as any request', async () => {
		const all = handshake('/ws/echo') + plain + handshake('/nothing') + plain;
		const { seen, second } = await page.rawClientOn(dropping, script([write(all), write(plain)]));
		await seen.until((now) => (now.bytes('server').match(/HTTP\/1.1/g)?.length ?? 0) === 5);
		const statuses = seen.bytes('server').match(/HTTP\/1.1 \d{3}/g);
		expect(statuses?.map((line) => line.slice(-3))).toEqual(['426', '426', '404', '426', '426']);
		expect(second.bytes('server').match(/HTTP\/1.1 \d{3}/g)).toEqual(statuses);
		expect(seen.bytes('client')).toBe(all + plain);
	});
});

describe('a proxy that cuts what is idle', () => {
	it('ends both connections when no byte has passed for long enough', async () => {
		const { seen, second } = await page.rawClientOn(
			through('cuts-idle', 200),
			script([write(handshake('/ws/echo')), awaitHead, write(ping)])
		);
		await seen.until(({ ends }) => ends.length === 2);
		await second.until(({ told }) => told.at(-1)?.name === 'close');
		expect(seen.frames('server')).toBe(pong);
		expect(seen.ends).toEqual(['fin server', 'fin client']);
		expect(second.ends).toEqual(['fin client', 'fin server']);
		expect(second.told.at(-1)).toMatchObject({ code: 1006 });
		await isFreed();
	});

	it('leaves one open over which pings pass, though the same silence ends it', async () => {
		const steps = [write(handshake('/ws/echo')), awaitHead];
		for (let turn = 0; turn < 8; turn++) steps.push(pause(100), write(ping));
		const way = through('cuts-idle', 300);
		const { seen } = await page.rawClientOn(way, script(steps));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.frames('server')).toBe(pong.repeat(8));
		expect(seen.outcomes).toEqual(['written']);
	});

	it('counts what the server says alone', async () => {
		const way = through('cuts-idle', 300);
		const steps = [write(handshake('/ws/echo')), awaitHead];
		const { seen, second } = await page.rawClientOn(way, script(steps));
		await second.until(({ told }) => told.length === 1);
		const beats = Array.from({ length: 6 }, () => [pause(100), write(ping)]).flat();
		const direct = [write(handshake('/ws/echo')), awaitHead, ...beats];
		const { seen: metronome } = await page.rawClientOn({ kind: 'direct' }, script(direct));
		const began = performance.now();
		for (let turn = 0; turn < 6; turn++) {
			const { connection } = second;
			await metronome.until((now) => now.frames('server').length > pong.length * turn);
			await page.command({ type: 'ping-peer', connection, payload: 'cGluZw==' });
			await seen.until((now) => now.frames('server').length === 12 * (turn + 1));
		}
		expect(performance.now() - began).toBeGreaterThan(300);
		expect(seen.ends).toEqual([]);
		await seen.until(({ ends }) => ends.length === 2);
	});

	it('cuts a client that has not said anything', async () => {
		const way = through('cuts-idle', 200);
		const { seen, second } = await page.rawClientOn(way, script([pause(5000)]));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.outcomes).toEqual(['peer-ended']);
		expect(second.events).toEqual([]);
		await isFreed();
	});
});

describe('a forward proxy', () => {
	const own = (): string => `127.0.0.1:${lab.port}`;

	it('opens a tunnel to our peers, in which HTTP begins anew', async () => {
		const steps = [write(tunnel), awaitHead, write(handshake('/ws/echo')), awaitHead, write(ping)];
		const { seen, second } = await page.rawClientOn(forward, script(steps));
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
		const { seen } = await page.rawClientOn(forward, script(steps));
		await seen.until((now) => now.bytes('server').endsWith('ping'));
	});

	it("knows the host and port of its client's page", async () => {
		const steps = [write(connectTo(own())), awaitHead, write(handshake('/ws/echo'))];
		const { seen } = await page.rawClientOn(forward, script(steps));
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
		const { seen, second } = await page.rawClientOn(forward, script([write(connectTo(authority))]));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 403 /);
		expect(second.events).toEqual([]);
		await isFreed();
	});

	it.each([
		['a page', '/', 404],
		['the lab channel', '/lab/channel', 404],
		['the metrics', '/metrics', 404]
	])('has %s nowhere behind it', async (_name, path, status) => {
		const inside = `GET ${path} HTTP/1.1\r\nHost: ${own()}\r\n\r\n`;
		const steps = [write(connectTo(own())), awaitHead, write(inside)];
		const { second } = await page.rawClientOn(forward, script(steps));
		await second.until((now) => now.bytes('server').length > 0);
		expect(second.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it.each([plain, handshake('/ws/echo'), handshake('ws://echo.wire101.test/ws/echo')])(
		'answers %j with 405',
		async (request) => {
			const { seen } = await page.rawClientOn(forward, script([write(request)]));
			await seen.until((now) => now.bytes('server').length > 0);
			expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 405 [^]*\r\nAllow: CONNECT\r\n/);
		}
	);

	it('answers what came before the CONNECT first', async () => {
		const steps = [write(plain + tunnel), awaitHead, awaitHead, write(handshake('/ws/echo'))];
		const { seen } = await page.rawClientOn(forward, script(steps));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		const statuses = seen.bytes('server').match(/HTTP\/1.1 \d{3}/g);
		expect(statuses).toEqual(['HTTP/1.1 405', 'HTTP/1.1 200', 'HTTP/1.1 101']);
	});

	it('opens no tunnel inside a tunnel', async () => {
		const steps = [write(tunnel), awaitHead, write(tunnel)];
		const { seen } = await page.rawClientOn(forward, script(steps));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server')).toBe('HTTP/1.1 200 Connection Established\r\n\r\n');
		await isFreed();
	});
});

describe('both connections end together', () => {
	const opening: Record<ProxyMode, ScriptMessage['steps']> = {
		'passes-upgrade': [write(handshake('/ws/echo')), awaitHead],
		'cuts-idle': [write(handshake('/ws/echo')), awaitHead],
		'drops-upgrade': [write(handshake('/ws/echo')), awaitHead],
		connect: [write(tunnel), awaitHead, write(handshake('/ws/echo')), awaitHead]
	};

	async function opened(mode: ProxyMode) {
		const both = await page.rawClientOn(through(mode), script(opening[mode]));
		await both.seen.until(({ outcomes }) => outcomes.length === 1);
		return both;
	}

	it.each(MODES)('with FIN of a client of %s', async (mode) => {
		const { seen, second } = await opened(mode);
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'fin' });
		await isFreed();
		await second.until(({ ends }) => ends.length === 2);
		expect(seen.ends[0]).toBe('fin client');
		expect(second.ends[0]).toBe('fin client');
	});

	it.each(MODES)('with RST of a client of %s', async (mode) => {
		const { seen, second } = await opened(mode);
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'rst' });
		await isFreed();
		await second.until(({ ends }) => ends.length > 0);
		expect(seen.ends).toEqual(['rst client']);
		// Only who has made one line of both hands a reset on.
		expect(second.ends[0]).toBe(mode === 'drops-upgrade' ? 'fin client' : 'rst client');
	});

	it.each(MODES)('where the page forgets the first, of %s', async (mode) => {
		const { seen } = await opened(mode);
		await page.command({ type: 'forget', connection: seen.connection });
		await isFreed();
	});

	it.each(MODES)('where the page forgets the second, of %s', async (mode) => {
		const { second } = await opened(mode);
		await page.command({ type: 'forget', connection: second.connection });
		await isFreed();
	});

	it.each(MODES)('when the page leaves, of %s', async (mode) => {
		await opened(mode);
		page.channel.close();
		await isFreed();
		expect(lab.registry.counts.sessions).toBe(0);
	});

	it.each(MODES)('with the server, of %s', async (mode) => {
		const { seen } = await opened(mode);
		await lab.ways.close();
		await seen.until(({ ends }) => ends.length > 0);
		expect(lab.ways.size).toBe(0);
	});

	it.each(MODES)('when nothing is said for long, of %s', async (mode) => {
		await restart({ session: { rawIdle: 50 } });
		await opened(mode);
		await isFreed();
	});

	it.each(MODES)('before the client has said anything, of %s', async (mode) => {
		const { seen } = await page.rawClientOn(through(mode), script([end('fin')]));
		await seen.until(({ outcomes }) => outcomes.length === 1);
		await isFreed();
	});

	it.each(MODES)('at any moment of the handshake, of %s', async (mode) => {
		for (let turn = 0; turn < 12; turn++) {
			const way = through(mode);
			const steps = opening[mode].filter((step) => step !== awaitHead);
			const { seen } = await page.rawClientOn(way, script(steps));
			for (let wait = 0; wait < turn; wait++) await new Promise(setImmediate);
			await page.command({ type: 'forget', connection: seen.connection });
		}
		await isFreed();
		expect(lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
	});

	it('where the student has too many frames under way, and reads no more', async () => {
		const steps = [...opening['passes-upgrade'], write(hello, { times: 20_000 }), end('rst')];
		await page.rawClientOn(passing, script(steps));
		await isFreed();
	});

	it('and nobody writes on the second', async () => {
		const { second } = await opened('passes-upgrade');
		const { connection } = second;
		const codes = [
			await page.codeOf({ type: 'run', connection, script: script([write('x')]) }),
			await page.codeOf({ type: 'cancel-run', connection }),
			await page.codeOf({ type: 'hang-up', connection, how: 'rst' })
		];
		expect(codes).toEqual(['not-open', 'not-open', 'not-open']);
	});
});

describe('requests that wait for the answers to others', () => {
	const post = `POST /ws/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n${plain.slice(0, 9)}`;
	const upgrades = handshake('/ws/echo');

	it.each(MODES)('cost nobody anything when their client goes, of %s', async (mode) => {
		for (const [turn, text] of [plain, post, plain + upgrades].entries()) {
			for (const how of ['fin', 'rst'] as const) {
				for (let wait = 0; wait < 8; wait++) {
					const steps = script([write(text.repeat(30))]);
					const { seen } = await page.rawClientOn(through(mode), steps);
					for (let tick = 0; tick < wait * (turn + 1); tick++) await new Promise(setImmediate);
					await page.codeOf({ type: 'hang-up', connection: seen.connection, how });
				}
			}
		}
		await isFreed();
		expect(lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
	});

	it.each(MODES)('cost nobody anything when their page forgets them, of %s', async (mode) => {
		for (let wait = 0; wait < 16; wait++) {
			const steps = script([write(plain.repeat(60))]);
			const { seen, second } = await page.rawClientOn(through(mode), steps);
			for (let tick = 0; tick < wait; tick++) await new Promise(setImmediate);
			const { connection } = wait % 2 === 0 ? seen : second;
			await page.codeOf({ type: 'forget', connection });
		}
		await isFreed();
	});

	it.each([passing, dropping])('are forwarded one after the other, over %j', async (way) => {
		const { seen, second } = await page.rawClientOn(way, script([write(plain.repeat(60))]));
		await seen.until((now) => (now.bytes('server').match(/HTTP\/1.1 426/g)?.length ?? 0) === 60);
		expect(second.bytes('client').match(/^GET/gm)).toHaveLength(60);
	});

	it.each([passing, dropping])('are bounded: who sends more is cut off, over %j', async (way) => {
		const { seen } = await page.rawClientOn(way, script([write(plain.repeat(1000))]));
		await seen.until(({ ends }) => ends.length > 0);
		await isFreed();
	});

	it('are not answered by a server that has ended its connection', async () => {
		// Without a Host, which HTTP/1.0 does not need and the server behind the proxy wants.
		const old = 'GET /ws/echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n';
		const { seen } = await page.rawClientOn(
			passing,
			script([write(plain + old + plain + upgrades)])
		);
		await seen.until(({ ends }) => ends.length > 0);
		const statuses = seen.bytes('server').match(/HTTP\/1.1 \d{3}/g);
		expect(statuses).toEqual(['HTTP/1.1 426', 'HTTP/1.1 400']);
		await isFreed();
	});

	it('are no part of an upgrade that a proxy does not know', async () => {
		const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
		const headers = { 'Content-Length': String(smuggled.length) };
		const request = handshake('/ws/echo', { headers }) + smuggled + plain;
		const { seen, second } = await page.rawClientOn(dropping, script([write(request)]));
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.bytes('server').match(/HTTP\/1.1 \d{3}/g)).toEqual(['HTTP/1.1 400']);
		expect(second.events).toEqual([]);
		await isFreed();
	});
});

describe('the bounds', () => {
	it('count both connections, and none of a client that got no second', async () => {
		await restart({ session: { maxConnections: 3 } });
		const steps = script([write(handshake('/ws/echo')), awaitHead]);
		await page.rawClientOn(passing, steps);
		const command = { type: 'raw-client', way: passing, script: steps } as const;
		expect(await page.codeOf(command)).toBe('too-many-connections');
		expect(lab.registry.counts.connections).toBe(2);
		const direct = await page.rawClient(steps);
		await direct.until((now) => now.bytes('server').includes(' 101 '));
	});

	it('stop each recording by itself, and the connection goes on', async () => {
		await restart({ limits: { maxRecordingBytes: 64 * 1024 } });
		const frame = maskedFrame(0x82, Buffer.alloc(2 ** 16, 'wire'));
		const steps = [write(handshake('/ws/echo')), awaitHead, write(frame), write(bye)];
		const { seen, second } = await page.rawClientOn(passing, script(steps));
		await isFreed();
		for (const { events } of [seen, second]) {
			expect(events.filter(({ kind }) => kind === 'stopped')).toHaveLength(1);
		}
	});

	it('time out a head that never ends', async () => {
		await restart({ limits: { headersTimeoutSeconds: 1 } });
		for (const mode of MODES) {
			const way = through(mode);
			const { seen } = await page.rawClientOn(way, script([write('GET /ws/echo HTTP/1.1\r\n')]));
			await seen.until(({ ends }) => ends.length > 0);
			expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 408 /);
		}
		await isFreed();
	});

	it.each([199, 10_001, 300.5, -1])('refuse %s ms of idleness', async (idle) => {
		const way = through('cuts-idle', idle);
		const command = { type: 'raw-client', way, script: script([write(plain)]) } as const;
		expect(await page.codeOf(command)).toBe('malformed');
	});
});
