/**
 * A recording made of really encoded bytes, for tests of what is drawn from one: a handshake with
 * a computed Accept, then what the test asks for, 1 ms apart unless it says otherwise.
 */
import { Conversations } from '#lib/capture/conversations.ts';
import type { Conversation } from '#lib/capture/conversation.ts';
import { Recording } from '#lib/capture/recording.ts';
import type { PageTold, ServerTold } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { BINARY, CLOSE, TEXT } from '#lib/protocol/frames/opcode.ts';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const MASKING_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const CONNECTION = 1;

export class EncodedConversation {
	readonly recording = new Recording('2026-11-20T12:00:00.000Z');
	readonly conversations = new Conversations({ inflate });
	#t = 0;

	get conversation(): Conversation {
		const conversation = this.conversations.get(CONNECTION);
		if (!conversation) throw new RangeError('nothing has been recorded yet');
		return conversation;
	}

	/** Lets so many µs pass. */
	wait(microseconds: number): this {
		this.#t += microseconds;
		return this;
	}

	accepted(): this {
		return this.#append({ kind: 'accepted' });
	}

	bytes(direction: Direction, bytes: Uint8Array): this {
		return this.#append({ kind: 'data', direction, bytes });
	}

	/** Accepted, request, 101 with the right Accept. */
	handshake(target = '/ws/echo'): this {
		return this.accepted().request(target).response(computeAccept(KEY));
	}

	request(target = '/ws/echo'): this {
		const lines = [
			`GET ${target} HTTP/1.1`,
			'Host: localhost:3000',
			'Connection: Upgrade',
			'Upgrade: websocket',
			'Sec-WebSocket-Version: 13',
			`Sec-WebSocket-Key: ${KEY}`
		];
		return this.bytes('client', head(lines));
	}

	response(accept: string): this {
		const lines = [
			'HTTP/1.1 101 Switching Protocols',
			'Upgrade: websocket',
			'Connection: Upgrade',
			`Sec-WebSocket-Accept: ${accept}`
		];
		return this.bytes('server', head(lines));
	}

	/** Frames of one direction in one chunk, the client's masked. */
	frames(direction: Direction, ...frames: FrameDescription[]): this {
		const maskingKey = direction === 'client' ? MASKING_KEY : null;
		const encoded = frames.map((frame) => encodeFrame({ maskingKey, ...frame }));
		return this.bytes(direction, join(encoded));
	}

	text(direction: Direction, text: string): this {
		return this.frames(direction, { opcode: TEXT, payload: new TextEncoder().encode(text) });
	}

	binary(direction: Direction, payload: Uint8Array): this {
		return this.frames(direction, { opcode: BINARY, payload });
	}

	close(direction: Direction, code: number | null, reason = ''): this {
		return this.frames(direction, { opcode: CLOSE, payload: encodeClosePayload(code, reason) });
	}

	fin(direction: Direction): this {
		return this.#append({ kind: 'fin', direction });
	}

	rst(direction: Direction): this {
		return this.#append({ kind: 'rst', direction });
	}

	stopped(): this {
		return this.#append({ kind: 'stopped', bound: 'connection' });
	}

	page(readyState: 0 | 1 | 2 | 3, told: PageTold): this {
		return this.#append({ kind: 'page', readyState, told, error: 120 });
	}

	server(told: ServerTold): this {
		return this.#append({ kind: 'server', told });
	}

	#append(event: Record<string, unknown>): this {
		const appended = { ...event, t: this.#t, connection: CONNECTION } as Parameters<
			Recording['append']
		>[0];
		this.conversations.append(this.recording.append(appended));
		return this.wait(1000);
	}
}

function head(lines: readonly string[]): Uint8Array {
	return new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n`);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
