/** Bad input into the lab channel: a clear answer, nothing leaked, other sessions untouched. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNEL_PATH, CHANNEL_SUBPROTOCOL } from '#lib/channel/messages.ts';
import {
	eventually,
	startHarness,
	type Harness,
	type Page,
	type RawChannel
} from './channel-harness.ts';

vi.setConfig({ testTimeout: 30_000 });

let harness: Harness;
/** Another page, whose session must not notice anything. */
let bystander: Page;

beforeEach(async () => {
	harness = await startHarness({ commandsPerSecond: 10, commandBurst: 40, maxRefusals: 20 });
	bystander = harness.openPage({ pace: { clock: 60_000 } });
	await eventually(() => bystander.channel.clock !== null);
});

afterEach(async () => {
	const { connection } = await bystander.channel.command({ type: 'observe' });
	expect(connection).toBe(1);
	expect(bystander.statuses).toEqual(['connecting', 'open']);
	await harness.close();
});

async function welcomed(): Promise<RawChannel & { readonly token: string }> {
	const raw = await harness.openRaw();
	raw.send({ type: 'hello', version: 1 });
	const { token } = (await raw.next()) as { token: string };
	return { ...raw, token };
}

function upgrade(headers: Record<string, string>): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		httpRequest({
			port: harness.port,
			path: CHANNEL_PATH,
			headers: {
				Connection: 'Upgrade',
				Upgrade: 'websocket',
				'Sec-WebSocket-Version': '13',
				'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
				...headers
			}
		})
			.on('response', resolve)
			.on('upgrade', (_response, socket) => {
				socket.destroy();
				reject(new Error('upgraded'));
			})
			.on('error', reject)
			.end();
	});
}

describe('an upgrade', () => {
	it.each([
		['without a subprotocol', {}],
		['with another subprotocol', { 'Sec-WebSocket-Protocol': 'wire101.v2, chat' }]
	])('is refused with 400 %s', async (_name, headers) => {
		const response = await upgrade(headers as Record<string, string>);
		expect(response.statusCode).toBe(400);
		expect(harness.refusals).toContain('subprotocol');
		expect(harness.peer.size).toBe(1);
	});

	it('takes our subprotocol among others', async () => {
		const raw = await harness.openRaw(['chat', CHANNEL_SUBPROTOCOL]);
		expect(raw.socket.protocol).toBe(CHANNEL_SUBPROTOCOL);
	});

	it('never agrees to compress', async () => {
		const raw = await harness.openRaw();
		expect(raw.socket.extensions).toBe('');
	});
});

describe('the first message', () => {
	it.each([
		['nothing', ''],
		['no JSON', '{'],
		['a command', { type: 'observe', id: 1 }],
		['an ack', { type: 'ack', received: 0 }],
		['an unknown type', { type: 'sudo' }],
		['a token that is none', { type: 'resume', token: '', received: 0 }],
		['bytes', Uint8Array.of(1, 2, 3)]
	])('is answered with an error when it is %s', async (_name, message) => {
		const raw = await harness.openRaw();
		raw.send(message);
		expect(await raw.next()).toEqual({ type: 'refused', code: 'hello-expected' });
		expect(harness.registry.counts.sessions).toBe(1);
	});

	it('may follow a failed one', async () => {
		const raw = await harness.openRaw();
		raw.send({ type: 'hello', version: 2 });
		expect(await raw.next()).toEqual({ type: 'refused', code: 'unsupported-version' });
		raw.send({ type: 'hello', version: 1 });
		expect(await raw.next()).toMatchObject({ type: 'welcome' });
	});

	it('finds no session by a wrong token, and a few attempts are all there are', async () => {
		const raw = await harness.openRaw();
		for (let attempt = 0; attempt < 8; attempt++) {
			raw.send({ type: 'resume', token: String(attempt).repeat(22), received: 0 });
			expect(await raw.next()).toEqual({ type: 'refused', code: 'unknown-session' });
		}
		expect((await raw.closed).code).toBe(1008);
	});

	it('cannot resume what was never sent, and leaves that session its channel', async () => {
		const { token, socket } = await welcomed();
		const other = await harness.openRaw();
		other.send({ type: 'resume', token, received: 99 });
		expect(await other.next()).toEqual({ type: 'refused', code: 'cannot-resume' });
		expect(socket.readyState).toBe(WebSocket.OPEN);
	});
});

describe('a message inside a session', () => {
	it.each([
		['no JSON', '{"type":', 'malformed', null],
		['an array', [], 'malformed', null],
		['an unknown type', { type: 'sudo', id: 1 }, 'unknown-type', 1],
		['a second hello', { type: 'hello', version: 1 }, 'unknown-type', null],
		['a command without an id', { type: 'observe' }, 'malformed', null],
		['a command without its fields', { type: 'forget', id: 3 }, 'malformed', 3],
		['an ack of the future', { type: 'ack', received: 1000 }, 'malformed', null],
		['bytes', Uint8Array.of(0xff, 0xfe), 'binary-not-expected', null],
		['an unknown connection', { type: 'forget', id: 1, connection: 9 }, 'unknown-connection', 1],
		[
			'a ping for no connection',
			{ type: 'ping-peer', id: 1, connection: 1, payload: '' },
			'unknown-connection',
			1
		]
	])('gets an error reply when it is %s', async (_name, message, code, id) => {
		const raw = await welcomed();
		raw.send(message);
		expect(await raw.next()).toMatchObject({ type: 'error', seq: 1, code, id });
		raw.send({ type: 'clock', id: 10, pageTime: 0 });
		expect(await raw.next()).toMatchObject({ type: 'reply', id: 10 });
	});

	it('closes the channel with 1009 when it is too long', async () => {
		const raw = await welcomed();
		raw.send('x'.repeat(4097));
		expect((await raw.closed).code).toBe(1009);
	});

	it('closes the channel with 1007 when it is not UTF-8', async () => {
		const raw = await welcomed();
		raw.socket.send(Uint8Array.of(0xff), { binary: false });
		expect((await raw.closed).code).toBe(1007);
	});

	it('is refused over the rate, and the channel closed with 1008 when that does not help', async () => {
		const raw = await welcomed();
		const codes: unknown[] = [];
		for (let id = 1; id <= 100; id++) raw.send({ type: 'clock', id, pageTime: 0 });
		for (let id = 1; id <= 60; id++) {
			const { code } = (await raw.next()) as { code?: string };
			codes.push(code);
		}
		expect(codes.slice(0, 40).every((code) => code === undefined)).toBe(true);
		expect(codes.slice(45, 60).every((code) => code === 'rate-limited')).toBe(true);
		expect(await raw.closed).toEqual({ code: 1008, reason: 'too many messages' });
	});

	it('is charged when it acknowledges nothing new', async () => {
		const raw = await welcomed();
		for (let times = 0; times < 200; times++) raw.send({ type: 'ack', received: 0 });
		expect((await raw.closed).code).toBe(1008);
	});

	it('is bound by the same rate after a resume', async () => {
		const raw = await welcomed();
		for (let id = 1; id <= 100; id++) raw.send({ type: 'clock', id, pageTime: 0 });
		await raw.closed;
		const again = await harness.openRaw();
		again.send({ type: 'resume', token: raw.token, received: 60 });
		expect(await again.next()).toEqual({ type: 'resumed' });
		for (let id = 101; id <= 104; id++) again.send({ type: 'clock', id, pageTime: 0 });
		expect((await again.closed).code).toBe(1008);
	});
});

describe('somebody else’s session', () => {
	it('does not answer to its connections’ numbers', async () => {
		const { channel } = bystander;
		const mine = await welcomed();
		mine.send({ type: 'observe', id: 1 });
		const { result } = (await mine.next()) as { result: { connection: number; ticket: string } };
		await expect(
			channel.command({ type: 'forget', connection: result.connection })
		).rejects.toThrow('unknown-connection');
	});

	it('sees none of our events', async () => {
		const mine = await welcomed();
		mine.send({ type: 'observe', id: 1 });
		const { result } = (await mine.next()) as { result: { ticket: string } };
		const observation = harness.registry.redeem(result.ticket);
		observation?.sink.append({ kind: 'accepted', t: 0, connection: 1 });
		expect(await mine.next()).toBeInstanceOf(Buffer);
		expect(bystander.events).toEqual([]);
	});
});

it('a channel that resets in mid-message leaves nothing open', async () => {
	const raw = await welcomed();
	const socket = (raw.socket as unknown as { _socket: Socket })._socket;
	socket.write(Buffer.from('81fe0400', 'hex'));
	socket.resetAndDestroy();
	await once(raw.socket, 'close');
	await eventually(() => harness.peer.size === 1);
});
