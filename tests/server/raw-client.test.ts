/** Raw clients: bytes written by hand over a real connection to our own peers, and nothing else. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect } from 'node:net';
import { constants, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from './channel-harness.ts';
import { startBare } from './support/lab-fixture.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';
import {
	awaitHead,
	end,
	hex,
	opened,
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

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

afterEach(() => lab.close());

const isFreed = (): Promise<unknown> =>
	eventually(() => lab.inner.size === 0 && lab.registry.counts.connections === 0);

describe('what is recorded', () => {
	beforeEach(() => start());

	it('is every byte written, and every byte that came back', async () => {
		const seen = await page.rawClient(opened(write(hello), write(ping), write(bye)));
		await seen.until(({ ends }) => ends.length === 2);
		const request = handshake('/ws/echo');
		expect(seen.bytes('client')).toBe(
			request + Buffer.concat([hello, ping, bye]).toString('latin1')
		);
		expect(seen.frames('server')).toBe(
			`810c${Buffer.from('Hello 你好').toString('hex')}8a0470696e67880203e8`
		);
	});

	it('equals what a bare socket is told by the same server', async () => {
		const frames = Buffer.concat([hello, ping, bye]);
		const bare = await openWebSocket(lab.port, '/ws/echo');
		bare.write(frames);
		await bare.until(({ socket }) => socket.readableEnded);
		bare.destroy();
		const seen = await page.rawClient(opened(write(frames)));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.bytes('server')).toBe(bare.text);
	});

	it('begins with the connection, then tells of the run', async () => {
		const seen = await page.rawClient(opened(write(ping)));
		await seen.until(({ outcomes }) => outcomes.length === 1);
		expect(seen.events.slice(0, 2).map(({ kind }) => kind)).toEqual(['accepted', 'run']);
		const bytes = handshake('/ws/echo').length + ping.length;
		expect(seen.runs).toEqual([
			{ name: 'begin', bytes, writes: 2 },
			{ name: 'end', outcome: 'written', bytes }
		]);
	});

	it('has what ws told the server', async () => {
		const seen = await page.rawClient(opened(write(hello)));
		await seen.until(({ told }) => told.length === 3);
		expect(seen.told.map(({ name }) => name)).toEqual(['connection', 'message', 'send']);
	});

	it('has garbage, and the 400 that it gets', async () => {
		const seen = await page.rawClient(script([write('no HTTP at all\r\n\r\n')]));
		await seen.until(({ ends }) => ends.length === 1);
		expect(seen.bytes('client')).toBe('no HTTP at all\r\n\r\n');
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
	});

	it('has several requests of one connection', async () => {
		const plain = 'GET /ws/echo HTTP/1.1\r\nHost: x\r\n\r\n';
		const seen = await page.rawClient(script([write(plain + handshake('/ws/echo'))]));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		expect(seen.bytes('client')).toBe(plain + handshake('/ws/echo'));
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 426 /);
		expect(seen.told.map(({ name }) => name)).toEqual(['connection']);
	});

	it('has the refusal of ws in its own words', async () => {
		const request = handshake('/ws/echo', { headers: { 'Sec-WebSocket-Key': 'short' } });
		const seen = await page.rawClient(script([write(request)]));
		await seen.until(({ told }) => told.length === 1);
		expect(seen.told).toEqual([
			{
				name: 'refused',
				status: 400,
				message: 'Missing or invalid Sec-WebSocket-Key header'
			}
		]);
	});

	it.each([0, 5])('shows single bytes as reads of their own with a gap of %i ms', async (gap) => {
		const steps = [write(handshake('/ws/echo')), awaitHead, write(ping, { unit: 'byte' })];
		const seen = await page.rawClient(script(steps, gap));
		await seen.until((now) => now.frames('server') === '8a0470696e67');
		const [, ...bytes] = seen.chunks('client');
		expect(bytes.map(({ length }) => length)).toEqual(Array(ping.length).fill(1));
	});

	it('carries 128 KiB of frames in one message of the page', async () => {
		const frame = maskedFrame(0x82, Buffer.alloc(2 ** 17, 'wire'));
		const seen = await page.rawClient(opened(write(frame)));
		await seen.until((now) => now.frames('server').length / 2 === 2 ** 17 + 10);
		expect(seen.frames('client')).toBe(frame.toString('hex'));
	});

	it('repeats a write as often as it is told', async () => {
		const seen = await page.rawClient(opened(write(ping, { times: 1000 })));
		await seen.until((now) => now.frames('server').length === 12_000);
		expect(seen.frames('client')).toBe(ping.toString('hex').repeat(1000));
	});
});

describe('the inner listener', () => {
	beforeEach(() => start());

	it.each([
		['GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 404],
		['GET /lab/channel HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 404],
		[handshake('/lab/channel', { headers: { 'Sec-WebSocket-Protocol': 'wire101.v1' } }), 404],
		[handshake('/ws/raw'), 404],
		['GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
		['GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
		['GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n', 404],
		['GET http://127.0.0.1:80/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
		['OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
		['POST /ws/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi', 426],
		['GET /ws/echo HTTP/1.1\r\nHost: evil.example\r\n\r\n', 426],
		[handshake('/ws/echo', { headers: { Host: 'evil.example' } }), 101],
		[handshake('/ws/echo', { headers: { Origin: 'https://evil.example' } }), 101],
		[handshake('ws://evil.example/ws/echo'), 101],
		[handshake('/ws/echo?deflate=maybe'), 400],
		[handshake('/ws/echo', { headers: { Upgrade: 'h2c' } }), 400]
	])('answers %j with %i', async (request, status) => {
		const seen = await page.rawClient(script([write(request)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(seen.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it('lets nobody through a CONNECT', async () => {
		const request = `CONNECT 127.0.0.1:${lab.port} HTTP/1.1\r\nHost: x\r\n\r\n`;
		const seen = await page.rawClient(script([write(request)]));
		await seen.until(({ ends }) => ends.length === 1);
		expect(seen.bytes('server')).toBe('');
	});

	it('listens to nobody before the first raw client', () => {
		expect(lab.inner.port).toBeNull();
	});

	it('ends a connection that no raw client dialled, before it answers', async () => {
		const seen = await page.rawClient(opened());
		await seen.until(({ outcomes }) => outcomes.length === 1);
		const stranger = await openRaw(lab.inner.port ?? 0);
		stranger.write(handshake('/ws/echo'));
		await stranger.until(({ socket }) => socket.readableEnded);
		stranger.destroy();
		expect(stranger.length).toBe(0);
	});

	it('ends strangers that come while raw clients dial, and serves those', async () => {
		const first = await page.rawClient(opened());
		await first.until(({ outcomes }) => outcomes.length === 1);
		const strangers = Array.from({ length: 16 }, () =>
			connect({ port: lab.inner.port ?? 0, host: '127.0.0.1' })
		);
		const closed = strangers.map((socket) => {
			socket.on('error', () => undefined);
			return once(socket, 'close');
		});
		const clients = await Promise.all(
			Array.from({ length: 16 }, () => page.rawClient(opened(write(ping))))
		);
		for (const seen of clients) await seen.until((now) => now.frames('server') === '8a0470696e67');
		await Promise.all(closed);
		expect(strangers.map(({ bytesRead }) => bytesRead)).toEqual(Array(16).fill(0));
	});

	it('times a head out as the outer server does', async () => {
		await lab.close();
		await start({ limits: { headersTimeoutSeconds: 1 } });
		const seen = await page.rawClient(script([write('GET /ws/echo HTTP/1.1\r\n')]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 408 /);
	});

	it('refuses a head that is too long', async () => {
		const long = `GET /ws/echo HTTP/1.1\r\nX: ${'x'.repeat(17 * 1024)}\r\n\r\n`;
		const seen = await page.rawClient(script([write(long)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 431 /);
	});
});

describe('ws against frames written by hand', () => {
	beforeEach(() => start());

	it.each([
		['unmasked', '810548656c6c6f', '880203ea', 'WS_ERR_EXPECTED_MASK'],
		['RSV1', 'c18037fa213d', '880203ea', 'WS_ERR_UNEXPECTED_RSV_1'],
		['a reserved opcode', '838037fa213d', '880203ea', 'WS_ERR_INVALID_OPCODE'],
		['bad UTF-8', '818237fa213dc804', '880203ef', 'WS_ERR_INVALID_UTF8'],
		[
			'2^63 − 1 bytes',
			'82ff7fffffffffffffff37fa213d',
			'880203f1',
			'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH'
		],
		[
			'an announced 1 MiB and one byte',
			'82ff000000000010000137fa213d',
			'880203f1',
			'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
		]
	])('answers %s with the close code and tells the error', async (_name, frame, answer, code) => {
		const seen = await page.rawClient(opened(write(hex(frame))));
		await seen.until(({ ends, told }) => ends.length === 2 && told.at(-1)?.name === 'close');
		expect(seen.frames('server')).toBe(answer);
		expect(seen.told.find(({ name }) => name === 'error')).toMatchObject({ code });
		await isFreed();
	});

	it('a message that inflates to more than it takes is refused, not made', async () => {
		const bomb = deflateRawSync(Buffer.alloc(2 ** 26), { finishFlush: constants.Z_SYNC_FLUSH });
		const headers = { 'Sec-WebSocket-Extensions': 'permessage-deflate' };
		const request = handshake('/ws/echo?deflate=on', { headers });
		const frame = maskedFrame(0xc2, bomb.subarray(0, -4));
		const seen = await page.rawClient(script([write(request), awaitHead, write(frame)]));
		await seen.until(({ told }) => told.at(-1)?.name === 'close');
		expect(seen.frames('server')).toBe('880203f1');
		expect(seen.told.find(({ name }) => name === 'error')).toMatchObject({
			code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
		});
	});

	it('takes a length of 16 bits for 5 bytes', async () => {
		const frame = Buffer.concat([
			hex('81fe0005'),
			maskedFrame(0x81, Buffer.from('Hello')).subarray(2)
		]);
		const seen = await page.rawClient(opened(write(frame)));
		await seen.until((now) => now.frames('server') === '810548656c6c6f');
	});

	it('behaves as it does when nobody stands between', async () => {
		const bare = await startBare({ maxPayload: 2 ** 20 });
		const direct = await openWebSocket(bare.port, '/ws/echo');
		direct.write(hex('8182 37fa213d c804'));
		await direct.until(({ socket }) => socket.readableEnded);
		direct.destroy();
		const seen = await page.rawClient(opened(write(hex('8182 37fa213d c804'))));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.frames('server')).toBe(direct.afterHead.toString('hex'));
		await bare.close();
	});
});

describe('the end of a raw client', () => {
	beforeEach(() => start());

	it('follows the end of its peer', async () => {
		const seen = await page.rawClient(opened(write(bye)));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.ends).toEqual(['fin server', 'fin client']);
		await isFreed();
	});

	it('is a FIN where the script says so', async () => {
		const seen = await page.rawClient(opened(end('fin')));
		await seen.until(({ told }) => told.at(-1)?.name === 'close');
		expect(seen.ends).toEqual(['fin client', 'fin server']);
		expect(seen.told.at(-1)).toMatchObject({ code: 1006 });
	});

	it('is an RST where the script says so', async () => {
		const seen = await page.rawClient(opened(end('rst')));
		await seen.until(({ told }) => told.at(-1)?.name === 'close');
		expect(seen.ends).toEqual(['rst client']);
		expect(seen.outcomes).toEqual(['written']);
		await isFreed();
	});

	it.each([
		['fin', 'fin client'],
		['rst', 'rst client']
	] as const)('comes with a hang-up by %s', async (how, first) => {
		const seen = await page.rawClient(opened());
		await seen.until(({ outcomes }) => outcomes.length === 1);
		await page.command({ type: 'hang-up', connection: seen.connection, how });
		await seen.until(({ ends }) => ends.length > 0);
		expect(seen.ends[0]).toBe(first);
		await isFreed();
		const again = { type: 'hang-up', connection: seen.connection, how } as const;
		expect(await page.codeOf(again)).toBe('not-open');
	});

	it('comes when its page forgets it', async () => {
		const seen = await page.rawClient(opened());
		await seen.until(({ outcomes }) => outcomes.length === 1);
		await page.command({ type: 'forget', connection: seen.connection });
		await isFreed();
	});

	it('comes when nothing runs for long', async () => {
		await lab.close();
		await start({ session: { rawIdle: 20 } });
		const seen = await page.rawClient(opened());
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.ends).toEqual(['fin client', 'fin server']);
		await isFreed();
	});

	it('comes when its page leaves in the middle of a run', async () => {
		const seen = await page.rawClient(opened(pause(10_000), write(hello)));
		await seen.until(({ told }) => told.length === 1);
		page.channel.close();
		await isFreed();
		expect(lab.registry.counts.sessions).toBe(0);
		expect(lab.counted).toEqual(['client cancelled']);
	});

	it('comes when the grace of its page is over', async () => {
		await lab.close();
		await start({ session: { grace: 10 } });
		const lost = lab.openPage(60_000);
		const seen = await lost.rawClient(opened(pause(10_000)));
		await seen.until(({ told }) => told.length === 1);
		lost.lose();
		await isFreed();
		expect(lab.counted).toEqual(['client cancelled']);
	});

	it('does not come while its page may return: what it missed is told then', async () => {
		const seen = await page.rawClient(opened(pause(100), write(ping)));
		await seen.until(({ told }) => told.length === 1);
		page.lose();
		await seen.until((now) => now.frames('server') === '8a0470696e67');
		expect(seen.outcomes).toEqual(['written']);
	});

	it('comes with the end of the server', async () => {
		const seen = await page.rawClient(opened(pause(10_000)));
		await seen.until(({ told }) => told.length === 1);
		await lab.inner.close();
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.outcomes).toEqual(['peer-ended']);
		expect(await page.codeOf({ type: 'run', connection: seen.connection, script: opened() })).toBe(
			'not-open'
		);
	});
});
