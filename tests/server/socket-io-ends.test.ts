/** How Socket.IO lets go of readers that take nothing, and of everybody when the server ends. */
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { EventLog } from '#server/streams/event-log.ts';
import { closeOf, EngineClient, nextOf, socketIoPath } from './support/engine-client.ts';
import { startLab } from './support/lab-fixture.ts';
import { KIB, OVER_WEBSOCKET, useSocketIoLab } from './support/socket-io-lab.ts';

vi.setConfig({ testTimeout: 20_000 });

const socketIo = useSocketIoLab();

describe('a reader that takes nothing', () => {
	it('over a WebSocket is let go of, and others are not held up', async () => {
		const log = new EventLog();
		const [slow, fast] = [socketIo.openLane({}, log), socketIo.openLane({}, log)];
		const deaf = await socketIo.joined(slow.key);
		deaf.pause();
		const reader = await socketIo.joined(fast.key);
		const data = 'x'.repeat(64 * KIB);
		for (let each = 0; each < 1000 && slow.lane.drops.length === 0; each++) {
			const taken = nextOf(reader);
			log.append(data);
			await taken;
		}
		expect([slow.lane.drops, fast.lane.drops]).toEqual([['slow-reader'], []]);
	});

	it('by polling is let go of when too much waits for its next poll', async () => {
		const { key, lane, log } = socketIo.openLane();
		const polling = await socketIo.engine(key).open('{}');
		for (let each = 0; each < 40; each++) log.append('x'.repeat(64 * KIB));
		expect(lane.drops).toEqual(['slow-reader']);
		expect((await polling.poll()).status).toBe(400);
	});

	it('gets a long past in pieces that it has taken', async () => {
		const { key, lane, log } = socketIo.openLane();
		for (let each = 0; each < 100; each++) log.append('x'.repeat(64 * KIB));
		const webSocket = await socketIo.joined(key);
		let last = 0;
		webSocket.on('message', (data) => (last = Number(/"id":(\d+)/.exec(String(data))?.[1])));
		await expect.poll(() => last, { timeout: 10_000 }).toBe(100);
		expect(lane.drops).toEqual([]);
	});
});

describe('the end of the server', () => {
	it('is told to Socket.IO’s client, and to a WebSocket with 1001', async () => {
		const ending = await startLab({ subscribers: socketIo.lanes });
		const { key, lane } = socketIo.openLane();
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
		const ending = await startLab({ subscribers: socketIo.lanes });
		const { key, lane } = socketIo.openLane();
		const polling = await new EngineClient(ending.port, key).open('{}');
		const held = polling.poll();
		await expect.poll(() => lane.observed.length).toBe(4);
		await ending.lab.close();
		expect(await (await held).text()).toContain('42["closing"]');
		await ending.close();
	});
});
