import { gzipSync } from 'node:zlib';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { describe, expect, it } from 'vitest';
import { ExchangeReader, loadInflation, type Inflation } from './exchange-reader.ts';
import { findUpgradeSteps } from './upgrade-steps.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const KEY = Uint8Array.of(1, 2, 3, 4);

/** A lane's exchanges, as the channel would tell of them. */
class Lane {
	readonly book = new LaneBook();
	#t = 0;

	begin(number: number): this {
		const told = { name: 'exchange', lane: 1, socket: 1 } as const;
		this.book.add({ kind: 'lane', t: ++this.#t, connection: number, told });
		return this;
	}
	data(number: number, direction: 'client' | 'server', bytes: string | Uint8Array): this {
		const data = typeof bytes === 'string' ? bytesOf(bytes) : bytes;
		this.#t += 600_000;
		this.book.add({ kind: 'data', t: this.#t, connection: number, direction, bytes: data });
		return this;
	}
	tell(
		number: number,
		told: { name: 'done' } | { name: 'counted'; direction: 'server'; bytes: number }
	): this {
		this.book.add({ kind: 'lane', t: ++this.#t, connection: number, told });
		return this;
	}
	text(number: number, direction: 'client' | 'server', text: string): this {
		const key = direction === 'client' ? { maskingKey: KEY } : {};
		return this.data(number, direction, encodeFrame({ opcode: 1, payload: bytesOf(text), ...key }));
	}
	get exchanges() {
		return this.book.exchanges(1);
	}
	count(transport: Transport, inflation: Inflation | null = null): number | null | undefined {
		const [exchange] = this.exchanges;
		return exchange && new ExchangeReader(transport, inflation).eventCount(exchange);
	}
}

function answered(target: string, headers: string, body: string, request = ''): Lane {
	return new Lane()
		.begin(1)
		.data(1, 'client', `GET ${target} HTTP/1.1\r\nHost: a\r\n${request}\r\n`)
		.data(1, 'server', `HTTP/1.1 200 OK\r\n${headers}\r\n\r\n${body}`)
		.tell(1, { name: 'done' });
}

function upgraded(target: string): Lane {
	const upgrade = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n';
	return new Lane()
		.begin(1)
		.data(
			1,
			'client',
			`GET ${target} HTTP/1.1\r\nHost: a\r\n${upgrade}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
		)
		.data(
			1,
			'server',
			'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n'
		);
}

describe('the events that an exchange delivered', () => {
	const json = (body: string) => `Content-Type: application/json\r\nContent-Length: ${body.length}`;

	it.each([
		['{"last":2,"gap":null,"events":[{"id":1,"data":"a"},{"id":2,"data":"b"}]}', 2],
		['{"last":2,"gap":null,"events":[]}', 0],
		['{"code":"unknown"}', 0]
	])('are counted in a poll: %s', (body, count) => {
		expect(answered('/lab/events/poll', json(body), body).count('short-polling')).toBe(count);
	});

	it('are counted in an event stream, cut into chunks anywhere', () => {
		const body =
			'd\r\nretry: 1\n\nid:\r\n19\r\n 1\ndata: a\n\nevent: gap\nd\r\n5\r\nata: \r\nc\r\n\n\ndata: b\n\n\r\n\r\n';
		const headers = 'Content-Type: text/event-stream\r\nTransfer-Encoding: chunked';
		expect(answered('/lab/events/stream', headers, body).count('server-sent-events')).toBe(2);
	});

	it('are counted in the messages of a WebSocket, and again as it grows', () => {
		const lane = upgraded('/ws/events').text(1, 'server', '{"id":1,"data":"a"}');
		const reader = new ExchangeReader('websocket');
		const [exchange] = lane.exchanges;
		expect(exchange && reader.eventCount(exchange)).toBe(1);
		lane.text(1, 'server', '{"gap":{"from":2,"to":3}}').text(1, 'server', '{"id":4,"data":""}');
		lane.text(1, 'client', '{"message":"up"}');
		expect(exchange && reader.eventCount(exchange)).toBe(2);
	});

	it('are counted in the packets of Socket.IO', () => {
		const lane = upgraded('/lab/socket.io/?EIO=4&transport=websocket');
		lane.text(1, 'server', '3probe').text(1, 'server', '42["event",{"id":1,"data":"a"}]');
		lane.text(1, 'server', '42["gap",{"from":1,"to":2}]');
		expect(lane.count('socket-io')).toBe(1);
	});

	it('are counted although the conversation was read before', () => {
		const lane = upgraded('/lab/socket.io/?EIO=4&transport=websocket');
		lane.text(1, 'server', '42["event",{"id":1,"data":"a"}]').tell(1, { name: 'done' });
		const reader = new ExchangeReader('socket-io');
		const [exchange] = lane.exchanges;
		expect(exchange && reader.conversation(exchange).records).toHaveLength(3);
		expect(exchange && reader.eventCount(exchange)).toBe(1);
	});

	it('are not told where bytes were only counted', () => {
		const lane = new Lane().begin(1).tell(1, { name: 'counted', direction: 'server', bytes: 9 });
		expect(lane.count('websocket')).toBeNull();
	});

	it('are told of a compressed body once there is what inflates it', async () => {
		const body = latin1(gzipSync('{"last":1,"gap":null,"events":[{"id":1,"data":"a"}]}'));
		const head = `Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}`;
		const lane = new Lane()
			.begin(1)
			.data(1, 'client', 'GET /lab/events/poll HTTP/1.1\r\nHost: a\r\n\r\n')
			.data(1, 'server', `HTTP/1.1 200 OK\r\n${head}\r\n\r\n`)
			.data(
				1,
				'server',
				Uint8Array.from(body, (character) => character.charCodeAt(0))
			)
			.tell(1, { name: 'done' });
		expect(lane.count('short-polling')).toBeNull();
		expect(lane.count('short-polling', await loadInflation())).toBe(1);
	});
});

describe('the upgrade of Socket.IO', () => {
	const POLL = '/lab/socket.io/?EIO=4&transport=polling';

	it('is found step by step, each at its exchange, record and field', () => {
		const body = '0{"sid":"x","upgrades":["websocket"]}';
		const headers = `Content-Type: text/plain; charset=UTF-8\r\nContent-Length: ${body.length}`;
		const poll = answered(POLL, headers, body).exchanges;
		const socket = upgraded('/lab/socket.io/?EIO=4&transport=websocket')
			.text(1, 'client', '2probe')
			.text(1, 'server', '3probe')
			.text(1, 'client', '5').exchanges;
		const reader = new ExchangeReader('socket-io');
		const steps = findUpgradeSteps([...poll, ...socket], (each) => reader.conversation(each));
		expect(
			[...steps.values()].map(({ name, record, field, text }) => [name, record, field, text])
		).toEqual([
			['open', 2, 'packet-0-type', '0{"sid":"x",…'],
			['switch', 1, 'status', '101'],
			['probe', 2, 'packet-0-type', '2probe'],
			['answer', 3, 'packet-0-type', '3probe'],
			['upgrade', 4, 'packet-0-type', '5']
		]);
	});

	it('is not found where messages only look like it', () => {
		const { exchanges } = upgraded('/lab/socket.io/?EIO=4').text(1, 'server', '42["5"]');
		const reader = new ExchangeReader('socket-io');
		const steps = findUpgradeSteps(exchanges, (each) => reader.conversation(each));
		expect([...steps.keys()]).toEqual(['switch']);
	});
});
