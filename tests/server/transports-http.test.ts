/** The transports of event streams on real sockets, with lanes that belong to no session. */
import { Buffer } from 'node:buffer';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { BareLanes, type BareLane } from './support/bare-lanes.ts';
import {
	handshake,
	maskedFrame,
	openRaw,
	openWebSocket,
	type RawClient
} from './support/raw-client.ts';

let lanes: BareLanes;
let lane: BareLane;
let zipped: BareLane;
let lab: LabServer;
let server: Server;
let port: number;
const clients: RawClient[] = [];

async function start(env: Record<string, string> = {}): Promise<void> {
	lanes = new BareLanes();
	lane = lanes.add('KEY');
	zipped = lanes.add('ZIP', { compression: true });
	lab = createLabServer({
		...parseOptions({ SHUTDOWN_SECONDS: '1', ...env }),
		log: pino({ level: 'silent' }),
		subscribers: lanes,
		transportBounds: { perLane: 2, inAll: 3, buffered: 2 ** 16, keepAlive: 50 }
	});
	server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	port = (server.address() as AddressInfo).port;
}

beforeEach(() => start());
afterEach(async () => {
	for (const client of clients.splice(0)) client.destroy();
	await lab.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const POLL = '/lab/events/poll?lane=KEY';
const LONG = '/lab/events/long-poll?lane=KEY';
const STREAM = '/lab/events/stream?lane=KEY';
const SOCKET = '/ws/events?lane=KEY';
const POST = '/lab/events/messages?lane=KEY';

function ask(target: string, init: RequestInit = {}): Promise<Response> {
	return fetch(`http://127.0.0.1:${port}${target}`, init);
}

/** Asks on a connection of its own, which stays open. */
async function askRaw(
	target: string,
	headers: Record<string, string> = {},
	method = 'GET'
): Promise<RawClient> {
	const client = await openRaw(port);
	clients.push(client);
	const plain = { Upgrade: null, Connection: null, 'Sec-WebSocket-Key': null };
	client.write(
		handshake(target, { method, headers: { ...plain, 'Sec-WebSocket-Version': null, ...headers } })
	);
	return client;
}

async function openSocket(target = SOCKET, headers = {}): Promise<RawClient> {
	const client = await openWebSocket(port, target, { headers });
	clients.push(client);
	return client;
}

/** Resolves once as many wait. */
async function untilHeld(count: number): Promise<void> {
	await expect.poll(() => lab.held()).toBe(count);
}

const EVENT = '{"id":1,"data":"one"}';

describe('what every address refuses', () => {
	it.each([
		['an unknown lane', '/lab/events/poll?lane=NONE', 404, 'unknown or has ended'],
		['no lane', '/lab/events/stream', 404, 'unknown or has ended'],
		['a cursor that is no number', `${POLL}&after=x`, 400, 'whole number'],
		['a negative cursor', `${LONG}&after=-1`, 400, 'whole number'],
		['a fraction', `${STREAM}&after=1.5`, 400, 'whole number'],
		[
			'a cursor beyond the last event',
			`${POLL}&after=2`,
			400,
			'the newest event of this stream is 1'
		],
		['two cursors', `${POLL}&after=0&after=1`, 400, 'given once'],
		['a hold that is too long', `${LONG}&hold=61`, 400, 'from 5 to 60'],
		['a hold that is too short', `${LONG}&hold=4`, 400, 'from 5 to 60'],
		['a hold that is no number', `${LONG}&hold=1e1`, 400, 'from 5 to 60'],
		['a WebSocket without a handshake', SOCKET, 426, 'opening handshake']
	])('%s', async (_name, target, status, text) => {
		lane.log.append('one');
		const response = await ask(target);
		expect([response.status, await response.text()]).toEqual([
			status,
			expect.stringContaining(text)
		]);
	});

	it.each([POLL, LONG, STREAM, POST])('a page of another origin at %s', async (target) => {
		const method = target === POST ? 'POST' : 'GET';
		const client = await askRaw(target, { Origin: 'http://evil.example' }, method);
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 403 /);
		expect(lane.observed).toEqual([]);
	});

	it('an unknown Host', async () => {
		const client = await askRaw(POLL, { Host: 'evil.example' });
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 421 /);
	});

	it.each([
		[POLL, 'PUT', 405, 'GET, HEAD, OPTIONS'],
		[LONG, 'POST', 405, 'GET, HEAD, OPTIONS'],
		[STREAM, 'DELETE', 405, 'GET, HEAD, OPTIONS'],
		[POST, 'GET', 405, 'POST, OPTIONS'],
		[POST, 'OPTIONS', 204, 'POST, OPTIONS'],
		[STREAM, 'OPTIONS', 204, 'GET, HEAD, OPTIONS']
	])('%s with %s is %i, and says what is allowed', async (target, method, status, allow) => {
		const response = await ask(target, { method });
		expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
	});

	it.each([POLL, LONG, STREAM])('HEAD of %s has a head and no body, at once', async (target) => {
		const response = await ask(target, { method: 'HEAD' });
		expect([response.status, await response.text()]).toEqual([200, '']);
	});

	it.each([
		['an unknown lane', '/ws/events?lane=NONE', {}, 404],
		['a bad cursor', `${SOCKET}&after=9`, {}, 400],
		['another origin', SOCKET, { Origin: 'http://evil.example' }, 403],
		['an unknown Host', SOCKET, { Host: 'evil.example' }, 421]
	])('a WebSocket of %s', async (_name, target, headers, status) => {
		const client = await openSocket(target, headers);
		expect(client.text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});
});

describe('short polling', () => {
	it('tells what came after the cursor', async () => {
		lane.log.append('one');
		lane.log.append('two');
		const response = await ask(`${POLL}&after=1`);
		expect(await response.json()).toEqual({ last: 2, gap: null, events: [{ id: 2, data: 'two' }] });
		expect(response.headers.get('cache-control')).toBe('private, no-cache');
	});

	it.each([
		['W/"1"', 304],
		['"0", W/"1"', 304],
		['*', 304],
		['W/"2"', 200]
	])('answers If-None-Match: %s with %i', async (tag, status) => {
		lane.log.append('one');
		const headers = { 'If-None-Match': tag };
		expect((await ask(`${POLL}&after=1`, { headers })).status).toBe(status);
	});

	it('is compressed where lane and client want it', async () => {
		zipped.log.append('one');
		const client = await askRaw('/lab/events/poll?lane=ZIP', { 'Accept-Encoding': 'br, gzip' });
		await client.untilAfterHead(20);
		expect(client.text).toContain('Content-Encoding: gzip');
		expect(gunzipSync(client.afterHead).toString()).toContain(EVENT);
	});

	it.each(['gzip;q=0', 'br', ''])('is not compressed for %j', async (encodings) => {
		const client = await askRaw('/lab/events/poll?lane=ZIP', { 'Accept-Encoding': encodings });
		await client.untilAfterHead(2);
		expect(client.text).not.toContain('Content-Encoding');
		expect(client.text).toContain('Vary: Accept-Encoding');
	});
});

describe('long polling', () => {
	it('answers at once where events wait', async () => {
		lane.log.append('one');
		expect(await (await ask(LONG)).json()).toMatchObject({ last: 1 });
	});

	it('holds a question until there is an event', async () => {
		const answer = ask(`${LONG}&after=0`);
		await untilHeld(1);
		lane.log.append('one');
		expect(await (await answer).text()).toBe(`{"last":1,"gap":null,"events":[${EVENT}]}`);
		expect(lab.held()).toBe(0);
	});

	it('answers with nothing after its time, whatever Node’s own timeouts are', async () => {
		await lab.close();
		server.closeAllConnections();
		server.close();
		await start();
		Object.assign(server, { requestTimeout: 1000, headersTimeout: 1000, keepAliveTimeout: 1000 });
		const response = await ask(`${LONG}&hold=5`);
		expect(await response.json()).toEqual({ last: 0, gap: null, events: [] });
	}, 15_000);

	it('refuses more than it holds, and tells the lane', async () => {
		const held = [await askRaw(LONG), await askRaw(LONG)];
		await untilHeld(2);
		const response = await ask(LONG);
		expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
		expect(lane.drops).toEqual(['too-many-held']);
		lane.log.append('one');
		for (const client of held) await client.untilAfterHead(20);
		expect(held.map(({ text }) => text.includes(EVENT))).toEqual([true, true]);
	});

	it('gives the place of a client that left to another', async () => {
		const gone = await askRaw(LONG);
		await untilHeld(1);
		gone.destroy();
		await untilHeld(0);
	});

	it('answers when the lane ends', async () => {
		const answer = ask(LONG);
		await untilHeld(1);
		lane.end();
		expect((await answer).status).toBe(200);
		expect((await ask(LONG)).status).toBe(404);
	});
});

describe('server-sent events', () => {
	it('say when to come back, what was missed, and what comes', async () => {
		lane.log.append('one');
		const client = await askRaw(STREAM);
		await client.until(({ text }) => text.includes('id: 1\ndata: one\n\n'));
		lane.log.append('two');
		await client.until(({ text }) => text.includes('id: 2\ndata: two\n\n'));
		expect(client.text).toMatch(/^HTTP\/1.1 200 [^]*text\/event-stream[^]*retry: 2000\n\n/);
	});

	it('resume behind Last-Event-ID, which beats `after`', async () => {
		for (const data of ['one', 'two']) lane.log.append(data);
		const client = await askRaw(`${STREAM}&after=0`, { 'Last-Event-ID': '1' });
		await client.until(({ text }) => text.includes('id: 2'));
		expect(client.text).not.toContain('id: 1');
	});

	it('refuse a Last-Event-ID that is none', async () => {
		const client = await askRaw(STREAM, { 'Last-Event-ID': 'x' });
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 400 [^]*Last-Event-ID is/);
	});

	it('are kept alive by comments', async () => {
		const client = await askRaw(STREAM);
		await client.until(({ text }) => text.includes(': keep-alive\n\n'));
		expect(lane.drops).toEqual([]);
	});

	it('arrive at once where they are compressed', async () => {
		const response = await ask('/lab/events/stream?lane=ZIP');
		expect(response.headers.get('content-encoding')).toBe('gzip');
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		zipped.log.append('one');
		let text = '';
		while (!text.includes('data: one')) text += (await reader?.read())?.value ?? '';
		expect(text).toContain('id: 1\ndata: one\n\n');
		await reader?.cancel();
		await untilHeld(0);
	});
});

describe('a WebSocket', () => {
	it('resumes behind `after` and gets each event as a text message', async () => {
		for (const data of ['zero', 'one']) lane.log.append(data);
		const client = await openSocket(`${SOCKET}&after=1`);
		const message = '{"id":2,"data":"one"}';
		await client.untilAfterHead(message.length + 2);
		expect(client.afterHead.toString('latin1')).toBe(
			`\x81${String.fromCharCode(message.length)}${message}`
		);
	});

	it('takes messages', async () => {
		const client = await openSocket();
		client.write(maskedFrame(0x81, Buffer.from('{"message":"hello"}')));
		await expect.poll(() => lane.received).toEqual(['hello']);
	});

	it.each([
		['text that is no JSON', 0x81, 'hello', 1008],
		['JSON that is no message', 0x81, '{"text":1}', 1008],
		['a binary message', 0x82, '{"message":"hello"}', 1003],
		['a message over 64 KiB', 0x81, `{"message":"${'x'.repeat(65_536)}"}`, 1009]
	])('is closed after %s', async (_name, first, payload, code) => {
		const client = await openSocket();
		client.write(maskedFrame(first, Buffer.from(payload)));
		await client.untilAfterHead(4);
		expect([client.afterHead[0], client.afterHead.readUInt16BE(2)]).toEqual([0x88, code]);
		expect(lane.received).toEqual([]);
	});

	it('agrees to permessage-deflate where its lane wants it', async () => {
		const offer = { 'Sec-WebSocket-Extensions': 'permessage-deflate' };
		expect((await openSocket('/ws/events?lane=ZIP', offer)).text).toContain('permessage-deflate');
		expect((await openSocket(SOCKET, offer)).text).not.toContain('permessage-deflate');
	});

	it('has no place beyond those of its lane', async () => {
		await openSocket();
		await openSocket();
		const third = await openSocket();
		expect(third.text).toMatch(/^HTTP\/1.1 503 [^]*Retry-After: 5/);
	});

	it('is closed with 1000 when its lane ends', async () => {
		const webSocket = new WebSocket(`ws://127.0.0.1:${port}${SOCKET}`);
		await new Promise((resolve) => webSocket.once('open', resolve));
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		lane.end();
		expect(await closed).toBe(1000);
	});
});

describe('messages by POST', () => {
	const headers = { 'Content-Type': 'application/json' };

	it('are taken', async () => {
		const response = await ask(POST, { method: 'POST', headers, body: '{"message":"你好"}' });
		expect([response.status, lane.received]).toEqual([204, ['你好']]);
	});

	it.each([
		['no JSON', 400, headers, 'hello'],
		['no message', 400, headers, '{"text":"hello"}'],
		['another type', 415, { 'Content-Type': 'text/plain' }, '{"message":"hello"}'],
		['more than 64 KiB', 413, headers, `{"message":"${'x'.repeat(65_536)}"}`]
	])('are refused as %s with %i', async (_name, status, given, body) => {
		const response = await ask(POST, { method: 'POST', headers: given, body });
		expect([response.status, lane.received]).toEqual([status, []]);
	});

	it('are refused as bytes that are no UTF-8', async () => {
		const body = Buffer.concat([Buffer.from('{"message":"'), Buffer.of(0xff), Buffer.from('"}')]);
		expect((await ask(POST, { method: 'POST', headers, body })).status).toBe(400);
	});

	it('are bounded also where no length was announced', async () => {
		const client = await askRaw(POST, { ...headers, 'Transfer-Encoding': 'chunked' }, 'POST');
		const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
		client.write(chunk + chunk + chunk + '0\r\n\r\n');
		await client.untilAfterHead(1);
		expect(client.text).toMatch(/^HTTP\/1.1 413 /);
	});

	it('get 429 where the lane takes no more', async () => {
		lane.takes = false;
		const response = await ask(POST, { method: 'POST', headers, body: '{"message":""}' });
		expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
	});
});

describe('a reader that does not read', () => {
	const BIG = 'x'.repeat(16_384);

	it('of an event stream is reset, and its lane told why', async () => {
		const client = await askRaw(STREAM);
		await untilHeld(1);
		client.socket.pause();
		while (lane.drops.length === 0) {
			for (let count = 0; count < 64; count++) lane.log.append(BIG);
			await new Promise(setImmediate);
		}
		client.socket.resume();
		await client.closed;
		expect([lane.drops, client.hasReset, lab.held()]).toEqual([['slow-reader'], true, 0]);
	});

	it('of a WebSocket is closed with 1013, and its lane told why', async () => {
		const webSocket = new WebSocket(`ws://127.0.0.1:${port}${SOCKET}`);
		await new Promise((resolve) => webSocket.once('open', resolve));
		webSocket.pause();
		while (lane.drops.length === 0) {
			for (let count = 0; count < 64; count++) lane.log.append(BIG);
			await new Promise(setImmediate);
		}
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		webSocket.resume();
		expect([await closed, lane.drops]).toEqual([1013, ['slow-reader']]);
	});
});

describe('the end of the server', () => {
	it('answers held questions, ends event streams, and closes WebSockets with 1001', async () => {
		const poll = await askRaw(LONG);
		const stream = await askRaw(STREAM);
		await untilHeld(2);
		const webSocket = new WebSocket(`ws://127.0.0.1:${port}/ws/events?lane=ZIP`);
		await new Promise((resolve) => webSocket.once('open', resolve));
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		await lab.close();
		await poll.untilAfterHead(10);
		await stream.until(({ socket }) => socket.readableEnded);
		expect(poll.text).toMatch(/^HTTP\/1.1 200 [^]*Connection: close[^]*"events":\[\]\}$/);
		expect(stream.text).toMatch(/event: closing\ndata: \{\}\n\n\r\n0\r\n\r\n$/);
		expect(await closed).toBe(1001);
	});

	it('refuses what comes then with 503', async () => {
		await lab.close();
		const response = await ask(POLL);
		expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
	});
});

it('every exchange of a lane is recorded before it is answered, refusals too', async () => {
	await ask(POLL);
	await ask(`${POLL}&after=9`);
	await ask(POST, { method: 'PUT' });
	await openSocket();
	expect(lane.observed).toEqual(['GET request', 'GET request', 'PUT request', 'GET upgrade']);
});
