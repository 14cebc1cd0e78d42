import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStreamParser } from '#lib/protocol/event-stream/event-stream-parser.ts';
import { decodeCursor } from './cursor.ts';
import {
	decodeServerMessage,
	encodeEventMessage,
	encodeGapMessage,
	type StreamEvent
} from './event-message.ts';
import { decodePollBody, encodePollBody } from './poll-body.ts';
import { decodeAuth, decodeSocketIoEvent, decodeSocketIoGap } from './socket-io-events.ts';
import {
	decodeSseGap,
	decodeSseJson,
	encodeSseEvent,
	encodeSseGap,
	SSE_CLOSING,
	SSE_KEEP_ALIVE,
	SSE_RETRY
} from './sse-event.ts';
import { decodeUpstream, encodeUpstream } from './upstream-message.ts';

/** Any UTF-16, also halves of surrogate pairs. */
const texts = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
	fc.array(fc.constantFrom('\r', '\n', ':', ' ', 'data', '\ufeff')).map((parts) => parts.join(''))
);
const events = fc.record({ id: fc.integer({ min: 1, max: 2 ** 40 }), data: texts });
const gaps = fc
	.tuple(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9))
	.map(([from, more]) => ({ from, to: from + more }));

/** What the bytes of an event stream mean to a browser. */
function parse(stream: string) {
	const parser = new EventStreamParser();
	return parser.push(new TextEncoder().encode(stream)).events;
}

describe('an event comes back as it was', () => {
	it('from a WebSocket message', () => {
		fc.assert(
			fc.property(events, (event) => {
				expect(decodeServerMessage(encodeEventMessage(event))).toEqual({ kind: 'event', event });
			})
		);
	});

	it('from the body of a poll', () => {
		fc.assert(
			fc.property(
				fc.record({ last: fc.nat(), gap: fc.option(gaps), events: fc.array(events) }),
				fc.boolean(),
				(body, more) => {
					const expected = more ? { ...body, more } : body;
					expect(decodePollBody(encodePollBody({ ...body, more }))).toEqual(expected);
				}
			)
		);
	});

	it('from an event stream', () => {
		const read = (event: StreamEvent) => {
			const [read] = parse(`${SSE_RETRY}${encodeSseEvent(event)}${SSE_KEEP_ALIVE}`);
			const data = read?.type === 'json' ? decodeSseJson(read.data) : read?.data;
			return { id: Number(read?.lastEventId), data };
		};
		fc.assert(fc.property(events, (event) => void expect(read(event)).toEqual(event)));
	});
});

describe('a gap comes back as it was', () => {
	it('from a WebSocket message', () => {
		const gap = { from: 1, to: 4 };
		expect(decodeServerMessage(encodeGapMessage(gap))).toEqual({ kind: 'gap', gap });
	});

	it('from an event stream, with the id that a resume begins after', () => {
		const [event] = parse(encodeSseGap({ from: 1, to: 4 }));
		expect(event).toMatchObject({ type: 'gap', lastEventId: '4' });
		expect(decodeSseGap(event?.data ?? '')).toEqual({ from: 1, to: 4 });
	});
});

describe('an event stream', () => {
	it('has a data line for each line of a text', () => {
		expect(encodeSseEvent({ id: 7, data: 'a\n\nb' })).toBe('id: 7\ndata: a\ndata: \ndata: b\n\n');
	});

	it.each(['a\rb', 'a\r\nb', '\ud800'])('has JSON for %j, which lines cannot carry', (data) => {
		expect(encodeSseEvent({ id: 7, data })).toBe(
			`event: json\nid: 7\ndata: ${JSON.stringify(data)}\n\n`
		);
	});

	it('says that it ends in an event of its own', () => {
		expect(parse(SSE_CLOSING)).toMatchObject([{ type: 'closing' }]);
	});
});

describe('what is none of ours is null', () => {
	it.each(['', '1', '{', '{"a":"b"}'])('as a text in JSON: %s', (data) => {
		expect(decodeSseJson(data)).toBeNull();
	});

	it.each(['', 'null', '{', '[]', '{"id":0,"data":""}', '{"id":1.5,"data":""}', '{"id":1}'])(
		'as a WebSocket message: %s',
		(text) => expect(decodeServerMessage(text)).toBeNull()
	);

	it.each(['{"gap":{"from":4,"to":1}}', '{"gap":{"from":0,"to":1}}', '{"gap":null}'])(
		'as a gap: %s',
		(text) => expect(decodeServerMessage(text)).toBeNull()
	);

	it.each([
		'',
		'{}',
		'{"last":-1,"gap":null,"events":[]}',
		'{"last":1,"gap":null,"events":[{"id":"1","data":""}]}',
		'{"last":1,"gap":{"from":2},"events":[]}'
	])('as the body of a poll: %s', (text) => expect(decodePollBody(text)).toBeNull());

	it.each(['', '""', '{"message":1}', '{"text":"a"}', '["a"]'])('as a message: %s', (text) => {
		expect(decodeUpstream(text)).toBeNull();
	});

	it.each([undefined, null, 'x', { id: 1 }, { id: '1', data: '' }, [1, 'x']])(
		'as a packet of Socket.IO: %j',
		(payload) => {
			expect(decodeSocketIoEvent(payload)).toBeNull();
			expect(decodeSocketIoGap(payload)).toBeNull();
		}
	);
});

it('a message to the server comes back as it was', () => {
	fc.assert(
		fc.property(texts, (text) => void expect(decodeUpstream(encodeUpstream(text))).toBe(text))
	);
});

it.each([
	[null, 0],
	['', 0],
	['0', 0],
	['12', 12],
	['9007199254740991', 9007199254740991],
	['9007199254740993', null],
	['012', null],
	['-1', null],
	['+1', null],
	['1e3', null],
	[' 1', null],
	['１', null],
	['1'.repeat(400), null]
])('the cursor %j is %j', (text, id) => expect(decodeCursor(text)).toBe(id));

it.each([
	[undefined, 0],
	[null, 0],
	[{}, 0],
	[{ after: 3 }, 3],
	[{ after: '3' }, null],
	[{ after: -1 }, null],
	[{ after: 1.5 }, null],
	[[], 0],
	['3', null]
])('the cursor of a CONNECT packet with %j is %j', (auth, after) => {
	expect(decodeAuth(auth)).toBe(after);
});
