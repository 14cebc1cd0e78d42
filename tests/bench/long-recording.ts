/** A long recording as this page saves one: an echo's frames, and what both sides were told of them. */
import { Recording } from '../../src/lib/capture/recording.ts';
import type { RecordingEvent } from '../../src/lib/capture/recording-event.ts';
import { encodeFrame } from '../../src/lib/protocol/frames/encode-frame.ts';
import { TEXT } from '../../src/lib/protocol/frames/opcode.ts';
import { computeAccept } from '../../src/lib/protocol/handshake/sec-websocket-accept.ts';

type Untimed<Event> = Event extends RecordingEvent ? Omit<Event, 't' | 'connection'> : never;

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const REQUEST = [
	'GET /ws/echo HTTP/1.1',
	'Host: localhost:3000',
	'Connection: Upgrade',
	'Upgrade: websocket',
	'Sec-WebSocket-Version: 13',
	`Sec-WebSocket-Key: ${KEY}`
];
const RESPONSE = [
	'HTTP/1.1 101 Switching Protocols',
	'Upgrade: websocket',
	'Connection: Upgrade',
	`Sec-WebSocket-Accept: ${computeAccept(KEY)}`
];
const MASKING_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const PAYLOAD = new TextEncoder().encode('0123456789abcdef');

/** @param frames of both directions together, an even number */
export function makeLongRecording(frames: number): Recording {
	const recording = new Recording('2026-11-20T12:00:00.000Z');
	const add = (event: Untimed<RecordingEvent>): void => {
		recording.append({ ...event, t: recording.events.length * 150, connection: 1 });
	};
	const tellPage = (name: 'send' | 'message'): void =>
		add({ kind: 'page', error: 120, readyState: 1, told: { name, data: 'text', size: 16 } });
	const tellServer = (name: 'send' | 'message'): void =>
		add({ kind: 'server', told: { name, data: 'text', size: 16 } });
	add({ kind: 'accepted' });
	add({ kind: 'data', direction: 'client', bytes: head(REQUEST) });
	add({ kind: 'data', direction: 'server', bytes: head(RESPONSE) });
	for (let message = 0; message < frames / 2; message++) {
		tellPage('send');
		const asked = encodeFrame({ opcode: TEXT, payload: PAYLOAD, maskingKey: MASKING_KEY });
		add({ kind: 'data', direction: 'client', bytes: asked });
		tellServer('message');
		tellServer('send');
		add({
			kind: 'data',
			direction: 'server',
			bytes: encodeFrame({ opcode: TEXT, payload: PAYLOAD })
		});
		tellPage('message');
	}
	return recording;
}

function head(lines: readonly string[]): Uint8Array {
	return new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`);
}
