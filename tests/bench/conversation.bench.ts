/**
 * Folding a recording into its conversation: the cost of an event must not grow with what came
 * before it, or a long session slows down its page.
 */
import { Conversations } from '../../src/lib/capture/conversations.ts';
import type { RecordingEvent } from '../../src/lib/capture/recording-event.ts';
import { encodeFrame } from '../../src/lib/protocol/frames/encode-frame.ts';
import { TEXT } from '../../src/lib/protocol/frames/opcode.ts';
import { computeAccept } from '../../src/lib/protocol/handshake/sec-websocket-accept.ts';
import { compareSpeed, type Bench, type Contender } from './bench.ts';

const SHORT = 1_000;
const LONG = 100_000;

const encoder = new TextEncoder();
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const REQUEST = `GET /ws/echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n`;
const RESPONSE = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${computeAccept(KEY)}\r\n\r\n`;
const MASKING_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** An echo of 64-byte texts: what the page sends, what the server's code is told, what returns. */
function makeEvents(count: number): RecordingEvent[] {
	const payload = encoder.encode('x'.repeat(64));
	const asked = encodeFrame({ opcode: TEXT, payload, maskingKey: MASKING_KEY });
	const answered = encodeFrame({ opcode: TEXT, payload });
	const told = { name: 'message', data: 'text', size: 64 } as const;
	const events: RecordingEvent[] = [
		{ t: 0, connection: 1, kind: 'accepted' },
		{ t: 1, connection: 1, kind: 'data', direction: 'client', bytes: encoder.encode(REQUEST) },
		{ t: 2, connection: 1, kind: 'data', direction: 'server', bytes: encoder.encode(RESPONSE) }
	];
	for (let t = events.length; t < count; t += 1) {
		const common = { t, connection: 1 };
		if (t % 3 === 0) {
			events.push({ ...common, kind: 'data', direction: 'client', bytes: asked.slice() });
		} else if (t % 3 === 1) events.push({ ...common, kind: 'server', told });
		else events.push({ ...common, kind: 'data', direction: 'server', bytes: answered.slice() });
	}
	return events;
}

/** Folds as often as it takes to fold 100,000 events. */
function folding(events: readonly RecordingEvent[]): Contender<readonly RecordingEvent[]> {
	return {
		prepare: () => events,
		run: () => {
			for (let done = 0; done < LONG; done += events.length) Conversations.of({ events });
		}
	};
}

export const benches: Bench[] = [
	{
		name: 'conversation folding, cost per event at 100k events against at 1k',
		target: '<= 1.3',
		// The speed of the short one against the long one is the cost of the long one's events.
		run: async () => compareSpeed(folding(makeEvents(SHORT)), folding(makeEvents(LONG)))
	}
];
