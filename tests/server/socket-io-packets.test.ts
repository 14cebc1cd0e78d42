/** Packets that break Engine.IO or Socket.IO: each ends its own session, with a reason. */
import { Buffer } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import { closeOf, SEPARATOR, socketIoPath } from './support/engine-client.ts';
import { openWebSocket } from './support/raw-client.ts';
import { connected, KIB, next, OVER_WEBSOCKET, useSocketIoLab } from './support/socket-io-lab.ts';

vi.setConfig({ testTimeout: 20_000 });

const socketIo = useSocketIoLab();

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
		const { key, lane } = socketIo.openLane();
		const polling = await socketIo.engine(key).open();
		await polling.post(packet);
		expect(lane.drops).toEqual(['bad-packet']);
		await polling.poll();
		expect(await polling.isKnown()).toBe(false);
	});

	it.each(PACKETS)('by WebSocket: %s ends it, with a reason', async (_name, packet) => {
		const { key, lane } = socketIo.openLane();
		const webSocket = await socketIo.openSocket(key);
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
		const { key, lane } = socketIo.openLane();
		const webSocket = await socketIo.joined(key);
		const closed = closeOf(webSocket);
		webSocket.send(packet);
		expect(await closed).toMatch(/^(1005|1008)/);
		expect(lane.drops).toEqual(['bad-packet']);
		expect(lane.received).toEqual([]);
	});

	it('that would make forty thousand sockets make none', async () => {
		const { key, lane } = socketIo.openLane();
		const polling = await socketIo.engine(key).open();
		await polling.post(Array.from({ length: 40_000 }, () => '40').join(SEPARATOR));
		const packets = (await (await polling.poll()).text()).split(SEPARATOR);
		expect(packets.filter((packet) => packet.startsWith('40'))).toEqual([]);
		expect(lane.drops).toEqual(['bad-packet']);
	});

	it('of a WebSocket that breaks RFC 6455 end it with the code of `ws`', async () => {
		const { key, lane } = socketIo.openLane();
		const raw = await openWebSocket(
			socketIo.lab.port,
			socketIoPath({ ...OVER_WEBSOCKET, lane: key })
		);
		await raw.untilAfterHead(20);
		raw.write(Buffer.from('c18537fa213d7f9f4d5158', 'hex'));
		await raw.until(({ received }) => received.includes(Buffer.from('880203ea', 'hex')));
		await expect.poll(() => lane.drops).toEqual(['bad-packet']);
		raw.destroy();
	});

	it('of more bytes than one may have end it with 1009', async () => {
		const { key, lane } = socketIo.openLane();
		const webSocket = await socketIo.joined(key);
		const closed = closeOf(webSocket);
		webSocket.send(`42["message","${'x'.repeat(200 * KIB)}"]`);
		expect(await closed).toBe('1009');
		expect(lane.drops).toEqual(['bad-packet']);
	});

	it('with a message of more than 64 KiB end it with 1009', async () => {
		const { key, lane } = socketIo.openLane();
		const webSocket = await socketIo.joined(key);
		const closed = closeOf(webSocket);
		webSocket.send(`42["message","${'x'.repeat(65 * KIB)}"]`);
		expect(await closed).toBe('1009 the message is too long');
		expect(lane.received).toEqual([]);
	});

	it('in two POSTs at once, or two polls, are the end of a session', async () => {
		const { key, lane } = socketIo.openLane();
		const polling = await socketIo.engine(key).open();
		const answers = await Promise.all([polling.poll(), polling.poll()]);
		expect(answers.map(({ status }) => status).sort()).toContain(400);
		await expect.poll(() => lane.drops).toEqual(['bad-packet']);
	});

	it('leave the sessions of others alone', async () => {
		const good = socketIo.openLane();
		const socket = await connected(socketIo.client(good.key));
		const bad = await socketIo.engine(socketIo.openLane().key).open();
		await bad.post('x');
		const received = next(socket, 'event');
		good.log.append('still here');
		expect(await received).toEqual({ id: 1, data: 'still here' });
	});
});
