/** Socket.IO beside everything else on the server, and clients that are none of its own. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { closeOf, nextOf, socketIoPath } from './support/engine-client.ts';
import { maskedFrame, openWebSocket } from './support/raw-client.ts';
import { OVER_WEBSOCKET, useSocketIoLab } from './support/socket-io-lab.ts';

vi.setConfig({ testTimeout: 20_000 });

const socketIo = useSocketIoLab();

describe('everything else on the server', () => {
	it('keeps its listeners', () => {
		const counts = ['request', 'upgrade', 'close', 'listening'].map((name) =>
			socketIo.lab.server.listenerCount(name)
		);
		socketIo.openLane();
		expect(counts.slice(0, 2)).toEqual([1, 1]);
	});

	it('answers as ever while Socket.IO is used', async () => {
		await socketIo.joined(socketIo.openLane().key);
		const echo = await openWebSocket(socketIo.lab.port, '/ws/echo');
		echo.write(maskedFrame(0x81, Buffer.from('a')));
		await echo.untilAfterHead(3);
		expect(echo.afterHead.toString('hex')).toBe('810161');
		echo.destroy();
		const page = await fetch(`http://127.0.0.1:${socketIo.lab.port}/en`);
		expect(await page.text()).toBe('page /en 0');
		const unknown = await openWebSocket(socketIo.lab.port, '/socket.io/?EIO=4&transport=websocket');
		expect(unknown.text).toMatch(/^HTTP\/1.1 404 /);
		unknown.destroy();
	});

	it('does not serve the library’s client', async () => {
		const file = `${TRANSPORT_PATHS['socket-io']}socket.io.js`;
		expect((await fetch(`http://127.0.0.1:${socketIo.lab.port}${file}`)).status).toBe(404);
	});
});

describe('a plain WebSocket client', () => {
	it('is spoken to in packets that are not its messages, and put out for its own', async () => {
		const { key, lane } = socketIo.openLane();
		const path = socketIoPath({ ...OVER_WEBSOCKET, lane: key });
		const webSocket = new WebSocket(`ws://127.0.0.1:${socketIo.lab.port}${path}`);
		expect(await nextOf(webSocket)).toMatch(/^0\{"sid":"[^"]+","upgrades":\[\],"pingInterval"/);
		const closed = closeOf(webSocket);
		webSocket.send('{"message":"Hello"}');
		expect(await closed).toMatch(/^1005$|^1008/);
		expect(lane.drops).toEqual(['bad-packet']);
		expect(lane.received).toEqual([]);
	});

	it('without the query of Engine.IO is refused in a sentence', async () => {
		const path = socketIoPath({ lane: socketIo.openLane().key });
		const refused = await openWebSocket(socketIo.lab.port, path);
		expect(refused.text).toMatch(/^HTTP\/1.1 400 [^]*EIO=4/);
		refused.destroy();
	});

	it('of /ws/events is no client for Socket.IO’s, nor the other way round', async () => {
		const { key, log } = socketIo.openLane();
		const events = new WebSocket(`ws://127.0.0.1:${socketIo.lab.port}/ws/events?lane=${key}`);
		await once(events, 'open');
		const message = nextOf(events);
		log.append('a');
		expect(await message).toBe('{"id":1,"data":"a"}');
		const closed = closeOf(events);
		events.send('40');
		expect(await closed).toMatch(/^1008/);
	});
});
