/**
 * What it costs that a session's page sees every byte: events to 50 WebSockets of a session, each
 * recorded and told over the channel, against the same without a tap on the sockets. Both servers
 * run side by side at the same rate, so the figure is their processor time.
 */
import { once as onceEmitted } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { pino } from 'pino';
import { WebSocket as WsWebSocket } from 'ws';
import { LabChannel } from '#lib/channel/lab-channel.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { createLabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { figureOf, type Bench } from './bench.ts';
import { Child, ROLE } from './child.ts';

const LANES = 50;
/** Of one command. */
const MOST_LANES = 32;
const SOURCE = {
	kind: 'race',
	pattern: 'steady',
	rate: 50,
	size: 100,
	seconds: 120,
	seed: 1
} as const;
const LANE: LaneSettings = { transport: 'websocket', delay: 0, jitter: 0, compression: false };
const UPGRADE =
	'Upgrade: websocket\r\nConnection: Upgrade\r\n' +
	'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';

const SLICE = 500;
const SLICES = 31;
const WARM_UP = 6;

type Role = 'observed' | 'unobserved';

/** Says its port, and its processor time (µs) when asked. */
function serve(role: Role): void {
	const lab = createLabServer({ ...parseOptions({}), log: pino({ level: 'silent' }) });
	const server = createServer((request, response) => lab.handle(request, response));
	if (role === 'observed') lab.attach(server);
	else server.on('upgrade', (request, socket, head) => lab.upgrade(request, socket, head));
	server.listen(0, '127.0.0.1', () => {
		process.send?.({ port: (server.address() as AddressInfo).port });
	});
	process.on('message', () => {
		const { user, system } = process.cpuUsage();
		process.send?.({ cpu: user + system });
	});
}

/** A page and the clients of its lanes; counts bytes, of both, for who asks. */
function follow(): void {
	let told = 0;
	let got = 0;
	process.on('message', async ({ port }: { port?: number }) => {
		if (port !== undefined) {
			await openLanes(
				port,
				(bytes) => (got += bytes),
				(events) => (told += events)
			);
		}
		process.send?.({ told, got });
	});
}

async function openLanes(
	port: number,
	onBytes: (bytes: number) => void,
	onTold: (events: number) => void
): Promise<void> {
	class PageWebSocket extends WsWebSocket {
		constructor(url: string, protocols: string[] = []) {
			super(url, protocols, { origin: `http://127.0.0.1:${port}` });
		}
	}
	const channel = new LabChannel({
		url: `ws://127.0.0.1:${port}/lab/channel`,
		WebSocket: PageWebSocket as unknown as typeof WebSocket,
		onEvents: (events) => onTold(events.filter(({ kind }) => kind === 'data').length)
	});
	channel.open();
	const lanes = Array.from({ length: MOST_LANES }, () => LANE);
	const opened = await channel.command({ type: 'open-stream', source: SOURCE, lanes });
	const { stream } = opened;
	const keys = opened.lanes.map(({ key }) => key);
	while (keys.length < LANES) {
		keys.push((await channel.command({ type: 'add-lane', stream, lane: LANE })).key);
	}
	for (const key of keys) (await openLane(port, key)).on('data', ({ length }) => onBytes(length));
	await channel.command({ type: 'start-stream', stream });
}

async function openLane(port: number, key: string): Promise<Socket> {
	const socket = connect({ port, host: '127.0.0.1', noDelay: true });
	await onceEmitted(socket, 'connect');
	const path = `${TRANSPORT_PATHS.websocket}?lane=${key}&after=0`;
	socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${UPGRADE}\r\n`);
	await onceEmitted(socket, 'data');
	return socket;
}

interface Side {
	readonly server: Child;
	readonly page: Child;
}

async function open(role: Role): Promise<Side> {
	const server = new Child(import.meta.url, role);
	const { port } = await server.reply<{ port: number }>();
	const page = new Child(import.meta.url, 'page');
	await page.ask({ port });
	return { server, page };
}

async function observation(): Promise<number[]> {
	const sides = { observed: await open('observed'), unobserved: await open('unobserved') };
	const cpu = ({ server }: Side) => server.ask<{ cpu: number }>({}).then((told) => told.cpu);
	const both = () => Promise.all([cpu(sides.observed), cpu(sides.unobserved)]);
	try {
		const ratios: number[] = [];
		let before = await both();
		for (let slice = -WARM_UP; slice < SLICES; slice++) {
			await new Promise((resolve) => setTimeout(resolve, SLICE));
			const after = await both();
			if (slice >= 0) ratios.push((after[0] - before[0]) / (after[1] - before[1]));
			before = after;
		}
		await check(sides);
		return ratios;
	} finally {
		for (const { server, page } of Object.values(sides))
			for (const each of [server, page]) each.stop();
	}
}

/** That one page saw what its lanes did, and the other nothing. */
async function check(sides: Record<Role, Side>): Promise<void> {
	for (const [role, { page }] of Object.entries(sides)) {
		const { told, got } = await page.ask<{ told: number; got: number }>({});
		if (got === 0) throw new Error(`nothing came over the lanes that are ${role}`);
		if (told > 0 !== (role === 'observed')) throw new Error(`${told} chunks were told: ${role}`);
	}
}

if (ROLE === 'page') follow();
else if (ROLE) serve(ROLE as Role);

export const benches: Bench[] = [
	{
		name: `observation: ${LANES} WebSockets at ${SOURCE.rate} events a second, processor time / unobserved`,
		target: 'none',
		run: async () => figureOf(await observation())
	}
];
