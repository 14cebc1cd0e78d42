/** Streams and lanes of a session: what their page is told, to the byte, and that they leave nothing behind. */
import { once } from 'node:events';
import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { Command, CommandResult } from '#lib/channel/messages.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import type { LaneSettings, Transport } from '#lib/transports/transport.ts';
import { MESSAGES_PATH, TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { startRelay, type ByteRelay } from './support/byte-relay.ts';
import { startRawLab, type RawLab, type RawLabSettings, type RawPage } from './support/raw-lab.ts';
import { eventually } from './channel-harness.ts';
import {
	laneRecords,
	laneTold,
	sumOf,
	type Bytes,
	type LaneRecord
} from './support/lane-records.ts';
import { openRaw, type RawClient } from './support/raw-client.ts';

vi.setConfig({ testTimeout: 30_000 });

const RACE: StreamSource = {
	kind: 'race',
	pattern: 'steady',
	rate: 50,
	size: 200,
	seconds: 120,
	seed: 3
};

let lab: RawLab;
const clients: { destroy(): void }[] = [];

afterEach(async () => {
	for (const client of clients.splice(0)) client.destroy();
	await lab.close();
	expect(lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
});

const laneOf = (transport: Transport): LaneSettings => ({
	transport,
	delay: 0,
	jitter: 0,
	compression: false
});

interface Opened extends CommandResult<'open-stream'> {
	readonly page: RawPage;
	readonly keys: readonly string[];
}

/** A page with one stream and a lane for each of these transports. */
async function open(
	transports: readonly Transport[],
	{ source = RACE, ...settings }: RawLabSettings & { source?: StreamSource } = {}
): Promise<Opened> {
	lab = await startRawLab({ tlsStartsAfter: 60_000, ...settings });
	return openOn(lab.openPage(), transports, source);
}

async function openOn(
	page: RawPage,
	transports: readonly Transport[],
	source: StreamSource = RACE
): Promise<Opened> {
	const lanes = transports.map(laneOf);
	const opened = await page.command({ type: 'open-stream', source, lanes });
	return { ...opened, page, keys: opened.lanes.map(({ key }) => key) };
}

function start({ page, stream }: Opened): Promise<unknown> {
	return page.command({ type: 'start-stream', stream });
}

async function until(check: () => boolean): Promise<void> {
	await eventually(check);
}

/** The records once this many exchanges are done. */
async function doneRecords({ page }: Opened, count: number): Promise<LaneRecord[]> {
	await until(() => laneRecords(page.events).filter(({ isDone }) => isDone).length >= count);
	return laneRecords(page.events);
}

function pathOf(transport: Transport, key = '', query = ''): string {
	return `${TRANSPORT_PATHS[transport]}?lane=${key}${query}`;
}

async function raw(): Promise<RawClient> {
	const client = await openRaw(lab.port);
	clients.push(client);
	return client;
}

function get(path: string, headers = ''): string {
	return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${lab.port}\r\n${headers}\r\n`;
}

function post(path: string, body: string, headers = ''): string {
	const type = 'Content-Type: application/json\r\n';
	const lines = `Host: 127.0.0.1:${lab.port}\r\n${type}Content-Length: ${body.length}\r\n${headers}`;
	return `POST ${path} HTTP/1.1\r\n${lines}\r\n${body}`;
}

/** What one request and its answer took on this connection, once nothing more comes. */
async function ask(client: RawClient, text: string): Promise<Bytes & { answer: string }> {
	const before = client.length;
	client.write(text);
	await client.until(() => isWhole(client.text.slice(before)));
	const answer = client.text.slice(before);
	return { client: Buffer.byteLength(text), server: answer.length, answer };
}

function isWhole(answer: string): boolean {
	const head = answer.indexOf('\r\n\r\n') + 4;
	if (head < 4) return false;
	const length = Number(/^content-length: *(\d+)/im.exec(answer.slice(0, head))?.[1] ?? 0);
	return answer.length >= head + length;
}

/** What this end of a connection says that has crossed it. */
function crossed({ bytesRead, bytesWritten }: Socket): Bytes {
	return { client: bytesWritten, server: bytesRead };
}

const ROOMS: [string, RawLabSettings['session']][] = [
	['kept', {}],
	['counted', { maxLaneBytes: 0 }],
	['kept at first and then counted', { maxLaneBytes: 700 }],
	['counted where the session has no room', { maxSessionBytes: 500 }],
	['counted while the page does not acknowledge', { maxOutboxBytes: 1 }]
];

describe.each(ROOMS)('bytes that are %s', (title, session) => {
	it.each<[string, (key: string) => string]>([
		['short polling', (key) => get(pathOf('short-polling', key, '&after=0'))],
		['messages', (key) => post(`${MESSAGES_PATH}?lane=${key}`, '{"message":"hi"}')]
	])('add up to those of the socket: %s', async (_name, requestOf) => {
		const opened = await open(['short-polling'], { session });
		await start(opened);
		const client = await raw();
		for (let n = 0; n < 6; n++) await ask(client, requestOf(opened.keys[0] ?? ''));
		const records = await doneRecords(opened, 6);
		expect(sumOf(records)).toEqual(crossed(client.socket));
		expect(new Set(records.map(({ socket }) => socket))).toEqual(new Set([1]));
		const hasCounted = laneTold(opened.page.events, 'counted').length > 0;
		expect(hasCounted).toBe(title !== 'kept');
	});

	it('add up to those of the socket: long polling, one after the other', async () => {
		const opened = await open(['long-polling'], { session });
		await start(opened);
		const client = await raw();
		let after = 0;
		for (let n = 0; n < 5; n++) {
			const { answer } = await ask(
				client,
				get(pathOf('long-polling', opened.keys[0], `&after=${after}`))
			);
			after = Number(/"last":(\d+)/.exec(answer)?.[1]);
		}
		const records = await doneRecords(opened, 5);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});

	it('add up to those of the socket: server-sent events until the client leaves', async () => {
		const opened = await open(['server-sent-events'], { session });
		await start(opened);
		const client = await raw();
		client.write(get(pathOf('server-sent-events', opened.keys[0])));
		await client.until(({ text }) => text.includes('id: 20\n'));
		await opened.page.command({ type: 'stop-stream', stream: opened.stream });
		await until(() => laneTold(opened.page.events, 'source-ended').length === 1);
		const { size, last } = emittedBy(opened);
		await client.until(({ text }) => new RegExp(`id: ${last}\\ndata: .*\\n\\n\\r\\n`).test(text));
		expect(size).toBe(last * 200);
		client.socket.end();
		await client.closed;
		const records = await doneRecords(opened, 1);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});

	it('add up to those of the socket: a WebSocket to its last frame', async () => {
		const opened = await open(['websocket'], { session });
		await start(opened);
		const webSocket = new WebSocket(
			`ws://127.0.0.1:${lab.port}${pathOf('websocket', opened.keys[0])}`
		);
		const [upgraded] = (await once(webSocket, 'upgrade')) as [IncomingMessage];
		let messages = 0;
		webSocket.on('message', () => messages++);
		webSocket.on('open', () => webSocket.send('{"message":"hello"}'));
		await until(() => messages > 20);
		webSocket.close(1000);
		await once(webSocket, 'close');
		const records = await doneRecords(opened, 1);
		expect(sumOf(records)).toEqual(crossed(upgraded.socket));
	});

	it('add up to those of the sockets: Socket.IO from its first poll to its last frame', async () => {
		const opened = await open(['socket-io'], { session });
		await start(opened);
		const relay = await startRelay(lab.port);
		const socket = io(`http://127.0.0.1:${relay.port}`, {
			path: TRANSPORT_PATHS['socket-io'],
			query: { lane: opened.keys[0] },
			reconnection: false
		});
		let events = 0;
		socket.on('event', () => events++);
		await until(() => events > 20 && socket.io.engine.transport.name === 'websocket');
		socket.emit('message', 'hello');
		await until(() => laneTold(opened.page.events, 'received').length === 1);
		const isClosed = new Promise((resolve) => socket.io.engine.once('close', resolve));
		socket.disconnect();
		await isClosed;
		await until(() => areAllDone(opened));
		expect(sumOf(laneRecords(opened.page.events))).toEqual(sumOfRelay(relay));
		await relay.close();
	});
});

/** Nothing is on its way: every exchange is done, and every connection has closed. */
function areAllDone({ page }: Opened): boolean {
	const records = laneRecords(page.events);
	const sockets = new Set(records.map(({ socket }) => socket));
	const isOver = laneTold(page.events, 'socket-closed').length === sockets.size;
	return isOver && records.every(({ isDone }) => isDone);
}

function sumOfRelay(relay: ByteRelay): Bytes {
	const sum = { client: 0, server: 0 };
	for (let n = 0; relay.bytes(n).client.length > 0; n++) {
		sum.client += relay.bytes(n).client.length;
		sum.server += relay.bytes(n).server.length;
	}
	return sum;
}

function emittedBy({ page }: Opened): { readonly last: number; readonly size: number } {
	const emitted = laneTold(page.events, 'emitted');
	return { last: emitted.length, size: emitted.reduce((sum, { size }) => sum + size, 0) };
}

describe('a pooled connection', () => {
	it('carries exchanges of several lanes and of nobody, each told apart to the byte', async () => {
		const opened = await open(['short-polling', 'short-polling']);
		const [one, two] = opened.keys;
		const client = await raw();
		const asked: Bytes[] = [];
		for (const path of [
			pathOf('short-polling', one),
			'/healthz',
			pathOf('short-polling', two),
			pathOf('short-polling', 'A'.repeat(22)),
			`${pathOf('short-polling', one)}&after=0`,
			'/a-page'
		]) {
			const { client: up, server: down } = await ask(client, get(path));
			asked.push({ client: up, server: down });
		}
		const records = await doneRecords(opened, 3);
		expect(records.map(({ lane }) => lane)).toEqual([1, 2, 1]);
		expect(records.map(({ total }) => total)).toEqual([asked[0], asked[2], asked[4]]);
		expect(records.map(({ socket }) => socket)).toEqual([1, 1, 1]);
	});

	it('may carry them in one write, without a pause', async () => {
		const opened = await open(['short-polling', 'short-polling']);
		const [one, two] = opened.keys;
		const message = post(
			`${MESSAGES_PATH}?lane=${two}`,
			'{"message":"你好"}'.replace('你好', 'hi')
		);
		const texts = [get(pathOf('short-polling', one)), get('/healthz'), message, get('/healthz')];
		const client = await raw();
		client.write(texts.join(''));
		await client.until(({ text }) => text.split('HTTP/1.1 2').length === 5);
		const records = await doneRecords(opened, 2);
		expect(records.map(({ client: bytes }) => bytes)).toEqual([texts[0], texts[2]]);
		expect(records.map(({ server }) => server.split('\r\n')[0])).toEqual([
			'HTTP/1.1 200 OK',
			'HTTP/1.1 204 No Content'
		]);
	});

	it('is told once to have closed, after what it carried', async () => {
		const opened = await open(['short-polling', 'long-polling']);
		const client = await raw();
		await ask(client, get(pathOf('short-polling', opened.keys[0])));
		client.write(get(pathOf('long-polling', opened.keys[1], '&hold=60')));
		await until(() => laneRecords(opened.page.events).length === 2);
		client.destroy();
		await until(() => laneTold(opened.page.events, 'socket-closed').length === 1);
		const names = opened.page.events.flatMap((event) =>
			event.kind === 'lane' ? [event.told.name] : []
		);
		expect(names).toEqual(['exchange', 'done', 'exchange', 'done', 'socket-closed']);
		expect(laneTold(opened.page.events, 'socket-closed')).toEqual([
			{ name: 'socket-closed', socket: 1 }
		]);
	});

	it('has another number than the next one', async () => {
		const opened = await open(['short-polling']);
		for (let n = 0; n < 2; n++) {
			const client = await raw();
			await ask(client, get(pathOf('short-polling', opened.keys[0])));
		}
		const records = await doneRecords(opened, 2);
		expect(records.map(({ socket }) => socket)).toEqual([1, 2]);
	});
});

describe('an exchange', () => {
	it('is told from its first byte to its end', async () => {
		const opened = await open(['short-polling']);
		const client = await raw();
		await ask(client, get(pathOf('short-polling', opened.keys[0])));
		const [record] = await doneRecords(opened, 1);
		const told = record?.events.map((event) =>
			event.kind === 'lane' ? event.told.name : event.kind
		);
		expect(told).toEqual(['exchange', 'accepted', 'data', 'data', 'done']);
		const times = record?.events.map(({ t }) => t).filter((_t, index) => index !== 1) ?? [];
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	it('ends with the body that came after its answer', async () => {
		const opened = await open(['short-polling']);
		const client = await raw();
		const path = `${MESSAGES_PATH}?lane=${opened.keys[0]}`;
		const body = 'x'.repeat(200_000);
		client.write(post(path, body).slice(0, -150_000));
		await client.until(({ text }) => text.includes('413'));
		client.write('x'.repeat(150_000));
		await ask(client, get(pathOf('short-polling', opened.keys[0])));
		const records = await doneRecords(opened, 2);
		expect(records[0]?.total.client).toBe(post(path, body).length);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});

	it('has the interim answer of one who asks first', async () => {
		const opened = await open(['short-polling']);
		const client = await raw();
		const body = '{"message":"hi"}';
		const text = post(`${MESSAGES_PATH}?lane=${opened.keys[0]}`, body, 'Expect: 100-continue\r\n');
		client.write(text.slice(0, -body.length));
		await client.until(({ text: got }) => got.includes('100 Continue'));
		client.write(body);
		await client.until(({ text: got }) => got.includes('204'));
		const records = await doneRecords(opened, 1);
		expect(sumOf(records)).toEqual(crossed(client.socket));
		expect(records[0]?.server).toBe(client.text);
	});

	it('is recorded where its cursor is refused', async () => {
		const opened = await open(['short-polling']);
		const client = await raw();
		await ask(client, get(pathOf('short-polling', opened.keys[0], '&after=7')));
		const [record] = await doneRecords(opened, 1);
		expect(record?.server).toBe(client.text);
		expect(record?.server).toMatch(/^HTTP\/1\.1 400 /);
	});

	it('is no part of a recording that could be forgotten', async () => {
		const opened = await open(['short-polling']);
		const client = await raw();
		await ask(client, get(pathOf('short-polling', opened.keys[0])));
		const [record] = await doneRecords(opened, 1);
		const { connection = 0 } = record ?? {};
		expect(await opened.page.codeOf({ type: 'forget', connection })).toBe('unknown-connection');
	});

	it('loses nothing over a break of the channel', async () => {
		const opened = await open(['short-polling']);
		await start(opened);
		const client = await raw();
		for (let n = 0; n < 40; n++) {
			if (n % 10 === 5) opened.page.lose();
			await ask(client, get(pathOf('short-polling', opened.keys[0])));
		}
		const records = await doneRecords(opened, 40);
		expect(records).toHaveLength(40);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});
});

describe('a race', () => {
	it('begins when it is told to, once, and tells of each event and of its end', async () => {
		const opened = await open(['short-polling'], { source: { ...RACE, seconds: 1, rate: 20 } });
		expect(laneTold(opened.page.events, 'emitted')).toEqual([]);
		await start(opened);
		expect(await opened.page.codeOf({ type: 'start-stream', stream: 1 })).toBe('bad-argument');
		await until(() => laneTold(opened.page.events, 'source-ended').length === 1);
		expect(laneTold(opened.page.events, 'emitted')).toEqual(
			Array.from({ length: 20 }, (_, index) => ({
				name: 'emitted',
				stream: 1,
				id: index + 1,
				size: 200
			}))
		);
		const { answer } = await ask(await raw(), get(pathOf('short-polling', opened.keys[0])));
		expect(answer).toContain('"last":20');
	});

	it('stops when it is told to, and what was made can still be had', async () => {
		const opened = await open(['short-polling']);
		await start(opened);
		await until(() => emittedBy(opened).last > 3);
		const { page, stream } = opened;
		await page.command({ type: 'stop-stream', stream });
		await page.command({ type: 'stop-stream', stream });
		expect(laneTold(page.events, 'source-ended')).toEqual([{ name: 'source-ended', stream: 1 }]);
		const { answer } = await ask(await raw(), get(pathOf('short-polling', opened.keys[0])));
		expect(answer).toContain(`"last":${emittedBy(opened).last},`);
		expect(await page.codeOf({ type: 'start-stream', stream })).toBe('bad-argument');
	});

	it('is told of what its clients send', async () => {
		const opened = await open(['short-polling']);
		await ask(await raw(), post(`${MESSAGES_PATH}?lane=${opened.keys[0]}`, '{"message":"12345"}'));
		await until(() => laneTold(opened.page.events, 'received').length === 1);
		expect(laneTold(opened.page.events, 'received')).toEqual([
			{ name: 'received', lane: 1, size: 5 }
		]);
	});
});

describe('a stream', () => {
	const closed = async (response: IncomingMessage): Promise<void> => {
		response.resume();
		await once(response, 'close');
	};

	/** An event stream that is open, through an agent of its own. */
	async function follow(key = ''): Promise<IncomingMessage> {
		const agent = new Agent();
		clients.push(agent);
		const asked: ClientRequest = httpRequest({
			port: lab.port,
			path: pathOf('server-sent-events', key),
			agent
		});
		asked.on('error', () => undefined);
		asked.end();
		const [response] = (await once(asked, 'response')) as [IncomingMessage];
		response.on('error', () => undefined);
		return response;
	}

	const nothing = { streams: 0, lanes: 0 };
	const isFreed = (): Promise<void> =>
		vi.waitFor(
			() => {
				expect(lab.registry.counts).toMatchObject(nothing);
				expect(lab.lab.held()).toBe(0);
			},
			{ timeout: 20_000 }
		);

	it('ends with its keys and connections when it is closed', async () => {
		const opened = await open(['server-sent-events', 'short-polling']);
		await start(opened);
		const response = await follow(opened.keys[0]);
		const { page, stream } = opened;
		await page.command({ type: 'close-stream', stream });
		await closed(response);
		const { answer } = await ask(await raw(), get(pathOf('short-polling', opened.keys[1])));
		expect(answer).toMatch(/^HTTP\/1\.1 404 /);
		await isFreed();
		for (const type of ['start-stream', 'stop-stream', 'close-stream'] as const) {
			expect(await page.codeOf({ type, stream })).toBe('unknown-stream');
		}
	});

	it.each<[string, (page: RawPage) => unknown]>([
		['its page leaves', (page) => page.channel.close()],
		['the server shuts down', () => lab.lab.close()]
	])('ends when %s', async (_title, end) => {
		const opened = await open(['server-sent-events']);
		await start(opened);
		const response = await follow(opened.keys[0]);
		const isClosed = closed(response);
		await end(opened.page);
		await isClosed;
		await isFreed();
		expect(lab.registry.lanes.find(opened.keys[0] ?? '')).toBeNull();
	});

	it('ends with a session whose page does not come back', async () => {
		lab = await startRawLab({ tlsStartsAfter: 60_000, session: { grace: 50 } });
		const opened = await openOn(lab.openPage(60_000), ['server-sent-events']);
		await start(opened);
		const response = await follow(opened.keys[0]);
		const isClosed = closed(response);
		opened.page.lose();
		await isClosed;
		await isFreed();
	});

	it('takes one more lane, which has the events from the first', async () => {
		const opened = await open(['short-polling']);
		await start(opened);
		await until(() => emittedBy(opened).last > 2);
		const { page, stream } = opened;
		const added = await page.command({ type: 'add-lane', stream, lane: laneOf('short-polling') });
		expect(added.lane).toBe(2);
		const { answer } = await ask(await raw(), get(pathOf('short-polling', added.key)));
		expect(answer).toContain('"events":[{"id":1,');
	});

	it.each<[string, Transport[], StreamSource, RawLabSettings, string | null]>([
		['a race', ['websocket'], RACE, {}, null],
		[
			'more lanes than a session has',
			['websocket', 'websocket'],
			RACE,
			lanesPerSession(1),
			'too-many-lanes'
		],
		[
			'a source that this server has not',
			['websocket'],
			{ kind: 'game' },
			{ session: {} },
			'bad-argument'
		]
	])('of %s', async (_title, transports, source, settings, code) => {
		lab = await startRawLab({ tlsStartsAfter: 60_000, ...settings });
		const page = lab.openPage();
		const lanes = transports.map(laneOf);
		expect(await page.codeOf({ type: 'open-stream', source, lanes })).toBe(code);
		expect(lab.registry.counts.lanes).toBe(code === null ? 1 : 0);
	});

	it('is one too many beyond the bound, until another is closed', async () => {
		const opened = await open(['websocket'], { session: { maxSessionStreams: 1 } });
		const lanes = [laneOf('websocket')];
		const again: Command = { type: 'open-stream', source: RACE, lanes };
		expect(await opened.page.codeOf(again)).toBe('too-many-streams');
		await opened.page.command({ type: 'close-stream', stream: opened.stream });
		expect(await opened.page.codeOf(again)).toBeNull();
	});

	it('has lanes that other sessions know nothing of', async () => {
		const opened = await open(['short-polling']);
		const other = lab.openPage();
		expect(await other.codeOf({ type: 'close-stream', stream: opened.stream })).toBe(
			'unknown-stream'
		);
		const theirs = await openOn(other, ['short-polling']);
		await ask(await raw(), get(pathOf('short-polling', theirs.keys[0])));
		await doneRecords(theirs, 1);
		expect(laneRecords(opened.page.events)).toEqual([]);
	});
});

function lanesPerSession(maxSessionLanes: number): RawLabSettings {
	return { session: { maxSessionLanes } };
}

describe('the terms of a session', () => {
	it('name no address of a server for this machine only', async () => {
		const { page } = await open(['websocket']);
		expect(page.terms).toMatchObject({ addresses: [], hasLoad: false });
	});
});
