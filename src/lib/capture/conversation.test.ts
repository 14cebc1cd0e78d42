import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflateRawSync, constants } from 'node:zlib';
import { formatHex } from '#lib/protocol/hex.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { BINARY, CONTINUATION, PING, PONG } from '#lib/protocol/frames/opcode.ts';
import {
	WireScript,
	closeFrame,
	frame,
	head,
	switching,
	upgradeRequest
} from '../../../tests/support/wire-script.ts';
import { Conversation, type ConversationRecord } from './conversation.ts';
import type { RecordingEvent } from './recording-event.ts';

function fold(events: readonly RecordingEvent[]): Conversation {
	const conversation = new Conversation(1, { inflate });
	events.forEach((event, index) => conversation.append(event, index));
	return conversation;
}

const text = new TextEncoder();
const HELLO = text.encode('Hello 你好');
const deflated = deflateRawSync(HELLO, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);

/** What a record is, times and chunks aside. */
function describeRecord(record: ConversationRecord): unknown {
	const { kind, direction, bytesLength, offset, isComplete } = record;
	const common = { kind, direction, bytesLength, offset, isComplete };
	if (record.kind === 'frame') {
		const { frame, message } = record;
		const told = message && { text: message.text(), size: message.size, isValid: message.isValid };
		return { ...common, bytes: formatHex(frame.bytes), violations: frame.violations, told };
	}
	if (record.kind === 'request' || record.kind === 'response') {
		const { head, verdict } = record;
		return { ...common, bytes: formatHex(head.bytes), isAccepted: verdict?.isAccepted };
	}
	if (record.kind === 'body' || record.kind === 'stray') {
		return { ...common, bytes: formatHex(record.bytes) };
	}
	return common;
}

function describeConversation(conversation: Conversation) {
	const { client, server, transitions, close, bytes, protocol, extensions } =
		conversation.at(Infinity);
	const steps = transitions.map(({ side, step, from, to, record }) =>
		[side, step, from, to, record].join(' ')
	);
	const records = conversation.records.map(describeRecord);
	return { records, client, server, steps, close, bytes, protocol, extensions };
}

function kinds(conversation: Conversation): string[] {
	return conversation.records.map(({ kind, direction }) => `${direction ?? '-'} ${kind}`);
}

const BAD_REQUEST = head('HTTP/1.1 400 Bad Request', 'Connection: close', 'Content-Length: 3');
const PLAIN = head('GET /healthz HTTP/1.1', 'Host: localhost');
const OK = head('HTTP/1.1 200 OK', 'Content-Length: 2');

const scenarios: Record<string, WireScript> = {
	'a conversation from the request to both FINs': new WireScript()
		.open(['Sec-WebSocket-Protocol: chat'], ['Sec-WebSocket-Protocol: chat'])
		.client(frame('client', { text: 'Hello 你好' }))
		.server(frame('server', { text: 'Hello 你好' }))
		.client(closeFrame('client', 3000, 'done'))
		.server(closeFrame('server', 3000, 'done'))
		.fin('server')
		.fin('client'),
	'frames in the same chunk as the 101': new WireScript()
		.accepted()
		.client(upgradeRequest())
		.server(switching(), frame('server', { text: 'first' }), frame('server', { text: 'second' }))
		.fin('server'),
	'fragments with a ping in between': new WireScript()
		.open()
		.client(
			frame('client', { text: 'Hel', fin: false }),
			frame('client', { opcode: PING, text: 'p' }),
			frame('client', { opcode: CONTINUATION, text: 'lo' })
		)
		.server(frame('server', { opcode: PONG, text: 'p' }), frame('server', { text: 'Hello' })),
	'permessage-deflate': new WireScript()
		.open(
			['Sec-WebSocket-Extensions: permessage-deflate'],
			['Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover']
		)
		.client(frame('client', { rsv1: true, payload: deflated }))
		.server(frame('server', { rsv1: true, payload: deflated })),
	'keep-alive exchanges before the upgrade': new WireScript()
		.accepted()
		.client(PLAIN)
		.server(OK, text.encode('ok'))
		.client(
			head('POST /x HTTP/1.1', 'Transfer-Encoding: chunked'),
			text.encode('3\r\nabc\r\n0\r\n\r\n')
		)
		.server(head('HTTP/1.1 204 No Content'))
		.client(upgradeRequest())
		.server(head('HTTP/1.1 103 Early Hints'), switching())
		.client(frame('client', { text: 'Hi' })),
	'a refused handshake': new WireScript()
		.accepted()
		.client(head('GET /ws/echo HTTP/1.1', 'Upgrade: h2c', 'Connection: Upgrade'))
		.server(BAD_REQUEST, text.encode('bad'))
		.fin('server')
		.fin('client'),
	'a refusal whose body ends with the connection': new WireScript()
		.accepted()
		.client(upgradeRequest())
		.server(head('HTTP/1.1 503 Service Unavailable'), text.encode('try again later'))
		.fin('server'),
	'a second attempt after a 401': new WireScript()
		.accepted()
		.client(upgradeRequest())
		.server(head('HTTP/1.1 401 Unauthorized', 'Content-Length: 0'))
		.client(upgradeRequest('Authorization: Basic eDp5'))
		.server(switching())
		.server(frame('server', { text: 'in' })),
	'a violation, its answer, and a reset': new WireScript()
		.open()
		.client(frame('client', { text: 'no mask', maskingKey: null }))
		.server(closeFrame('server', 1002))
		.rst('client'),
	'a frame that never ends': new WireScript()
		.open()
		.client(
			frame('client', { opcode: BINARY, payload: text.encode('abc'), announcedLength: 70_000 })
		)
		.fin('client')
		.server(closeFrame('server', 1006)),
	'bytes after a FIN, and after the recording stopped': new WireScript()
		.open()
		.fin('client')
		.client(text.encode('late'))
		.stopped()
		.server(text.encode('later')),
	'garbage instead of a request': new WireScript()
		.accepted()
		.client(text.encode('\x16\x03\x01\x02hello'))
		.server(BAD_REQUEST, text.encode('bad'))
		.fin('server')
};

describe('a conversation is the same however its bytes are cut', () => {
	for (const [name, script] of Object.entries(scenarios)) {
		const whole = describeConversation(fold(script.events()));

		it(`${name}, byte by byte`, () => {
			expect(describeConversation(fold(script.recut(() => 1)))).toEqual(whole);
		});

		it(`${name}, at random cuts`, () => {
			const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 40 });
			fc.assert(
				fc.property(sizes, (cuts) => {
					let next = 0;
					const events = script.recut(() => cuts[next++ % cuts.length] ?? 1);
					expect(describeConversation(fold(events))).toEqual(whole);
				}),
				{ numRuns: 25 }
			);
		});

		it(`${name}, seen at every cursor, is what a fold up to there gives`, () => {
			const events = script.recut(() => 7);
			const conversation = fold(events);
			for (let cursor = 0; cursor <= events.length; cursor += 1) {
				const until = fold(events.slice(0, cursor));
				const view = conversation.at(cursor);
				const expected = until.at(cursor);
				const isHeld = until.records.length !== view.recordIndex + 1;
				expect(isHeld).toBe(false);
				expect(view.completed).toBe(expected.completed);
				expect([view.client, view.server]).toEqual([expected.client, expected.server]);
				expect(view.transitions).toEqual(expected.transitions);
				expect(view.close).toEqual(expected.close);
				expect(view.bytes).toEqual(expected.bytes);
				expect(view.time).toBe(expected.time);
				const records = until.records.map(({ index }) => view.record(index));
				expect(records.map((record) => record && describeRecord(record))).toEqual(
					until.records.map(describeRecord)
				);
				expect(view.pending.map(({ index }) => index)).toEqual(
					expected.pending.map(({ index }) => index)
				);
			}
		});
	}
});

describe('the records of a conversation', () => {
	const table: [keyof typeof scenarios, string[]][] = [
		[
			'a conversation from the request to both FINs',
			[
				'- accepted',
				'client request',
				'server response',
				'client frame',
				'server frame',
				'client frame',
				'server frame',
				'server fin',
				'client fin'
			]
		],
		[
			'keep-alive exchanges before the upgrade',
			[
				'- accepted',
				'client request',
				'server response',
				'server body',
				'client request',
				'client body',
				'server response',
				'client request',
				'server response',
				'server response',
				'client frame'
			]
		],
		[
			'a refused handshake',
			['- accepted', 'client request', 'server response', 'server body', 'server fin', 'client fin']
		],
		[
			'a second attempt after a 401',
			[
				'- accepted',
				'client request',
				'server response',
				'client request',
				'server response',
				'server frame'
			]
		],
		[
			'bytes after a FIN, and after the recording stopped',
			[
				'- accepted',
				'client request',
				'server response',
				'client fin',
				'client stray',
				'- stopped',
				'server stray'
			]
		]
	];

	it.each(table)('of %s', (name, expected) => {
		expect(kinds(fold((scenarios[name] as WireScript).events()))).toEqual(expected);
	});

	it('carry the time of the first and of the last byte', () => {
		const hello = frame('client', { text: 'Hello' });
		const script = new WireScript().open().client(hello.subarray(0, 4)).client(hello.subarray(4));
		expect(fold(script.events()).records[3]).toMatchObject({
			t: 3000,
			tEnd: 4000,
			firstEvent: 3,
			lastEvent: 4,
			isComplete: true
		});
	});

	it('show a frame that is not whole as pending', () => {
		const hello = frame('client', { text: 'Hello' });
		const events = new WireScript().open().client(hello.subarray(0, 7)).events();
		const [pending] = fold(events).at(events.length).pending;
		expect(pending).toMatchObject({ isComplete: false, bytesLength: 7, message: null });
		expect(pending?.kind === 'frame' && pending.frame).toMatchObject({
			isComplete: false,
			payloadLength: 5
		});
	});

	it('hold the message on the frame that ends it', () => {
		const { records } = fold(
			(scenarios['fragments with a ping in between'] as WireScript).events()
		);
		const messages = records.map((record) =>
			record.kind === 'frame' ? (record.message?.text() ?? null) : null
		);
		expect(messages).toEqual([null, null, null, null, null, 'Hello', null, 'Hello']);
	});

	it('inflate by the parameters that the response agreed on', () => {
		const { records } = fold((scenarios['permessage-deflate'] as WireScript).events());
		const texts = records.flatMap((record) =>
			record.kind === 'frame' ? [record.message?.text()] : []
		);
		expect(texts).toEqual(['Hello 你好', 'Hello 你好']);
	});
});

describe('what the client sends before the 101 is seen', () => {
	const early = frame('client', { text: 'early' });

	it('is held, then read as frames with the time of its own bytes', () => {
		const script = new WireScript().accepted().client(upgradeRequest(), early).server(switching());
		const [, , response, held] = fold(script.events()).records;
		expect(response).toMatchObject({ kind: 'response', t: 2000 });
		expect(held).toMatchObject({ kind: 'frame', t: 1000, firstEvent: 2, lastEvent: 2 });
	});

	it('is the next request where the upgrade is refused', () => {
		const script = new WireScript()
			.accepted()
			.client(upgradeRequest(), PLAIN)
			.server(head('HTTP/1.1 426 Upgrade Required', 'Content-Length: 0'), OK, text.encode('ok'));
		expect(kinds(fold(script.events()))).toEqual([
			'- accepted',
			'client request',
			'server response',
			'client request',
			'server response',
			'server body'
		]);
	});

	it('is stray where no answer ever comes', () => {
		const script = new WireScript().accepted().client(upgradeRequest(), early).rst('server');
		expect(kinds(fold(script.events()))).toEqual([
			'- accepted',
			'client request',
			'client stray',
			'server rst'
		]);
	});

	it('is frames even where the client has ended before the answer', () => {
		const script = new WireScript()
			.accepted()
			.client(upgradeRequest(), early)
			.fin('client')
			.server(switching());
		expect(kinds(fold(script.events())).at(-1)).toBe('client frame');
	});
});

describe('a view', () => {
	const script = scenarios['a conversation from the request to both FINs'] as WireScript;
	const conversation = fold(script.events());

	it('gives the states of both sides', () => {
		const states = [0, 2, 3, 6, 7, 9].map((cursor) => {
			const { client, server } = conversation.at(cursor);
			return `${client} ${server}`;
		});
		expect(states).toEqual([
			'CONNECTING CONNECTING',
			'CONNECTING CONNECTING',
			'OPEN OPEN',
			'CLOSING CLOSING',
			'CLOSING CLOSING',
			'CLOSED CLOSED'
		]);
	});

	it('gives what the handshake agreed on, once it has', () => {
		expect(conversation.at(2).protocol).toBeNull();
		expect(conversation.at(3).protocol).toBe('chat');
		expect(conversation.at(2).request?.index).toBe(1);
		expect(conversation.at(2).response).toBeNull();
		expect(conversation.at(3).response?.index).toBe(2);
	});

	it('says nothing of the end before it has come', () => {
		expect(conversation.at(5).close.server).toEqual({ code: null, reason: '', wasClean: null });
	});

	it('gives code, reason and a clean end after a closing handshake', () => {
		const clean = { code: 3000, reason: 'done', wasClean: true };
		expect(conversation.at(9).close).toEqual({ client: clean, server: clean });
	});

	it('counts the bytes of each direction', () => {
		const total = (cursor: number) => conversation.at(cursor).bytes;
		expect(total(1)).toEqual({ client: 0, server: 0 });
		expect(total(2)).toEqual({
			client: upgradeRequest('Sec-WebSocket-Protocol: chat').length,
			server: 0
		});
	});

	it('gives the readyState that the page last told', () => {
		const folded = new Conversation(1, { inflate });
		expect(folded.at(1).readyState).toBeNull();
		const told = { name: 'new', url: 'ws://localhost/', protocols: [] } as const;
		folded.append({ t: 0, connection: 1, kind: 'page', error: 0, readyState: 0, told }, 4);
		expect(folded.at(4).readyState).toBeNull();
		expect(folded.at(5).readyState).toBe(0);
	});
});

describe('how an endpoint sees the end (§7.1.5)', () => {
	const ends: [string, WireScript, number | null, number | null, boolean][] = [
		[
			'1005 for a Close frame without a code',
			new WireScript()
				.open()
				.client(closeFrame('client', null))
				.server(closeFrame('server', null))
				.fin('server')
				.fin('client'),
			1005,
			1005,
			true
		],
		[
			'1006 without a Close frame',
			new WireScript().open().fin('client').fin('server'),
			1006,
			1006,
			false
		],
		[
			'1006 where the handshake was refused',
			scenarios['a refused handshake'] as WireScript,
			1006,
			1006,
			false
		],
		[
			'1002 and 1006 where the server fails the connection',
			scenarios['a violation, its answer, and a reset'] as WireScript,
			1002,
			1006,
			false
		]
	];

	it.each(ends)('%s', (_name, script, client, server, wasClean) => {
		const { close } = fold(script.events()).at(Infinity);
		expect([close.client.code, close.server.code]).toEqual([client, server]);
		expect(close.client.wasClean).toBe(wasClean);
	});
});

describe('append', () => {
	it('refuses an event of another connection', () => {
		const event = { t: 0, connection: 2, kind: 'accepted' } as const;
		expect(() => new Conversation(1).append(event, 0)).toThrow(RangeError);
	});

	it('never throws on hostile bytes', () => {
		const chunk = fc.record({
			direction: fc.constantFrom('client' as const, 'server' as const),
			bytes: fc.oneof(
				fc.uint8Array({ maxLength: 200 }),
				fc.constantFrom(upgradeRequest(), switching(), OK, PLAIN)
			)
		});
		fc.assert(
			fc.property(fc.array(chunk, { maxLength: 20 }), (chunks) => {
				const events = chunks.map(
					(each, t) => ({ t, connection: 1, kind: 'data', ...each }) as RecordingEvent
				);
				const conversation = fold(events);
				for (let cursor = 0; cursor <= events.length; cursor += 1) {
					const view = conversation.at(cursor);
					for (let index = 0; index <= view.recordIndex; index += 1) view.record(index);
				}
			})
		);
	});
});

it('a fold of 100,000 frames keeps one record a frame and finds its way by bisection', () => {
	const conversation = new Conversation(1, { inflate });
	const opening = new WireScript().open().events();
	opening.forEach((event, index) => conversation.append(event, index));
	const bytes = frame('client', { text: 'x' });
	for (let index = 3; index < 100_003; index += 1) {
		conversation.append(
			{ t: index * 1000, connection: 1, kind: 'data', direction: 'client', bytes },
			index
		);
	}
	expect(conversation.records).toHaveLength(100_003);
	const view = conversation.at(50_000);
	expect(view.recordIndex).toBe(49_999);
	expect(view.completed).toBe(50_000);
	expect(conversation.messageCount('client')).toBe(100_000);
});
