/** Opening handshakes written by hand: what the peers answer, and `ws` by itself. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer, type ServerOptions } from 'ws';
import { handshake, maskedFrame, openRaw, type HandshakeParts } from './support/raw-client.ts';
import {
	awaitHead,
	hex,
	opened,
	pause,
	script,
	startRawLab,
	write,
	type RawLab,
	type RawLabSettings,
	type RawPage,
	type Seen
} from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const PLAIN = 'GET /ws/echo HTTP/1.1\r\nHost: x\r\n\r\n';
const PING = maskedFrame(0x89, hex('70'));
const PONG = '8a0170';

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

afterEach(() => lab.close());

/** What a request gets from our peers, up to the end of the connection or of a 101. */
async function answerTo(request: string): Promise<string> {
	const seen = await page.rawClient(script([write(request)]));
	await seen.until((now) => isWhole(now.bytes('server')));
	return seen.bytes('server');
}

function isWhole(answer: string): boolean {
	const [head, body] = answer.split('\r\n\r\n');
	const length = Number(/^content-length: *(\d+)/im.exec(head ?? '')?.[1] ?? 0);
	return body !== undefined && body.length >= length;
}

describe('a wait for the peer’s head', () => {
	beforeEach(() => start({ session: { headWait: 300 } }));

	it('takes one answer after the other of the same connection', async () => {
		const steps = [write(PLAIN), awaitHead, write(handshake('/ws/echo')), awaitHead, write(PING)];
		const seen = await page.rawClient(script(steps));
		await seen.until((now) =>
			now.bytes('server').endsWith(Buffer.from(PONG, 'hex').toString('latin1'))
		);
		expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 426 [^]*\nHTTP\/1.1 101 /);
		expect(seen.outcomes).toEqual(['written']);
	});

	it('takes the answers to requests in one write', async () => {
		const steps = [write(PLAIN + handshake('/ws/echo')), awaitHead, awaitHead, write(PING)];
		const seen = await page.rawClient(script(steps));
		await seen.until(({ outcomes }) => outcomes.length === 1);
		expect([seen.outcomes, seen.bytes('server').includes(' 101 ')]).toEqual([['written'], true]);
	});

	it('times out behind the 101, where no further head can come', async () => {
		const seen = await page.rawClient(opened(write(hex('8180 00000000')), awaitHead));
		await seen.until(({ outcomes }) => outcomes.length === 1);
		expect(seen.outcomes).toEqual(['timed-out']);
	});

	it('ends with the connection where nobody answers a CONNECT', async () => {
		const request = 'CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n';
		const seen = await page.rawClient(script([write(request), awaitHead, write(PLAIN)]));
		await seen.until(({ outcomes }) => outcomes.length === 1);
		expect([seen.outcomes, seen.bytes('client')]).toEqual([['peer-ended'], request]);
	});
});

describe('a request that never ends', () => {
	const quick = { headWait: 50, answerWait: 50 };

	it.each([
		['in its head', 'GET /ws/echo HTTP/1.1\r\nHost: x\r\n', { headersTimeoutSeconds: 1 }],
		[
			'in its body',
			'POST /ws/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n12',
			{ headersTimeoutSeconds: 1, requestTimeoutSeconds: 1 }
		]
	])(
		'%s gets its 408 after every wait of the run, and it is recorded',
		async (_name, text, limits) => {
			await start({ limits, session: quick });
			const seen = await page.rawClient(script([write(text), awaitHead, awaitHead, pause(1)]));
			await seen.until((now) => now.bytes('server').includes('HTTP/1.1 408 '));
			await seen.until(({ ends }) => ends.length > 0);
			const order = seen.events.map((event) =>
				event.kind === 'run'
					? event.told.name
					: event.kind === 'data'
						? event.direction
						: event.kind
			);
			expect(seen.outcomes).toEqual(['timed-out']);
			expect(order.indexOf('unanswered')).toBeLessThan(order.lastIndexOf('server'));
		}
	);
});

describe('ws by itself', () => {
	let server: Server;
	let sockets: WebSocketServer;

	beforeEach(() => start());
	afterEach(() => {
		sockets.close();
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	});

	/** The same bytes to a plain server with `ws`, which knows nothing of this lab. */
	async function wsAnswerTo(request: string, options: ServerOptions = {}): Promise<string> {
		server = createServer({ maxHeaderSize: 16 * 1024 });
		sockets = new WebSocketServer({ server, ...options });
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const client = await openRaw((server.address() as AddressInfo).port);
		client.socket.write(request, 'latin1');
		await client.until(({ text }) => isWhole(text));
		client.destroy();
		return client.text;
	}

	const key = (value: string | null): HandshakeParts => ({
		headers: { 'Sec-WebSocket-Key': value }
	});
	const version = (value: string | null): HandshakeParts => ({
		headers: { 'Sec-WebSocket-Version': value }
	});
	const protocol = (value: string): HandshakeParts => ({
		headers: { 'Sec-WebSocket-Protocol': value }
	});

	it.each<[string, number, string]>([
		['the example of the RFC', 101, handshake('/ws/echo')],
		['an absolute http:// target', 101, handshake('http://x/ws/echo')],
		['an absolute ws:// target', 101, handshake('ws://x/ws/echo')],
		['HTTP/1.0', 101, handshake('/ws/echo', { version: 'HTTP/1.0' })],
		['version 8', 101, handshake('/ws/echo', version('8'))],
		['no Host', 101, handshake('/ws/echo', { headers: { Host: null } })],
		['no key', 400, handshake('/ws/echo', key(null))],
		['a key of 15 bytes', 400, handshake('/ws/echo', key('AAAAAAAAAAAAAAAAAAAA'))],
		['a key that is text', 400, handshake('/ws/echo', key('client-random-string'))],
		['no version', 400, handshake('/ws/echo', version(null))],
		['version 12', 400, handshake('/ws/echo', version('12'))],
		['two versions', 400, handshake('/ws/echo', version('13, 8'))],
		['POST', 405, handshake('/ws/echo', { method: 'POST' })],
		['h2c', 400, handshake('/ws/echo', { headers: { Upgrade: 'h2c' } })],
		['two subprotocols', 101, handshake('/ws/echo', protocol('chat, superchat'))],
		['a subprotocol twice', 400, handshake('/ws/echo', protocol('chat, chat'))],
		['an empty subprotocol', 400, handshake('/ws/echo', protocol('chat,,x'))],
		['NUL in a value', 400, handshake('/ws/echo', { headers: { X: 'a\0b' } })],
		['bare line feeds', 400, handshake('/ws/echo').replaceAll('\r\n', '\n') + '\r\n\r\n'],
		['space before a colon', 400, handshake('/ws/echo', { headers: { 'X ': 'a' } })],
		['a header without colon', 400, handshake('/ws/echo').replace('Host:', 'x\r\nHost:')],
		['an injected header', 101, handshake('/ws/echo', { headers: { X: 'a\r\nY: b' } })],
		['64 KiB of head', 431, handshake('/ws/echo', { headers: { X: 'x'.repeat(2 ** 16) } })],
		['no HTTP at all', 400, 'no HTTP at all\r\n\r\n']
	])('answers %s with %i as our echo does', async (_name, status, request) => {
		const answer = await answerTo(request);
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(answer).toBe(await wsAnswerTo(request));
	});

	const OFFERS = [
		'permessage-deflate',
		'permessage-deflate; client_max_window_bits',
		'permessage-deflate; server_max_window_bits=9; client_max_window_bits=9',
		'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
		'permessage-deflate; server_max_window_bits=8, permessage-deflate',
		'permessage-deflate; server_max_window_bits=7'
	];

	it.each(
		(
			[
				['deflate=on', {}],
				['deflate=on&server_no_context_takeover', { serverNoContextTakeover: true }],
				['deflate=on&client_no_context_takeover', { clientNoContextTakeover: true }],
				['deflate=on&server_max_window_bits=10', { serverMaxWindowBits: 10 }],
				['deflate=on&client_max_window_bits=10', { clientMaxWindowBits: 10 }]
			] as const
		).flatMap(([query, options]) => OFFERS.map((offer) => [query, offer, options] as const))
	)('negotiates %s with %s as our echo does', async (query, offer, perMessageDeflate) => {
		const headers = { 'Sec-WebSocket-Extensions': offer };
		const request = handshake(`/ws/echo?${query}`, { headers });
		expect(await answerTo(request)).toBe(await wsAnswerTo(request, { perMessageDeflate }));
	});
});

describe('the guarded echo', () => {
	beforeEach(() => start());

	const token = { Authorization: 'Bearer wire101' };
	const here = { Host: 'localhost:3000', Origin: 'http://localhost:3000' };
	const foreign = { ...here, Origin: 'https://evil.example' };

	it.each<[string, number, Record<string, string>]>([
		['nothing', 401, {}],
		['its own page', 401, here],
		['another token', 401, { Authorization: 'Bearer wire102' }],
		['another scheme', 401, { Authorization: 'Basic wire101' }],
		['the page of another host', 403, foreign],
		['the page of another host with the token', 403, { ...foreign, ...token }],
		['the page of another port', 403, { ...here, ...token, Origin: 'http://localhost:3001' }],
		['a page without origin', 403, { ...here, ...token, Origin: 'null' }],
		['the token', 101, token],
		['its own page with the token', 101, { ...here, ...token }],
		['the token in another case of its scheme', 101, { Authorization: 'bearer wire101' }]
	])('gives %s a %i', async (_name, status, headers) => {
		const answer = await answerTo(handshake('/ws/guarded', { headers }));
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(answer.includes('WWW-Authenticate: Bearer realm="wire101"')).toBe(status === 401);
	});

	it('is the echo to whom it lets in, and tells what it refused', async () => {
		const toRun = script([
			write(handshake('/ws/guarded', { headers: token })),
			awaitHead,
			write(PING)
		]);
		const welcome: Seen = await page.rawClient(toRun);
		await welcome.until((now) => now.frames('server') === PONG);
		const refused = await page.rawClient(script([write(handshake('/ws/guarded'))]));
		await refused.until(({ told }) => told.length > 0);
		expect(refused.told).toEqual([
			{ name: 'refused', status: 401, message: 'Send the header Authorization: Bearer wire101' }
		]);
	});

	it.each([
		['a plain GET', PLAIN.replace('echo', 'guarded'), 426],
		['a query that it does not understand', handshake('/ws/guarded?deflate=maybe'), 400]
	])('answers %s', async (_name, request, status) => {
		expect(await answerTo(request)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it('is not there for anybody else', async () => {
		const client = await openRaw(lab.port);
		client.write(handshake('/ws/guarded', { headers: token }));
		await client.untilAfterHead(0);
		client.destroy();
		expect(client.text).toMatch(/^HTTP\/1.1 404 /);
	});
});
