/** Socket.IO with its own client, over polling and over a WebSocket. */
import { once } from 'node:events';
import type { Socket } from 'socket.io-client';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { EventLog } from '#server/streams/event-log.ts';
import { closeOf, socketIoPath } from './support/engine-client.ts';
import { connected, KIB, next, OVER_WEBSOCKET, useSocketIoLab } from './support/socket-io-lab.ts';

vi.setConfig({ testTimeout: 20_000 });

const socketIo = useSocketIoLab();

const upgraded = (socket: Socket) =>
	expect.poll(() => socket.io.engine.transport.name).toBe('websocket');

describe('the library’s own client', () => {
	it('begins with polling, goes over to a WebSocket, and each exchange is observed', async () => {
		const { key, lane, log } = socketIo.openLane();
		const socket = socketIo.client(key);
		const received = next(socket, 'event');
		await connected(socket);
		await upgraded(socket);
		log.append('over the WebSocket');
		expect(await received).toEqual({ id: 1, data: 'over the WebSocket' });
		expect(new Set(lane.observed)).toEqual(new Set(['GET request', 'POST request', 'GET upgrade']));
		expect(lane.drops).toEqual([]);
	});

	it('resumes after the cursor of its auth, and is told of the gap first', async () => {
		const { key, log } = socketIo.openLane({}, new EventLog({ maxEvents: 2 }));
		for (const data of ['a', 'b', 'c', 'd', 'e']) log.append(data);
		const told: unknown[] = [];
		const socket = socketIo.client(key, { auth: { after: 1 } });
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
		const { key, lane } = socketIo.openLane();
		const socket = await connected(socketIo.client(key));
		expect(await socket.emitWithAck('message', '你好')).toBe(true);
		lane.takes = false;
		expect(await socket.emitWithAck('message', 'too many')).toBe(false);
		expect(lane.received).toEqual(['你好']);
	});

	it.each([{ after: 7 }, { after: -1 }, { after: '1' }, { after: 0.5 }, { after: 1e300 }])(
		'is refused with a sentence for the cursor %j',
		async (auth) => {
			const socket = socketIo.client(socketIo.openLane().key, { auth });
			await expect(connected(socket)).rejects.toMatchObject({
				message: expect.stringContaining('auth.after'),
				data: { status: 400 }
			});
		}
	);

	it('is told of another namespace that there is none', async () => {
		const socket = socketIo
			.client(socketIo.openLane().key, { autoConnect: false })
			.io.socket('/admin');
		socket.connect();
		await expect(connected(socket)).rejects.toThrow('Invalid namespace');
	});

	it('negotiates compression where its lane has it, and only there', async () => {
		const extensions: string[] = [];
		for (const compression of [false, true]) {
			const path = socketIoPath({
				...OVER_WEBSOCKET,
				lane: socketIo.openLane({ compression }).key
			});
			const webSocket = new WebSocket(`ws://127.0.0.1:${socketIo.lab.port}${path}`);
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
		const { key, log } = socketIo.openLane({ compression });
		const polling = await socketIo.engine(key).open('{}');
		log.append('x'.repeat(4 * KIB));
		const answer = await polling.poll();
		expect(answer.headers.get('content-encoding')).toBe(encoding);
		expect(await answer.text()).toContain('"id":1');
	});

	it('is told that its lane has ended', async () => {
		const { key, lane } = socketIo.openLane();
		const webSocket = await socketIo.joined(key);
		const closed = closeOf(webSocket);
		lane.end();
		expect(await closed).toBe('1000 the lane has ended');
	});
});
