/** The page's end of the channel against a server that does everything wrong. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import { encodeBatch, type ChannelEvent } from '#lib/channel/batch.ts';
import { LabChannel } from '#lib/channel/lab-channel.ts';
import { eventually, PageWebSocket } from './channel-harness.ts';

vi.setConfig({ testTimeout: 30_000 });

const token = 'AAAAAAAAAAAAAAAAAAAAAA';
const welcome = {
	type: 'welcome',
	token,
	startedAt: '2026-11-20T12:00:00.000Z',
	time: 0,
	terms: {
		maxMessageBytes: 1024,
		runs: { maxBytes: 4096, maxWrites: 64, maxSeconds: 10 },
		hasRawServer: true,
		hasTls: false,
		addresses: [],
		hasLoad: false
	}
};

let server: WebSocketServer;
let channel: LabChannel;
let events: ChannelEvent[];
/** First message of each channel that the page opened. */
let openings: unknown[];
/** What the server does with the n-th channel, after its opening. */
let scripts: ((socket: ServerSocket) => void)[];

beforeEach(async () => {
	events = [];
	openings = [];
	server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
	server.on('connection', (socket) => {
		socket.once('message', (data) => {
			openings.push(JSON.parse(String(data)));
			scripts[openings.length - 1]?.(socket);
		});
	});
	await once(server, 'listening');
	channel = new LabChannel({
		url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
		WebSocket: PageWebSocket,
		pace: { first: 1, most: 2, ack: 1, clock: 600_000 },
		onEvents: (batch) => events.push(...batch)
	});
});

afterEach(() => {
	channel.close();
	for (const socket of server.clients) socket.terminate();
	server.close();
});

function send(socket: ServerSocket, message: object): void {
	socket.send(JSON.stringify(message));
}

function batch(seq: number): Uint8Array {
	return encodeBatch(seq, 0, seq, [{ kind: 'accepted', connection: seq, t: seq }]);
}

function seen(): number[] {
	return events.map((event) => event.connection);
}

it.each([
	['text that is no JSON', 'hello'],
	['an unknown message', '{"type":"nonsense"}'],
	['bytes that are no batch', Uint8Array.of(9, 9, 9)],
	['an error of an unknown code', '{"type":"refused","code":"mood"}']
])('opens another channel after %s', async (_name, message) => {
	scripts = [(socket) => socket.send(message), (socket) => send(socket, welcome)];
	channel.open();
	await eventually(() => channel.status === 'open');
	expect(openings).toHaveLength(2);
});

it('takes a repeated message once', async () => {
	scripts = [
		(socket) => {
			send(socket, welcome);
			for (const seq of [1, 1, 2, 1, 2, 3]) socket.send(batch(seq));
		}
	];
	channel.open();
	await eventually(() => events.length >= 3);
	expect(seen()).toEqual([1, 2, 3]);
});

it('resumes where a message is missing', async () => {
	scripts = [
		(socket) => {
			send(socket, welcome);
			for (const seq of [1, 3]) socket.send(batch(seq));
		},
		(socket) => {
			send(socket, { type: 'resumed' });
			for (const seq of [2, 3]) socket.send(batch(seq));
		}
	];
	channel.open();
	await eventually(() => events.length >= 3);
	expect(seen()).toEqual([1, 2, 3]);
	expect(openings[1]).toEqual({ type: 'resume', token, received: 1 });
});

it('acknowledges what it has received', async () => {
	const acks: unknown[] = [];
	scripts = [
		(socket) => {
			socket.on('message', (data) => acks.push(JSON.parse(String(data))));
			send(socket, welcome);
			for (const seq of [1, 2, 3]) socket.send(batch(seq));
		}
	];
	channel.open();
	await eventually(() => acks.some((ack) => JSON.stringify(ack) === '{"type":"ack","received":3}'));
});

it('fails a command whose reply has not the shape it should have', async () => {
	scripts = [
		(socket) => {
			send(socket, welcome);
			send(socket, { type: 'reply', seq: 1, until: 0, id: 1, result: { ticket: 7 } });
		}
	];
	channel.open();
	await expect(channel.command({ type: 'observe' })).rejects.toMatchObject({ code: 'bad-reply' });
});

it('keeps no more than 256 commands', async () => {
	scripts = [];
	channel.open();
	const commands = Array.from({ length: 257 }, () => channel.command({ type: 'observe' }));
	const results = Promise.allSettled(commands);
	await expect(commands[256]).rejects.toMatchObject({ code: 'too-many-commands' });
	channel.close();
	await results;
});

it('asks for the time again soon where the server refused to tell it: the page’s own events wait for it', async () => {
	let asked = 0;
	scripts = [
		(socket) => {
			send(socket, welcome);
			socket.on('message', (data) => {
				const { type, id } = JSON.parse(String(data)) as { type: string; id: number };
				if (type !== 'clock') return;
				asked += 1;
				const told = { seq: asked, until: asked, id };
				if (asked > 1) send(socket, { type: 'reply', ...told, result: { serverTime: asked } });
				else send(socket, { type: 'error', ...told, code: 'rate-limited', message: '' });
			});
		}
	];
	channel.open();
	await eventually(() => asked > 1);
});
