/** How readers that do not read are let go of, and everybody when the server ends. */
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LONG, POLL, SOCKET, STREAM, useTransportLab } from './support/transport-lab.ts';

const transports = useTransportLab();

describe('a reader that does not read', () => {
	const BIG = 'x'.repeat(16_384);

	it('of an event stream is reset, and its lane told why', async () => {
		const client = await transports.askRaw(STREAM);
		await transports.untilHeld(1);
		client.socket.pause();
		while (transports.lane.drops.length === 0) {
			for (let count = 0; count < 64; count++) transports.lane.log.append(BIG);
			await new Promise(setImmediate);
		}
		client.socket.resume();
		await client.closed;
		expect([transports.lane.drops, client.hasReset, transports.lab.held()]).toEqual([
			['slow-reader'],
			true,
			0
		]);
	});

	it('of a WebSocket is closed with 1013, and its lane told why', async () => {
		const webSocket = new WebSocket(`ws://127.0.0.1:${transports.port}${SOCKET}`);
		await new Promise((resolve) => webSocket.once('open', resolve));
		webSocket.pause();
		while (transports.lane.drops.length === 0) {
			for (let count = 0; count < 64; count++) transports.lane.log.append(BIG);
			await new Promise(setImmediate);
		}
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		webSocket.resume();
		expect([await closed, transports.lane.drops]).toEqual([1013, ['slow-reader']]);
	});
});

describe('the end of the server', () => {
	it('answers held questions, ends event streams, and closes WebSockets with 1001', async () => {
		const poll = await transports.askRaw(LONG);
		const stream = await transports.askRaw(STREAM);
		await transports.untilHeld(2);
		const webSocket = new WebSocket(`ws://127.0.0.1:${transports.port}/ws/events?lane=ZIP`);
		await new Promise((resolve) => webSocket.once('open', resolve));
		const closed = new Promise((resolve) => webSocket.once('close', resolve));
		await transports.lab.close();
		await poll.untilAfterHead(10);
		await stream.until(({ socket }) => socket.readableEnded);
		expect(poll.text).toMatch(/^HTTP\/1.1 200 [^]*Connection: close[^]*"events":\[\]\}$/);
		expect(stream.text).toMatch(/event: closing\ndata: \{\}\n\n\r\n0\r\n\r\n$/);
		expect(await closed).toBe(1001);
	});

	it('refuses what comes then with 503', async () => {
		await transports.lab.close();
		const response = await transports.ask(POLL);
		expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
	});
});
