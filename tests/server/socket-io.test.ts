/** Socket.IO with its own client, with packets by hand, and beside everything else on the server. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { EventLog } from '#server/streams/event-log.ts';
import { BareLanes, type BareLane } from './support/bare-lanes.ts';
import { closeOf, EngineClient, nextOf, SEPARATOR, socketIoPath } from './support/engine-client.ts';
import { startLab, type LabFixture } from './support/lab-fixture.ts';
import { handshake, maskedFrame, openRaw, openWebSocket } from './support/raw-client.ts';

vi.setConfig({ testTimeout: 20_000 });

const KIB = 1024;
const OVER_WEBSOCKET = { EIO: '4', transport: 'websocket' };
const lanes = new BareLanes();
let lab: LabFixture;
let count = 0;

beforeAll(async () => {
	lab = await startLab({ subscribers: lanes });
});
afterAll(() => lab.close());

const sockets: Socket[] = [];
afterEach(() => {
	for (const socket of sockets.splice(0)) socket.disconnect();
});

function openLane(settings: Partial<BareLane['settings']> = {}, log = new EventLog()) {
	const key = `lane-${++count}`;
	return { key, log, lane: lanes.add(key, settings, log) };
}

function client(lane: string, options: Partial<ManagerOptions & SocketOptions> = {}): Socket {
	const socket = io(`http://127.0.0.1:${lab.port}`, {
		path: TRANSPORT_PATHS['socket-io'],
		query: { lane },
		forceNew: true,
		reconnection: false,
		...options
	});
	sockets.push(socket);
	return socket;
}

const connected = (socket: Socket) =>
	new Promise<Socket>((resolve, reject) => {
		socket.once('connect', () => resolve(socket));
		socket.once('connect_error', reject);
	});
const upgraded = (socket: Socket) =>
	expect.poll(() => socket.io.engine.transport.name).toBe('websocket');
const next = (socket: Socket, name: string) =>
	new Promise<unknown>((resolve) => socket.once(name, resolve));
const engine = (lane: string) => new EngineClient(lab.port, lane);

async function openSocket(lane: string): Promise<WebSocket> {
	const path = socketIoPath({ ...OVER_WEBSOCKET, lane });
	const webSocket = new WebSocket(`ws://127.0.0.1:${lab.port}${path}`);
	webSocket.on('error', () => undefined);
	onTestFinished(() => webSocket.terminate());
	await nextOf(webSocket);
	return webSocket;
}

async function joined(lane: string): Promise<WebSocket> {
	const webSocket = await openSocket(lane);
	webSocket.send('40');
	expect(await nextOf(webSocket)).toMatch(/^40\{"sid"/);
	return webSocket;
}

describe('the library’s own client', () => {
	it('begins with polling, goes over to a WebSocket, and each exchange is observed', async () => {
		const { key, lane, log } = openLane();
		const socket = client(key);
		const received = next(socket, 'event');
		await connected(socket);
		await upgraded(socket);
		log.append('over the WebSocket');
		expect(await received).toEqual({ id: 1, data: 'over the WebSocket' });
		expect(new Set(lane.observed)).toEqual(new Set(['GET request', 'POST request', 'GET upgrade']));
		expect(lane.drops).toEqual([]);
	});

	it('resumes after the cursor of its auth, and is told of the gap first', async () => {
		const { key, log } = openLane({}, new EventLog({ maxEvents: 2 }));
		for (const data of ['a', 'b', 'c', 'd', 'e']) log.append(data);
		const told: unknown[] = [];
		const socket = client(key, { auth: { after: 1 } });
		socket.onAny((name, value) => told.push([name, value]));
		await expect
			.poll(() => told)
			.toEqual([
				['gap', { from: 2, to: 3 }],
				['event', { id: 4, data: 'd' }],
				['event', { id: 5, data: 'e' }]
			]);
	});

	it('gets an acknowledgement that says whether the stream took the message', async () => {
		const { key, lane } = openLane();
		const socket = await connected(client(key));
		expect(await socket.emitWithAck('message', '你好')).toBe(true);
		lane.takes = false;
		expect(await socket.emitWithAck('message', 'too many')).toBe(false);
		expect(lane.received).toEqual(['你好']);
	});

	it.each([{ after: 7 }, { after: -1 }, { after: '1' }, { after: 0.5 }, { after: 1e300 }])(
		'is refused with a sentence for the cursor %j',
		async (auth) => {
			const socket = client(openLane().key, { auth });
			await expect(connected(socket)).rejects.toMatchObject({
				message: expect.stringContaining('auth.after'),
				data: { status: 400 }
			});
		}
	);

	it('is told of another namespace that there is none', async () => {
		const socket = client(openLane().key, { autoConnect: false }).io.socket('/admin');
		socket.connect();
		await expect(connected(socket)).rejects.toThrow('Invalid namespace');
	});

	it('negotiates compression where its lane has it, and only there', async () => {
		const extensions: string[] = [];
		for (const compression of [false, true]) {
			const path = socketIoPath({ ...OVER_WEBSOCKET, lane: openLane({ compression }).key });
			const webSocket = new WebSocket(`ws://127.0.0.1:${lab.port}${path}`);
			await once(webSocket, 'message');
			extensions.push(webSocket.extensions);
			webSocket.terminate();
		}
		expect(extensions[0]).toBe('');
		expect(extensions[1]).toMatch(/^permessage-deflate/);
	});

	it.each([
		[false, null],
		[true, 'gzip']
	])('with compression %s has long polls answered as %s', async (compression, encoding) => {
		const { key, log } = openLane({ compression });
		const polling = await engine(key).open('{}');
		log.append('x'.repeat(4 * KIB));
		const answer = await polling.poll();
		expect(answer.headers.get('content-encoding')).toBe(encoding);
		expect(await answer.text()).toContain('"id":1');
	});

	it('is told that its lane has ended', async () => {
		const { key, lane } = openLane();
		const webSocket = await joined(key);
		const closed = closeOf(webSocket);
		lane.end();
		expect(await closed).toBe('1000 the lane has ended');
	});
});

describe('everything else on the server', () => {
	it('keeps its listeners', () => {
		const counts = ['request', 'upgrade', 'close', 'listening'].map((name) =>
			lab.server.listenerCount(name)
		);
		openLane();
		expect(counts.slice(0, 2)).toEqual([1, 1]);
	});

	it('answers as ever while Socket.IO is used', async () => {
		await joined(openLane().key);
		const echo = await openWebSocket(lab.port, '/ws/echo');
		echo.write(maskedFrame(0x81, Buffer.from('a')));
		await echo.untilAfterHead(3);
		expect(echo.afterHead.toString('hex')).toBe('810161');
		echo.destroy();
		const page = await fetch(`http://127.0.0.1:${lab.port}/en`);
		expect(await page.text()).toBe('page /en 0');
		const unknown = await openWebSocket(lab.port, '/socket.io/?EIO=4&transport=websocket');
		expect(unknown.text).toMatch(/^HTTP\/1.1 404 /);
		unknown.destroy();
	});

	it('does not serve the library’s client', async () => {
		const file = `${TRANSPORT_PATHS['socket-io']}socket.io.js`;
		expect((await fetch(`http://127.0.0.1:${lab.port}${file}`)).status).toBe(404);
	});
});

describe('a plain WebSocket client', () => {
	it('is spoken to in packets that are not its messages, and put out for its own', async () => {
		const { key, lane } = openLane();
		const path = socketIoPath({ ...OVER_WEBSOCKET, lane: key });
		const webSocket = new WebSocket(`ws://127.0.0.1:${lab.port}${path}`);
		expect(await nextOf(webSocket)).toMatch(/^0\{"sid":"[^"]+","upgrades":\[\],"pingInterval"/);
		const closed = closeOf(webSocket);
		webSocket.send('{"message":"Hello"}');
		expect(await closed).toMatch(/^1005$|^1008/);
		expect(lane.drops).toEqual(['bad-packet']);
		expect(lane.received).toEqual([]);
	});

	it('without the query of Engine.IO is refused in a sentence', async () => {
		const path = socketIoPath({ lane: openLane().key });
		const refused = await openWebSocket(lab.port, path);
		expect(refused.text).toMatch(/^HTTP\/1.1 400 [^]*EIO=4/);
		refused.destroy();
	});

	it('of /ws/events is no client for Socket.IO’s, nor the other way round', async () => {
		const { key, log } = openLane();
		const events = new WebSocket(`ws://127.0.0.1:${lab.port}/ws/events?lane=${key}`);
		await once(events, 'open');
		const message = nextOf(events);
		log.append('a');
		expect(await message).toBe('{"id":1,"data":"a"}');
		const closed = closeOf(events);
		events.send('40');
		expect(await closed).toMatch(/^1008/);
	});
});

describe('a request', () => {
	const good = { EIO: '4', transport: 'polling' };
	const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
		handshake(path, { method, headers: { Upgrade: null, Connection: 'close', ...headers } });

	it.each<[string, number, (key: string) => string]>([
		['of no lane', 404, () => get(socketIoPath(good))],
		['of an unknown lane', 404, () => get(socketIoPath({ ...good, lane: 'guess' }))],
		[
			'of another origin',
			403,
			(lane) => get(socketIoPath({ ...good, lane }), { Origin: 'http://evil.example' })
		],
		[
			'under another name',
			421,
			(lane) => get(socketIoPath({ ...good, lane }), { Host: 'evil.example' })
		],
		['of Engine.IO 3', 400, (lane) => get(socketIoPath({ ...good, EIO: '3', lane }))],
		['without EIO', 400, (lane) => get(socketIoPath({ transport: 'polling', lane }))],
		['of no transport', 400, (lane) => get(socketIoPath({ EIO: '4', lane }))],
		[
			'of WebTransport',
			400,
			(lane) => get(socketIoPath({ EIO: '4', transport: 'webtransport', lane }))
		],
		[
			'of WebSocket without an upgrade',
			400,
			(lane) => get(socketIoPath({ ...OVER_WEBSOCKET, lane }))
		],
		['with a parameter twice', 400, (lane) => get(`${socketIoPath({ ...good, lane })}&lane=other`)],
		[
			'with a session nobody has',
			400,
			(lane) => get(socketIoPath({ ...good, lane, sid: 'guess' }))
		],
		[
			'with a session named __proto__',
			400,
			(lane) => get(socketIoPath({ ...good, lane, sid: '__proto__' }))
		],
		['with PUT', 405, (lane) => get(socketIoPath({ ...good, lane }), {}, 'PUT')],
		[
			'with a POST that begins a session',
			400,
			(lane) => get(socketIoPath({ ...good, lane }), { 'Content-Length': '0' }, 'POST')
		],
		[
			'with a long body',
			413,
			(lane) => get(socketIoPath({ ...good, lane }), { 'Content-Length': '999999' }, 'POST')
		],
		['to upgrade a poll', 400, (lane) => handshake(socketIoPath({ ...good, lane }))],
		['to upgrade for no lane', 404, () => handshake(socketIoPath(OVER_WEBSOCKET))],
		[
			'to upgrade from another origin',
			403,
			(lane) =>
				handshake(socketIoPath({ ...OVER_WEBSOCKET, lane }), {
					headers: { Origin: 'http://evil.example' }
				})
		],
		[
			'to upgrade under another name',
			421,
			(lane) =>
				handshake(socketIoPath({ ...OVER_WEBSOCKET, lane }), { headers: { Host: 'evil.example' } })
		],
		[
			'to upgrade to Engine.IO 3',
			400,
			(lane) => handshake(socketIoPath({ EIO: '3', transport: 'websocket', lane }))
		],
		[
			'to upgrade a session nobody has',
			400,
			(lane) => handshake(socketIoPath({ ...OVER_WEBSOCKET, lane, sid: 'guess' }))
		],
		[
			'to upgrade without a key',
			400,
			(lane) =>
				handshake(socketIoPath({ ...OVER_WEBSOCKET, lane }), {
					headers: { 'Sec-WebSocket-Key': null }
				})
		],
		[
			'for the address without its slash',
			404,
			(lane) => get(socketIoPath({ ...good, lane }).replace('/?', '?'))
		]
	])('%s gets %i', async (_name, status, request) => {
		const raw = await openRaw(lab.port);
		raw.write(request(openLane().key));
		await raw.untilAfterHead(0);
		expect(raw.text.slice(9, 12)).toBe(String(status));
		raw.destroy();
	});

	it('of one lane cannot speak in a session of another’s', async () => {
		const [mine, other] = [openLane(), openLane()];
		const { sid } = await engine(mine.key).open();
		const thief = engine(other.key);
		thief.sid = sid;
		expect((await thief.poll()).status).toBe(403);
		const path = socketIoPath({ ...OVER_WEBSOCKET, lane: other.key, sid });
		const raw = await openWebSocket(lab.port, path);
		expect(raw.text).toMatch(/^HTTP\/1.1 403 /);
		raw.destroy();
	});

	it('beyond the places of its lane gets 503, also many in one write', async () => {
		const small = await startLab({ subscribers: lanes, transportBounds: { perLane: 2 } });
		const { key, lane } = openLane();
		const path = socketIoPath({ ...good, lane: key });
		const raw = await openRaw(small.port);
		raw.write(handshake(path, { headers: { Upgrade: null, Connection: 'keep-alive' } }).repeat(5));
		await expect.poll(() => lane.observed.length).toBe(5);
		await expect.poll(() => small.lab.held()).toBe(2);
		const late = await fetch(`http://127.0.0.1:${small.port}${path}`);
		expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5']);
		expect(lane.drops).toContain('too-many-held');
		raw.destroy();
		await small.close();
	});
});

describe('bad packets', () => {
	const CONNECT_TWICE = `40${SEPARATOR}40`;
	const EVENT = '42["message","x"]';
	const PACKETS: readonly [string, string][] = [
		['an unknown Engine.IO type', 'x'],
		['nothing', ''],
		['a ping, which is the server’s', '2'],
		['a message without a packet', '4'],
		['an unknown Socket.IO type', '49'],
		['a second CONNECT', CONNECT_TWICE],
		['a CONNECT with a list', '40[]'],
		['a CONNECT that is not JSON', '40{"after":'],
		['an event before CONNECT', EVENT],
		['an event that is not JSON', `40${SEPARATOR}42["message"`],
		['an event without a name', `40${SEPARATOR}42[]`],
		['an acknowledgement', '43[]'],
		['a CONNECT_ERROR', '44{"message":"no"}'],
		['a binary event', '451-["message",{"_placeholder":true,"num":0}]'],
		['a binary event of a billion attachments', '451000000000-["message"]'],
		['binary data', 'bAAAA'],
		['JSON a hundred thousand levels deep', `42${'['.repeat(100_000)}`]
	];

	it.each(PACKETS)('by POST: %s ends the session, with a reason', async (_name, packet) => {
		const { key, lane } = openLane();
		const polling = await engine(key).open();
		await polling.post(packet);
		expect(lane.drops).toEqual(['bad-packet']);
		await polling.poll();
		expect(await polling.isKnown()).toBe(false);
	});

	it.each(PACKETS)('by WebSocket: %s ends it, with a reason', async (_name, packet) => {
		const { key, lane } = openLane();
		const webSocket = await openSocket(key);
		const closed = closeOf(webSocket);
		for (const each of packet.split(SEPARATOR)) webSocket.send(each);
		expect(await closed).toMatch(/^(1005|1008)/);
		expect(lane.drops).toEqual(['bad-packet']);
	});

	it.each([
		['another event', '42["other","x"]'],
		['a message that is no text', '42["message",{"toString":1}]'],
		['a message that is missing', '42["message"]'],
		['an event of a number', '42[7,"x"]'],
		['a reserved event', '42["disconnect"]']
	])('%s after CONNECT ends the session, with a reason', async (_name, packet) => {
		const { key, lane } = openLane();
		const webSocket = await joined(key);
		const closed = closeOf(webSocket);
		webSocket.send(packet);
		expect(await closed).toMatch(/^(1005|1008)/);
		expect(lane.drops).toEqual(['bad-packet']);
		expect(lane.received).toEqual([]);
	});

	it('that would make forty thousand sockets make none', async () => {
		const { key, lane } = openLane();
		const polling = await engine(key).open();
		await polling.post(Array.from({ length: 40_000 }, () => '40').join(SEPARATOR));
		const packets = (await (await polling.poll()).text()).split(SEPARATOR);
		expect(packets.filter((packet) => packet.startsWith('40'))).toEqual([]);
		expect(lane.drops).toEqual(['bad-packet']);
	});

	it('of a WebSocket that breaks RFC 6455 end it with the code of `ws`', async () => {
		const { key, lane } = openLane();
		const raw = await openWebSocket(lab.port, socketIoPath({ ...OVER_WEBSOCKET, lane: key }));
		await raw.untilAfterHead(20);
		raw.write(Buffer.from('c18537fa213d7f9f4d5158', 'hex'));
		await raw.until(({ received }) => received.includes(Buffer.from('880203ea', 'hex')));
		await expect.poll(() => lane.drops).toEqual(['bad-packet']);
		raw.destroy();
	});

	it('of more bytes than one may have end it with 1009', async () => {
		const { key, lane } = openLane();
		const webSocket = await joined(key);
		const closed = closeOf(webSocket);
		webSocket.send(`42["message","${'x'.repeat(200 * KIB)}"]`);
		expect(await closed).toBe('1009');
		expect(lane.drops).toEqual(['bad-packet']);
	});

	it('with a message of more than 64 KiB end it with 1009', async () => {
		const { key, lane } = openLane();
		const webSocket = await joined(key);
		const closed = closeOf(webSocket);
		webSocket.send(`42["message","${'x'.repeat(65 * KIB)}"]`);
		expect(await closed).toBe('1009 the message is too long');
		expect(lane.received).toEqual([]);
	});

	it('in two POSTs at once, or two polls, are the end of a session', async () => {
		const { key, lane } = openLane();
		const polling = await engine(key).open();
		const answers = await Promise.all([polling.poll(), polling.poll()]);
		expect(answers.map(({ status }) => status).sort()).toContain(400);
		await expect.poll(() => lane.drops).toEqual(['bad-packet']);
	});

	it('leave the sessions of others alone', async () => {
		const good = openLane();
		const socket = await connected(client(good.key));
		const bad = await engine(openLane().key).open();
		await bad.post('x');
		const received = next(socket, 'event');
		good.log.append('still here');
		expect(await received).toEqual({ id: 1, data: 'still here' });
	});
});

describe('a reader that takes nothing', () => {
	it('over a WebSocket is let go of, and others are not held up', async () => {
		const log = new EventLog();
		const [slow, fast] = [openLane({}, log), openLane({}, log)];
		const deaf = await joined(slow.key);
		deaf.pause();
		const reader = await joined(fast.key);
		const data = 'x'.repeat(64 * KIB);
		for (let each = 0; each < 1000 && slow.lane.drops.length === 0; each++) {
			const taken = nextOf(reader);
			log.append(data);
			await taken;
		}
		expect([slow.lane.drops, fast.lane.drops]).toEqual([['slow-reader'], []]);
	});

	it('by polling is let go of when too much waits for its next poll', async () => {
		const { key, lane, log } = openLane();
		const polling = await engine(key).open('{}');
		for (let each = 0; each < 40; each++) log.append('x'.repeat(64 * KIB));
		expect(lane.drops).toEqual(['slow-reader']);
		expect((await polling.poll()).status).toBe(400);
	});

	it('gets a long past in pieces that it has taken', async () => {
		const { key, lane, log } = openLane();
		for (let each = 0; each < 100; each++) log.append('x'.repeat(64 * KIB));
		const webSocket = await joined(key);
		let last = 0;
		webSocket.on('message', (data) => (last = Number(/"id":(\d+)/.exec(String(data))?.[1])));
		await expect.poll(() => last, { timeout: 10_000 }).toBe(100);
		expect(lane.drops).toEqual([]);
	});
});

describe('the end of the server', () => {
	it('is told to Socket.IO’s client, and to a WebSocket with 1001', async () => {
		const ending = await startLab({ subscribers: lanes });
		const { key, lane } = openLane();
		const path = socketIoPath({ ...OVER_WEBSOCKET, lane: key });
		const webSocket = new WebSocket(`ws://127.0.0.1:${ending.port}${path}`);
		await nextOf(webSocket);
		webSocket.send('40');
		await nextOf(webSocket);
		const told = [nextOf(webSocket), closeOf(webSocket)];
		await ending.close();
		expect(await Promise.all(told)).toEqual(['42["closing"]', '1001']);
		expect(lane.drops).toEqual(['closing']);
	});

	it('answers a poll that is held', async () => {
		const ending = await startLab({ subscribers: lanes });
		const { key, lane } = openLane();
		const polling = await new EngineClient(ending.port, key).open('{}');
		const held = polling.poll();
		await expect.poll(() => lane.observed.length).toBe(4);
		await ending.lab.close();
		expect(await (await held).text()).toContain('42["closing"]');
		await ending.close();
	});
});
