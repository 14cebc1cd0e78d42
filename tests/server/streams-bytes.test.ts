/** The bytes of a lane, kept or counted, are those that its clients’ sockets say have crossed. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { MESSAGES_PATH, TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { eventually } from './channel-harness.ts';
import { startRelay, type ByteRelay } from './support/byte-relay.ts';
import { laneRecords, laneTold, sumOf, type Bytes } from './support/lane-records.ts';
import type { RawLabSettings } from './support/raw-lab.ts';
import {
	ask,
	crossed,
	doneRecords,
	emittedBy,
	pathOf,
	startSource,
	useStreamLab,
	type OpenedStream
} from './support/stream-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const streams = useStreamLab();

const ROOMS: [string, RawLabSettings['session']][] = [
	['kept', {}],
	['counted', { maxLaneBytes: 0 }],
	['kept at first and then counted', { maxLaneBytes: 700 }],
	['counted where the session has no room', { maxSessionBytes: 500 }],
	['counted while the page does not acknowledge', { maxOutboxBytes: 1 }]
];

describe.each(ROOMS)('bytes that are %s', (title, session) => {
	it.each<[string, (key: string) => string]>([
		['short polling', (key) => streams.get(pathOf('short-polling', key, '&after=0'))],
		['messages', (key) => streams.post(`${MESSAGES_PATH}?lane=${key}`, '{"message":"hi"}')]
	])('add up to those of the socket: %s', async (_name, requestOf) => {
		const opened = await streams.open(['short-polling'], { session });
		await startSource(opened);
		const client = await streams.connect();
		for (let n = 0; n < 6; n++) await ask(client, requestOf(opened.keys[0] ?? ''));
		const records = await doneRecords(opened, 6);
		expect(sumOf(records)).toEqual(crossed(client.socket));
		expect(new Set(records.map(({ socket }) => socket))).toEqual(new Set([1]));
		const hasCounted = laneTold(opened.page.events, 'counted').length > 0;
		expect(hasCounted).toBe(title !== 'kept');
	});

	it('add up to those of the socket: long polling, one after the other', async () => {
		const opened = await streams.open(['long-polling'], { session });
		await startSource(opened);
		const client = await streams.connect();
		let after = 0;
		for (let n = 0; n < 5; n++) {
			const { answer } = await ask(
				client,
				streams.get(pathOf('long-polling', opened.keys[0], `&after=${after}`))
			);
			after = Number(/"last":(\d+)/.exec(answer)?.[1]);
		}
		const records = await doneRecords(opened, 5);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});

	it('add up to those of the socket: server-sent events until the client leaves', async () => {
		const opened = await streams.open(['server-sent-events'], { session });
		await startSource(opened);
		const client = await streams.connect();
		client.write(streams.get(pathOf('server-sent-events', opened.keys[0])));
		await client.until(({ text }) => text.includes('id: 20\n'));
		await opened.page.command({ type: 'stop-stream', stream: opened.stream });
		await eventually(() => laneTold(opened.page.events, 'source-ended').length === 1);
		const { size, last } = emittedBy(opened);
		await client.until(({ text }) => new RegExp(`id: ${last}\\ndata: .*\\n\\n\\r\\n`).test(text));
		expect(size).toBe(last * 200);
		client.socket.end();
		await client.closed;
		const records = await doneRecords(opened, 1);
		expect(sumOf(records)).toEqual(crossed(client.socket));
	});

	it('add up to those of the socket: a WebSocket to its last frame', async () => {
		const opened = await streams.open(['websocket'], { session });
		await startSource(opened);
		const webSocket = new WebSocket(
			`ws://127.0.0.1:${streams.lab.port}${pathOf('websocket', opened.keys[0])}`
		);
		const [upgraded] = (await once(webSocket, 'upgrade')) as [IncomingMessage];
		let messages = 0;
		webSocket.on('message', () => messages++);
		webSocket.on('open', () => webSocket.send('{"message":"hello"}'));
		await eventually(() => messages > 20);
		webSocket.close(1000);
		await once(webSocket, 'close');
		const records = await doneRecords(opened, 1);
		expect(sumOf(records)).toEqual(crossed(upgraded.socket));
	});

	it('add up to those of the sockets: Socket.IO from its first poll to its last frame', async () => {
		const opened = await streams.open(['socket-io'], { session });
		await startSource(opened);
		const relay = await startRelay(streams.lab.port);
		const socket = io(`http://127.0.0.1:${relay.port}`, {
			path: TRANSPORT_PATHS['socket-io'],
			query: { lane: opened.keys[0] },
			reconnection: false
		});
		let events = 0;
		socket.on('event', () => events++);
		await eventually(() => events > 20 && socket.io.engine.transport.name === 'websocket');
		socket.emit('message', 'hello');
		await eventually(() => laneTold(opened.page.events, 'received').length === 1);
		const isClosed = new Promise((resolve) => socket.io.engine.once('close', resolve));
		socket.disconnect();
		await isClosed;
		await eventually(() => areAllDone(opened));
		expect(sumOf(laneRecords(opened.page.events))).toEqual(sumOfRelay(relay));
		await relay.close();
	});
});

/** Nothing is on its way: every exchange is done, and every connection has closed. */
function areAllDone({ page }: OpenedStream): boolean {
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
