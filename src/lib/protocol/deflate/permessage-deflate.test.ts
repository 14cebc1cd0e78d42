import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MessageDeflater } from './deflate-message.ts';
import { encodeFrame } from '../frames/encode-frame.ts';
import type { FrameStreamOptions } from '../frames/frame-stream-options.ts';
import { FrameStream } from '../frames/frame-stream.ts';
import { parseHex } from '../hex.ts';
import { inflate, MessageInflater } from './inflate-message.ts';
import { zlibWindowBits } from './permessage-deflate.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function texts(hex: string, options: Partial<FrameStreamOptions> = {}) {
	const parsed = parseHex(hex);
	const stream = new FrameStream({ direction: 'server', deflate: {}, inflate, ...options });
	const outputs = parsed.ok ? stream.push(parsed.bytes) : [];
	return outputs.flatMap(({ message }) => (message ? [message.text()] : []));
}

describe('permessage-deflate reads the examples of RFC 7692 §7.2.3', () => {
	it.each([
		['one block', 'c1 07 f2 48 cd c9 c9 07 00', ['Hello']],
		['fragments', '41 03 f2 48 cd 80 04 c9 c9 07 00', ['Hello']],
		['a shared window', 'c1 07 f2 48 cd c9 c9 07 00 c1 05 f2 00 11 00 00', ['Hello', 'Hello']],
		['a stored block', 'c1 0b 00 05 00 fa ff 48 65 6c 6c 6f 00', ['Hello']],
		['a final block', 'c1 08 f3 48 cd c9 c9 07 00 00', ['Hello']],
		['two blocks', 'c1 0d f2 48 05 00 00 00 ff ff ca c9 c9 07 00', ['Hello']],
		['an empty message', 'c1 01 00', ['']]
	])('%s', (_, hex, expected) => {
		expect(texts(hex)).toEqual(expected);
	});

	it('and keeps the window over a final block', () => {
		const hex = 'c1 08 f3 48 cd c9 c9 07 00 00 c1 05 f2 00 11 00 00';
		expect(texts(hex)).toEqual(['Hello', 'Hello']);
	});
});

describe('MessageInflater', () => {
	const bomb = deflateRawSync(Buffer.alloc(8_000_000), { finishFlush: 2 }).subarray(0, -4);

	it('stops at the limit, whatever would come', () => {
		const part = new MessageInflater(15, true).push(bomb, true, 100_000);
		expect([part.outcome, part.data.length]).toEqual(['too-big', 100_000]);
	});

	it('lets a message pass that is as big as the limit', () => {
		const part = new MessageInflater(15, true).push(bomb, true, 8_000_000);
		expect([part.outcome, part.data.length]).toEqual(['ok', 8_000_000]);
	});

	it.each([
		['no data at all', Uint8Array.of()],
		['a block type that does not exist', Uint8Array.of(0x07)],
		['a message that ends inside a block', Uint8Array.of(0xf2, 0x48)]
	])('finds %s invalid', (_, payload) => {
		expect(new MessageInflater(15, true).push(payload, true, 1000).outcome).toBe('invalid');
	});

	it('reads nothing that may refer to a lost window', () => {
		const inflater = new MessageInflater(15, true);
		inflater.push(Uint8Array.of(0x07), true, 1000);
		expect(inflater.isBroken).toBe(true);
	});

	it('reads on after a fault where each message has its own window', () => {
		const inflater = new MessageInflater(15, false);
		inflater.push(Uint8Array.of(0x07), true, 1000);
		const part = inflater.push(new MessageDeflater(15, false).deflate(utf8('Hello')), true, 1000);
		expect(part.data).toEqual(utf8('Hello'));
	});
});

describe('a deflate bomb in a stream', () => {
	const bomb = deflateRawSync(Buffer.alloc(64_000_000), { finishFlush: 2 }).subarray(0, -4);
	const frame = encodeFrame({ opcode: 2, rsv1: true, payload: bomb });

	it('is a violation, and what was inflated is not kept', () => {
		const stream = new FrameStream({
			direction: 'server',
			deflate: {},
			inflate,
			maxMessageBytes: 100_000
		});
		const [output] = stream.push(frame);
		expect(output?.frame.violations).toMatchObject([{ code: 'message-too-big', closeCode: 1009 }]);
		expect(output?.message).toMatchObject({ isValid: false, isKept: false, size: 100_000 });
	});

	it('is bounded without an option too', () => {
		const [output] = new FrameStream({ direction: 'server', deflate: {}, inflate }).push(frame);
		expect(output?.message?.size).toBe(16 * 1024 * 1024);
	});

	it('is followed by messages that nobody can read, without a guess', () => {
		const stream = new FrameStream({
			direction: 'server',
			deflate: {},
			inflate,
			maxMessageBytes: 100_000
		});
		stream.push(frame);
		const payload = Uint8Array.of(0xf2, 0x00, 0x11, 0x00, 0x00);
		const [output] = stream.push(encodeFrame({ opcode: 1, rsv1: true, payload }));
		expect(output?.message).toMatchObject({ isValid: false, isKept: false, size: 0 });
	});
});

describe('a fault in compressed data', () => {
	it('leaves later messages valid that are not compressed', () => {
		const stream = new FrameStream({ direction: 'server', deflate: {}, inflate });
		stream.push(Uint8Array.of(0xc1, 1, 0x07));
		const [output] = stream.push(encodeFrame({ opcode: 1, payload: utf8('hi') }));
		expect(output?.message).toMatchObject({ isValid: true, size: 2 });
	});
});

describe('a stream without an inflater', () => {
	const stream = new FrameStream({ direction: 'server', deflate: {} });
	const compressed = Uint8Array.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00);
	const [first] = stream.push(encodeFrame({ opcode: 1, rsv1: true, payload: compressed }));

	it('knows a compressed message, breaks no rule over it and keeps no data of it', () => {
		expect(first?.frame).toMatchObject({ compressed: true, violations: [] });
		expect(first?.message).toMatchObject({ compressed: true, isKept: false, size: 0 });
	});

	it('reads what is not compressed', () => {
		const [output] = stream.push(encodeFrame({ opcode: 1, payload: utf8('hi') }));
		expect(output?.message?.text()).toBe('hi');
	});
});

describe('MessageDeflater', () => {
	it('writes the first example of RFC 7692 §7.2.3.2', () => {
		const deflater = new MessageDeflater(15, true);
		deflater.deflate(utf8('Hello'));
		expect(deflater.deflate(utf8('Hello'))).toEqual(Uint8Array.of(0xf2, 0x00, 0x11, 0x00, 0x00));
	});

	it('writes one zero byte for an empty message, again and again', () => {
		const deflater = new MessageDeflater(15, true);
		expect([0, 0].map(() => [...deflater.deflate(utf8(''))])).toEqual([[0], [0]]);
	});

	it('is undone by MessageInflater, for any messages, windows and takeover', () => {
		const message = fc.oneof(
			fc.uint8Array({ maxLength: 300 }),
			fc.string().map((text) => utf8(text.repeat(60)))
		);
		fc.assert(
			fc.property(
				fc.array(message, { maxLength: 6 }),
				fc.integer({ min: 8, max: 15 }),
				fc.boolean(),
				fc.nat(),
				(messages, windowBits, keepsWindow, cutSeed) => {
					const deflater = new MessageDeflater(windowBits, keepsWindow);
					const inflater = new MessageInflater(windowBits, keepsWindow);
					for (const data of messages) {
						const payload = deflater.deflate(data);
						const cut = cutSeed % (payload.length + 1);
						const first = inflater.push(payload.subarray(0, cut), false, 1_000_000);
						const last = inflater.push(payload.subarray(cut), true, 1_000_000);
						expect([...first.data, ...last.data]).toEqual([...data]);
						expect([first.outcome, last.outcome]).toEqual(['ok', 'ok']);
					}
				}
			),
			{ numRuns: 50 }
		);
	});
});

describe('window bits', () => {
	it.each([
		[8, 9],
		[9, 9],
		[15, 15]
	])('%s are %s for zlib', (windowBits, expected) => {
		expect(zlibWindowBits(windowBits)).toBe(expected);
	});

	it.each([7, 16, Number.NaN])('%s do not exist', (windowBits) => {
		expect(() => zlibWindowBits(windowBits)).toThrow(/^windowBits /);
	});
});
