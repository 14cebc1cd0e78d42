/** `/ws/raw`: bytes written by hand as the server, and who never gets them. */
import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import type { PageHandler } from '#server/http/page-server.ts';
import { answerHead } from '#server/raw/raw-server.ts';
import { eventually } from './channel-harness.ts';
import {
	handshake,
	maskedFrame,
	openRaw,
	openWebSocket,
	type RawClient
} from './support/raw-client.ts';
import {
	DUE,
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

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const SECRET = 'written by hand';

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

afterEach(() => lab.close());

const isFreed = (): Promise<unknown> => eventually(() => lab.registry.counts.connections === 0);
const statusOf = ({ text }: RawClient): number => Number(text.slice(9, 12));

describe('the raw server', () => {
	beforeEach(() => start());

	it('answers the key with a 101, then says exactly what was written', async () => {
		const { path, seen } = await page.rawServer(script([write(hex('8105')), write('Hello')]));
		const client = await openWebSocket(lab.port, path);
		await client.untilAfterHead(7);
		expect(client.text).toBe(
			'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
				`Sec-WebSocket-Accept: ${computeAccept(KEY)}\r\n\r\n\x81\x05Hello`
		);
		client.write(maskedFrame(0x8a, Buffer.from('x')));
		client.socket.end();
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.bytes('server')).toBe(client.text);
		expect(seen.bytes('client')).toBe(
			handshake(path) + maskedFrame(0x8a, Buffer.from('x')).toString('latin1')
		);
		expect(seen.ends).toEqual(['fin client', 'fin server']);
		expect(seen.runs.map(({ name }) => name)).toEqual(['begin', 'end']);
		await isFreed();
	});

	it('is a server to a WebSocket client', async () => {
		const { path } = await page.rawServer(script([write(hex('8105 48656c6c6f 880203e8'))]));
		const client = new WebSocket(`ws://127.0.0.1:${lab.port}${path}`);
		const told: unknown[] = [];
		client.on('message', (data) => told.push(String(data)));
		await new Promise((resolve) => client.once('close', (code) => resolve(told.push(code))));
		expect(told).toEqual(['Hello', 1000]);
	});

	it('sends the headers that the student gives, as given', async () => {
		const headers = { extensions: 'permessage-deflate; x=1', protocol: 'chat' };
		const { path } = await page.rawServer(script([]), headers);
		const client = await openWebSocket(lab.port, path);
		expect(client.text).toContain('Sec-WebSocket-Extensions: permessage-deflate; x=1\r\n');
		expect(client.text).toContain('Sec-WebSocket-Protocol: chat\r\n');
		client.destroy();
	});

	it.each(['a\r\nb', 'a\nb', 'é'])('lets no header value be %j', (protocol) => {
		expect(() => answerHead(KEY, { extensions: '', protocol })).toThrow(RangeError);
	});

	it('takes further runs, and records what the client sends between them', async () => {
		const { path, seen } = await page.rawServer(script([write('one')]));
		const client = await openWebSocket(lab.port, path);
		await client.untilAfterHead(3);
		const { connection } = seen;
		await page.command({ type: 'run', connection, script: script([write('two')]) });
		await client.untilAfterHead(6);
		expect(client.afterHead.toString()).toBe('onetwo');
		client.destroy();
	});

	it('records bytes that the client sent with its request', async () => {
		const { path, seen } = await page.rawServer(script([]));
		const client = await openRaw(lab.port);
		client.write(handshake(path) + 'early');
		await seen.until((now) => now.bytes('client').endsWith('early'));
		expect(seen.bytes('client')).toBe(`${handshake(path)}early`);
		client.destroy();
	});

	it.each([
		['fin', false],
		['rst', true]
	] as const)('ends by %s where the script says so', async (how, hasReset) => {
		const { path, seen } = await page.rawServer(script([write('x'), pause(20), end(how)]));
		const client = await openWebSocket(lab.port, path);
		await client.until(({ socket }) => socket.readableEnded);
		client.socket.end();
		await client.closed;
		expect(client.hasReset).toBe(hasReset);
		await seen.until(({ ends }) => ends.length === (hasReset ? 1 : 2));
		expect(seen.ends[0]).toBe(`${how} server`);
		await isFreed();
	});

	it('notices that its client has reset the connection', async () => {
		const { path, seen } = await page.rawServer(script([write('x'), pause(10_000)]));
		const client = await openWebSocket(lab.port, path);
		await client.untilAfterHead(1);
		client.socket.resetAndDestroy();
		await seen.until(({ ends }) => ends.length === 1);
		expect(seen.ends).toEqual(['rst client']);
		expect(seen.outcomes).toEqual(['peer-ended']);
		await isFreed();
	});

	it('tells of a client that never says anything', async () => {
		await lab.close();
		await start({ session: { answerWait: 20 } });
		const { path, seen } = await page.rawServer(script([write(hex('8900'))]));
		const client = await openWebSocket(lab.port, path);
		await seen.until(({ runs }) => runs.length === 3);
		expect(seen.runs.at(-1)).toEqual({ name: 'unanswered', after: 20_000 });
		client.destroy();
	});

	it('never gives its connection back to HTTP', async () => {
		const { path } = await page.rawServer(script([write('x')]));
		const client = await openRaw(lab.port);
		const plain = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
		client.write(handshake(path) + plain);
		await client.untilAfterHead(1);
		client.write(plain);
		client.socket.end();
		await client.closed;
		expect(client.afterHead.toString()).toBe('x');
	});

	it.each([
		['nothing runs for long', { rawIdle: 20 }, () => undefined],
		[
			'its page forgets it',
			{},
			(connection: number) => page.command({ type: 'forget', connection })
		],
		[
			'its page hangs up',
			{},
			(connection: number) => page.command({ type: 'hang-up', connection, how: 'fin' })
		],
		['its page leaves', {}, () => page.channel.close()],
		['the server ends', {}, () => lab.lab.close()]
	])('lets go of its client when %s', async (_name, session, act) => {
		await lab.close();
		await start({ session });
		const { path, seen } = await page.rawServer(script([write('x')]));
		const client = await openWebSocket(lab.port, path);
		await client.untilAfterHead(1);
		await act(seen.connection);
		await client.until(({ socket }) => socket.readableEnded);
		client.socket.end();
		await client.closed;
		await isFreed();
	});

	it('stops in the middle of a run when its page leaves', async () => {
		const { path } = await page.rawServer(script([write('x'), pause(10_000), write('y')]));
		const client = await openWebSocket(lab.port, path);
		await client.untilAfterHead(1);
		page.channel.close();
		await client.until(({ socket }) => socket.readableEnded);
		client.destroy();
		expect(client.afterHead.toString()).toBe('x');
		await isFreed();
		expect(lab.counted).toEqual(['server cancelled']);
	});
});

describe('bytes of a student are given', () => {
	beforeEach(() => start());

	const toPage = { Upgrade: null, Connection: null, 'Sec-WebSocket-Key': null };

	it.each<[string, number, Parameters<typeof handshake>[1]]>([
		['to a navigation', 426, { headers: { ...toPage, 'Sec-Fetch-Mode': 'navigate' } }],
		['to a script of a page', 426, { headers: { ...toPage, 'Sec-Fetch-Mode': 'no-cors' } }],
		['to a navigation that wants an upgrade', 403, { headers: { 'Sec-Fetch-Mode': 'navigate' } }],
		['to a fetch', 403, { headers: { 'Sec-Fetch-Mode': 'cors' } }],
		['to two modes at once', 403, { headers: { 'Sec-Fetch-Mode': 'websocket, navigate' } }],
		['to a POST', 405, { method: 'POST' }],
		['to a HEAD', 405, { method: 'HEAD' }],
		['to HTTP/1.0', 400, { version: 'HTTP/1.0' }],
		['to another upgrade', 400, { headers: { Upgrade: 'h2c' } }],
		['without a key', 400, { headers: { 'Sec-WebSocket-Key': null } }],
		['for a key of 15 bytes', 400, { headers: { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAA' } }],
		['to a request with a body', 400, { headers: { 'Content-Length': '4' } }],
		['to a request with a body in chunks', 400, { headers: { 'Transfer-Encoding': 'chunked' } }],
		['to a sandboxed page', 403, { headers: { Origin: 'null' } }],
		['for version 12', 426, { headers: { 'Sec-WebSocket-Version': '12' } }],
		['to a page of another origin', 403, { headers: { Origin: 'https://evil.example' } }],
		['under a foreign Host', 421, { headers: { Host: 'evil.example' } }]
	])('never %s', async (_name, status, parts) => {
		const { path } = await page.rawServer(script([write(SECRET)]));
		const client = await openRaw(lab.port);
		client.write(handshake(path, parts));
		await client.untilAfterHead(0);
		expect(statusOf(client)).toBe(status);
		client.destroy();
		expect(client.text).not.toContain(SECRET);
		expect(lab.counted).toEqual([]);
	});

	it('to what says that it is a WebSocket', async () => {
		const { path } = await page.rawServer(script([write(SECRET)]));
		const headers = {
			'Sec-Fetch-Mode': 'websocket',
			Origin: `http://127.0.0.1:${lab.port}`,
			Host: `127.0.0.1:${lab.port}`,
			Connection: 'keep-alive, Upgrade'
		};
		const client = await openWebSocket(lab.port, path, { headers });
		await client.untilAfterHead(SECRET.length);
		expect(client.afterHead.toString()).toBe(SECRET);
		client.destroy();
	});

	it('never in place of the answer to a request before it', async () => {
		await lab.close();
		let answerPage = (): void => undefined;
		const pages: PageHandler = (_request, response) => {
			answerPage = () => response.end('the page');
		};
		await start({ pages });
		const { path } = await page.rawServer(script([write(SECRET)]));
		const client = await openRaw(lab.port);
		client.write('GET /en HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n' + handshake(path));
		await client.untilAfterHead(0);
		answerPage();
		await client.until(({ socket }) => socket.readableEnded);
		client.destroy();
		expect(statusOf(client)).toBe(400);
		expect(client.text).not.toContain(SECRET);
	});

	it('where the request before it has been answered', async () => {
		const { path } = await page.rawServer(script([write(SECRET)]));
		const client = await openRaw(lab.port);
		client.write('GET /en HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
		await client.until(({ text }) => text.endsWith('page /en'));
		client.write(handshake(path));
		await client.until(({ text }) => text.includes(SECRET));
		client.destroy();
		expect(client.text).toContain(SECRET);
	});

	it('once for one ticket', async () => {
		const { path } = await page.rawServer(script([write(SECRET)]));
		const first = await openWebSocket(lab.port, path);
		const second = await openWebSocket(lab.port, path);
		expect([statusOf(first), statusOf(second)]).toEqual([101, 403]);
		first.destroy();
		second.destroy();
	});

	it.each(['/ws/raw', '/ws/raw?ticket=', '/ws/raw?ticket=AAAAAAAAAAAAAAAAAAAAAA'])(
		'never for %s',
		async (path) => {
			const client = await openWebSocket(lab.port, path);
			expect(statusOf(client)).toBe(403);
			client.destroy();
		}
	);

	it('never for a ticket of an observed connection, which stays good', async () => {
		const { ticket } = await page.command({ type: 'observe' });
		const raw = await openWebSocket(lab.port, `/ws/raw?ticket=${ticket}`);
		const echo = await openWebSocket(lab.port, `/ws/echo?ticket=${ticket}`);
		expect([statusOf(raw), statusOf(echo)]).toEqual([403, 101]);
		raw.destroy();
		echo.destroy();
	});

	it('by a ticket that opens nothing else', async () => {
		const { ticket } = await page.rawServer(script([write(SECRET)]));
		const echo = await openWebSocket(lab.port, `/ws/echo?ticket=${ticket}`);
		expect(statusOf(echo)).toBe(403);
		echo.destroy();
	});

	it('never after the session of the ticket has ended', async () => {
		const { path } = await page.rawServer(script([write(SECRET)]));
		page.channel.close();
		await isFreed();
		const client = await openWebSocket(lab.port, path);
		expect(statusOf(client)).toBe(403);
		client.destroy();
	});

	it('never after the ticket has expired, and its place is free again', async () => {
		await lab.close();
		await start({ session: { ticketLife: 10 } });
		const { path } = await page.rawServer(script([write(SECRET)]));
		await isFreed();
		const client = await openWebSocket(lab.port, path);
		expect(statusOf(client)).toBe(403);
		client.destroy();
	});
});

describe('switched off, the raw server', () => {
	beforeEach(() => start({ hasRawServer: false }));

	it('has no address', async () => {
		const upgrade = await openWebSocket(lab.port, '/ws/raw');
		const plain = await openRaw(lab.port);
		plain.write('GET /ws/raw HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
		await plain.untilAfterHead(0);
		expect([statusOf(upgrade), statusOf(plain)]).toEqual([404, 404]);
		upgrade.destroy();
		plain.destroy();
	});

	it('gives no tickets, and says so', async () => {
		const command = {
			type: 'raw-server',
			...DUE,
			extensions: '',
			protocol: '',
			script: script([])
		} as const;
		expect(await page.codeOf(command)).toBe('raw-server-off');
		expect(lab.registry.limits.hasRawServer).toBe(false);
	});
});
