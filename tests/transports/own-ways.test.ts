/** What only one of the transports does. */
import { io } from 'socket.io-client';
import { expect, it, onTestFinished, vi } from 'vitest';
import { eventually, startTransportsLab } from './transports-lab.ts';

vi.setConfig({ testTimeout: 60_000 });

async function startLab() {
	const lab = await startTransportsLab();
	onTestFinished(() => lab.close());
	return lab;
}

it('short polling with an entity tag gets 304 until there is something new', async () => {
	const lab = await startLab();
	const { key, log } = lab.openLane();
	const statuses: number[] = [];
	const follower = await lab.follow('short-polling', key, {
		settings: { interval: 10, hold: 5, usesEtag: true },
		async fetch(url, init) {
			const response = await fetch(url, init);
			statuses.push(response.status);
			return response;
		}
	});
	await eventually(() => statuses.length >= 2);
	log.append('a');
	await eventually(() => follower.client.last === 1);
	const asked = statuses.length;
	await eventually(() => statuses.length >= asked + 2);
	expect(statuses.filter((status) => status === 200)).toHaveLength(1);
	expect(new Set(statuses)).toEqual(new Set([200, 304]));
});

it('long polling asks one question for each event that comes alone', async () => {
	const lab = await startLab();
	const { key, log } = lab.openLane();
	const follower = await lab.follow('long-polling', key);
	for (let each = 1; each <= 5; each++) {
		await eventually(() => lab.held === 1);
		log.append('x');
		await eventually(() => follower.client.last === each);
	}
	await eventually(() => lab.held === 1);
	expect(follower.requests.filter(({ kind }) => kind === 'begin')).toHaveLength(6);
});

it('Socket.IO begins with polling and goes over to a WebSocket, without losing an event', async () => {
	const lab = await startLab();
	const { key, log } = lab.openLane();
	const names: string[] = [];
	const follower = await lab.follow('socket-io', key, {
		io: ((url: string, options: object) => {
			const socket = io(url, options);
			socket.io.on('open', () => {
				const { engine } = socket.io;
				names.push(engine.transport.name);
				engine.on('upgrade', ({ name }) => names.push(name));
			});
			return socket;
		}) as typeof io
	});
	while (names.length < 2) {
		const { id } = log.append('x');
		await eventually(() => follower.client.last === id);
	}
	log.append('over the WebSocket');
	await eventually(() => follower.client.last === log.lastId);
	expect(names).toEqual(['polling', 'websocket']);
	expect(follower.ids).toEqual(Array.from({ length: log.lastId }, (_, index) => index + 1));
});
