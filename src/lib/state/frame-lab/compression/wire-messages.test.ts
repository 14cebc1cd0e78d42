import { describe, expect, it } from 'vitest';
import { Conversation } from '#lib/capture/conversation.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { compressMessages } from './compress-messages.ts';
import { readAnswer } from './deflate-answer.ts';
import { messageFrames } from './message-frames.ts';
import { windowBefore, wireMessages } from './wire-messages.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const utf8 = (text: string) => new TextEncoder().encode(text);
const newKey = () => Uint8Array.of(9, 8, 7, 6);

class Recorded {
	readonly conversation = new Conversation(1, { inflate });
	#index = 0;

	data(direction: 'client' | 'server', bytes: Uint8Array): this {
		return this.#append({ kind: 'data', direction, bytes });
	}

	runEnd(): this {
		const told = { name: 'end', outcome: 'written', bytes: 1 } as const;
		return this.#append({ kind: 'run', direction: 'client', told });
	}

	request(): this {
		const extensions = 'permessage-deflate; client_max_window_bits';
		const request = encodeRequest({
			target: '/ws/echo?deflate=on',
			host: 'a',
			key: KEY,
			extensions
		});
		return this.#append({ kind: 'accepted' }).data('client', request);
	}

	response(status: string, extensions: string): this {
		const lines = [
			`HTTP/1.1 ${status}`,
			'Upgrade: websocket',
			'Connection: Upgrade',
			'Content-Length: 0',
			`Sec-WebSocket-Accept: ${computeAccept(KEY)}`,
			...(extensions === '' ? [] : [`Sec-WebSocket-Extensions: ${extensions}`])
		];
		return this.data('server', latin1Bytes(`${lines.join('\r\n')}\r\n\r\n`));
	}

	#append(event: object): this {
		const placed = { ...event, t: this.#index, connection: 1 };
		this.conversation.append(placed as Parameters<Conversation['append']>[0], this.#index++);
		return this;
	}
}

describe('readAnswer', () => {
	it('waits while the response has not come', () => {
		expect(readAnswer(new Recorded().request().conversation).kind).toBe('waiting');
	});

	it('reads the agreed parameters from the captured 101', () => {
		const recorded = new Recorded()
			.request()
			.response('101 Switching Protocols', 'permessage-deflate; client_max_window_bits=10')
			.runEnd();
		expect(readAnswer(recorded.conversation)).toMatchObject({
			kind: 'open',
			agreed: { clientMaxWindowBits: 10, clientNoContextTakeover: false }
		});
	});

	it('agrees to nothing where the 101 names nothing', () => {
		const recorded = new Recorded().request().response('101 Switching Protocols', '').runEnd();
		expect(readAnswer(recorded.conversation)).toEqual({ kind: 'open', agreed: null, answered: '' });
	});

	it.each([['400 Bad Request', { kind: 'refused', status: 400 }]])(
		'tells a refusal: %s',
		(status, expected) => {
			expect(readAnswer(new Recorded().request().response(status, '').conversation)).toEqual(
				expected
			);
		}
	);

	it('is lost where the run ends without an answer', () => {
		expect(readAnswer(new Recorded().request().runEnd().conversation).kind).toBe('lost');
	});
});

describe('wireMessages', () => {
	const texts = ['first message', 'second message'].map(utf8);
	const payloads = compressMessages(texts, { windowBits: 15, keepsWindow: true }, 6);
	const frames = payloads.flatMap((payload) =>
		messageFrames(payload, { fragments: 2, isCompressed: true, newKey })
	);
	const { conversation } = new Recorded()
		.request()
		.response('101 Switching Protocols', 'permessage-deflate')
		.data('client', joinBytes(frames))
		.data('server', encodeFrame({ opcode: 1, payload: utf8('plain') }));
	const own = wireMessages(conversation.records, 'client');

	it('joins the fragments of each message, unmasked, and counts every byte of the wire', () => {
		expect(own.map(({ payload }) => [...payload])).toEqual(payloads.map((each) => [...each]));
		expect(own.reduce((sum, { wireSize }) => sum + wireSize, 0)).toBe(joinBytes(frames).length);
	});

	it('tells compressed messages from those that are not', () => {
		const peer = wireMessages(conversation.records, 'server');
		expect([own[0]?.isCompressed, peer[0]?.isCompressed]).toEqual([true, false]);
	});

	it.each([
		[{}, 'first message'],
		[{ clientNoContextTakeover: true }, '']
	])('has a window before the second one under %j: %j', (agreed, expected) => {
		expect(new TextDecoder().decode(windowBefore(own, 1, agreed, 'client'))).toBe(expected);
	});
});
