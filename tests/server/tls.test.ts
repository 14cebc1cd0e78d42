/** Raw clients whose bytes go through TLS: the records on the wire, the plain bytes inside. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect, createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Way } from '#lib/runs/way.ts';
import { LoopbackListener } from '#server/sockets/loopback-listener.ts';
import { makeCertificate, type Certificate } from '#server/ways/tls/certificate.ts';
import { connectTls } from '#server/ways/tls/connect-tls.ts';
import { eventually } from './channel-harness.ts';
import { handshake, maskedFrame, openRaw } from './support/raw-client.ts';
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
import { tlsRecordTypes } from './support/tls-records.ts';

vi.setConfig({ testTimeout: 30_000 });

const TLS: Way = { kind: 'tls' };
const SECRET = 'what an eavesdropper would like to read';
const secret = maskedFrame(0x81, Buffer.from(SECRET));
const ping = maskedFrame(0x89, Buffer.from('ping'));
const bye = maskedFrame(0x88, hex('03e8'));
const request = handshake('/ws/echo');
const opening = [write(request), awaitHead];

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

afterEach(() => lab.close());

const isFreed = (): Promise<unknown> =>
	eventually(() => lab.ways.size === 0 && lab.registry.counts.connections === 0);

describe('what is recorded', () => {
	beforeEach(() => start());

	it('is every plain byte on one connection, and only TLS records on the other', async () => {
		const steps = script([...opening, write(secret), write(bye)]);
		const { seen, second } = await page.rawClientOn(TLS, steps);
		await seen.until(({ ends }) => ends.length === 2);
		await second.until(({ ends }) => ends.length === 2);
		expect(seen.bytes('client')).toBe(request + Buffer.concat([secret, bye]).toString('latin1'));
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 101 /);
		expect(Buffer.from(seen.frames('server'), 'hex').toString('latin1')).toContain(SECRET);
		for (const direction of ['client', 'server'] as const) {
			const types = tlsRecordTypes(second.bytes(direction));
			expect(types[0]).toBe(22);
			expect(types.filter((type) => type === 23).length).toBeGreaterThan(2);
			expect(types.every((type) => type >= 20 && type <= 23)).toBe(true);
			expect(second.bytes(direction)).not.toContain(SECRET);
			expect(second.bytes(direction)).not.toContain('/ws/echo');
		}
		await isFreed();
	});

	it('shows the name of the server and http/1.1 in the clear, as ClientHello does', async () => {
		const { seen, second } = await page.rawClientOn(TLS, script(opening));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		const [hello = ''] = second.chunks('client');
		expect(hello).toContain('echo.wire101.test');
		expect(hello).toContain('\x08http/1.1');
	});

	it('begins with the connection, and the run begins when TLS stands', async () => {
		const { seen, second } = await page.rawClientOn(TLS, script([...opening, write(ping)]));
		await seen.until((now) => now.frames('server') === '8a0470696e67');
		expect(seen.events.slice(0, 2).map(({ kind }) => kind)).toEqual(['accepted', 'run']);
		expect(second.events[0]?.kind).toBe('accepted');
		expect(seen.told.map(({ name }) => name)).toEqual(['connection', 'ping']);
		expect(second.told).toEqual([]);
	});

	it('has each write as a read of its own, in a record of its own', async () => {
		const bytes = write(ping, { unit: 'byte' });
		const { seen } = await page.rawClientOn(TLS, script([...opening, bytes]));
		await seen.until((now) => now.frames('server') === '8a0470696e67');
		const [, ...rest] = seen.chunks('client');
		expect(rest.map(({ length }) => length)).toEqual(Array(ping.length).fill(1));
	});

	it('has frames that came with the handshake', async () => {
		const all = Buffer.concat([Buffer.from(request), ping, ping]);
		const { seen } = await page.rawClientOn(TLS, script([write(all)]));
		await seen.until((now) => now.frames('server') === '8a0470696e67'.repeat(2));
		expect(seen.bytes('client')).toBe(all.toString('latin1'));
	});

	it.each([
		['a plain request', 'GET /ws/echo HTTP/1.1\r\nHost: x\r\n\r\n', 426],
		['an unknown path', handshake('/nothing'), 404],
		['a refusal of ws', handshake('/ws/echo', { headers: { 'Sec-WebSocket-Key': 'x' } }), 400],
		['garbage', 'no HTTP at all\r\n\r\n', 400],
		['the lab channel', handshake('/lab/channel'), 404]
	])('has the answer to %s', async (_name, bytes, status) => {
		const { seen } = await page.rawClientOn(TLS, script([write(bytes)]));
		await seen.until((now) => now.bytes('server').length > 0);
		expect(seen.bytes('server')).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it('is 1 MiB each way, whole', async () => {
		const frame = maskedFrame(0x82, Buffer.alloc(2 ** 17, 'wire'));
		const { seen } = await page.rawClientOn(TLS, script([...opening, write(frame, { times: 8 })]));
		await seen.until((now) => now.frames('server').length / 2 === 8 * (2 ** 17 + 10));
		expect(seen.frames('client')).toBe(frame.toString('hex').repeat(8));
	});
});

describe('the certificate', () => {
	beforeEach(() => start());

	let listener: LoopbackListener;
	let server: TlsServer;

	/** Somebody who speaks TLS with this certificate. */
	async function speak({ cert, key }: Certificate): Promise<void> {
		listener = new LoopbackListener();
		await listener.listen();
		server = createTlsServer({ cert, key });
		server.on('secureConnection', (socket) => {
			socket.on('error', () => undefined);
			socket.resume().end('read me');
		});
	}

	/** What the raw client's end comes to: the text it is told, or why it refuses. */
	async function meet(trusted: string, name: string): Promise<string> {
		const dialled = listener.dialAtOnce((socket) => void server.emit('connection', socket));
		const client = connectTls(dialled.socket, trusted, name);
		let told = '';
		client.on('data', (bytes: Buffer) => (told += bytes.toString()));
		client.on('end', () => client.end());
		client.on('error', (error: NodeJS.ErrnoException) => (told += error.code));
		await once(client, 'close').catch(() => undefined);
		dialled.destroy();
		return told;
	}

	afterEach(() => listener?.close());

	it('is taken under its own name', async () => {
		const own = await makeCertificate('echo.wire101.test');
		await speak(own);
		expect(await meet(own.cert, 'echo.wire101.test')).toBe('read me');
	});

	it('of somebody else is refused, the same name or not', async () => {
		const own = await makeCertificate('echo.wire101.test');
		await speak(await makeCertificate('echo.wire101.test'));
		expect(await meet(own.cert, 'echo.wire101.test')).toMatch(/SELF_SIGNED|UNABLE_TO|SIGNATURE/);
	});

	it('is refused under another name', async () => {
		const own = await makeCertificate('other.wire101.test');
		await speak(own);
		expect(await meet(own.cert, 'echo.wire101.test')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
	});

	it('is verified whatever the environment says', async () => {
		const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
		process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
		try {
			const own = await makeCertificate('echo.wire101.test');
			await speak(await makeCertificate('echo.wire101.test'));
			expect(await meet(own.cert, 'echo.wire101.test')).not.toBe('read me');
		} finally {
			if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
			else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
		}
	});

	it('differs from server to server', async () => {
		const [left, right] = await Promise.all([makeCertificate('a.test'), makeCertificate('a.test')]);
		expect(left.key).not.toBe(right.key);
		expect(left.cert).not.toBe(right.cert);
	});
});

describe('the TLS listener', () => {
	beforeEach(() => start());

	it('ends whoever was not dialled here, before a byte is read', async () => {
		const port = lab.ways.tls.port ?? 0;
		const stranger = await openRaw(port);
		stranger.write('hostile bytes');
		await stranger.until(({ socket }) => socket.readableEnded);
		stranger.destroy();
		expect(stranger.length).toBe(0);
		const client = connect({ port, host: '127.0.0.1', servername: 'echo.wire101.test' });
		client.on('secureConnect', () => expect.unreachable());
		await once(client, 'error');
		const { seen } = await page.rawClientOn(TLS, script(opening));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
	});
});

describe('the end', () => {
	beforeEach(() => start());

	async function opened() {
		const both = await page.rawClientOn(TLS, script(opening));
		await both.seen.until(({ outcomes }) => outcomes.length === 1);
		return both;
	}

	it('by FIN is close_notify inside, and FIN on both connections', async () => {
		const { seen, second } = await opened();
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'fin' });
		await isFreed();
		await second.until(({ ends }) => ends.length === 2);
		expect(seen.ends).toEqual(['fin client', 'fin server']);
		expect(second.ends).toEqual(['fin client', 'fin server']);
	});

	it('by RST is one on both connections', async () => {
		const { seen, second } = await opened();
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'rst' });
		await isFreed();
		await seen.until(({ ends }) => ends.length > 0);
		expect(second.ends).toEqual(['rst client']);
		expect(seen.ends).toEqual(['rst client']);
	});

	it('by RST is in the script too', async () => {
		const { second } = await page.rawClientOn(TLS, script([...opening, end('rst')]));
		await isFreed();
		await second.until(({ ends }) => ends.length > 0);
		expect(second.ends).toEqual(['rst client']);
	});

	it('comes with a run that is stopped while the server does not read', async () => {
		const flood = write(secret, { times: 30_000 });
		const { seen } = await page.rawClientOn(TLS, script([...opening, flood]));
		await seen.until((now) => now.frames('client').length > 0);
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'rst' });
		await isFreed();
	});

	it('comes where the page forgets the first or the second', async () => {
		const left = await opened();
		await page.command({ type: 'forget', connection: left.seen.connection });
		await isFreed();
		const right = await opened();
		await page.command({ type: 'forget', connection: right.second.connection });
		await isFreed();
	});

	it('comes when the page leaves', async () => {
		await opened();
		page.channel.close();
		await isFreed();
	});

	it('comes with the server', async () => {
		const { seen } = await page.rawClientOn(TLS, script([...opening, pause(10_000)]));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		await lab.ways.close();
		await seen.until(({ outcomes }) => outcomes.length === 1);
		expect(seen.outcomes).toEqual(['peer-ended']);
		expect(lab.ways.size).toBe(0);
	});

	it('comes when nothing is said for long', async () => {
		await lab.close();
		await start({ session: { rawIdle: 50 } });
		await opened();
		await isFreed();
	});

	it('comes where the student ends before TLS stands', async () => {
		const { seen } = await page.rawClientOn(TLS, script([pause(5000)]));
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'fin' });
		await isFreed();
	});

	it('comes at any moment of the TLS handshake', async () => {
		for (let turn = 0; turn < 30; turn++) {
			const { seen } = await page.rawClientOn(TLS, script([write(request)]));
			for (let wait = 0; wait < turn; wait++) await new Promise(setImmediate);
			const { connection } = seen;
			if (turn % 2 === 0) await page.command({ type: 'forget', connection });
			else await page.codeOf({ type: 'hang-up', connection, how: 'rst' });
		}
		await isFreed();
		expect(lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
	});
});

describe('TLS is off', () => {
	const command = { type: 'raw-client', way: TLS, script: script(opening) } as const;

	async function isOff(): Promise<void> {
		expect(await page.codeOf(command)).toBe('tls-off');
		expect(page.terms?.hasTls).toBe(false);
		expect(lab.counted.filter((line) => line.startsWith('tls off'))).toHaveLength(1);
		const seen = await page.rawClient(script(opening));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
	}

	it('where no certificate can be made, and the rest goes on', async () => {
		await start({ makeCertificate: () => Promise.reject(new Error('no randomness')) });
		await isOff();
	});

	it('where the certificate is none, and the rest goes on', async () => {
		await start({ makeCertificate: () => Promise.resolve({ cert: 'none', key: 'none' }) });
		await isOff();
	});

	it('where it cannot listen, and the rest goes on', async () => {
		const listen = vi.spyOn(LoopbackListener.prototype, 'listen');
		listen.mockRejectedValueOnce(Object.assign(new Error('no port'), { code: 'EADDRINUSE' }));
		await start();
		listen.mockRestore();
		await isOff();
	});

	it('for as long as it has not started, and its start does not outlive the server', async () => {
		await start({ tlsStartsAfter: 60_000 });
		expect(await page.codeOf(command)).toBe('tls-off');
		expect(page.terms?.hasTls).toBe(true);
	});

	it('and is on where nothing is in the way', async () => {
		await start();
		const { seen } = await page.rawClientOn(TLS, script(opening));
		await seen.until((now) => now.bytes('server').includes(' 101 '));
		expect(page.terms?.hasTls).toBe(true);
	});
});
