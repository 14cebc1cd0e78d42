import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, type FrameDescription } from './encode-frame.ts';
import { frameFields } from './frame-fields.ts';
import type { FrameStreamOptions } from './frame-stream-options.ts';
import { FrameStream, type FrameStreamOutput } from './frame-stream.ts';
import { inflate } from '../deflate/inflate-message.ts';
import { PendingBytes } from './pending-bytes.ts';

const description: fc.Arbitrary<FrameDescription> = fc.record({
	fin: fc.boolean(),
	rsv1: fc.boolean(),
	rsv2: fc.boolean(),
	rsv3: fc.boolean(),
	opcode: fc.nat(15),
	maskingKey: fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 })),
	payload: fc.oneof(
		{ weight: 8, arbitrary: fc.uint8Array({ maxLength: 20 }) },
		{ weight: 4, arbitrary: fc.uint8Array({ minLength: 120, maxLength: 140 }) },
		{
			weight: 8,
			arbitrary: fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text))
		},
		{ weight: 1, arbitrary: fc.constant(new Uint8Array(65_536)) }
	),
	lengthForm: fc.constantFrom(undefined, 64 as const)
});

const options: fc.Arbitrary<FrameStreamOptions> = fc.record({
	direction: fc.constantFrom('client' as const, 'server' as const),
	inflate: fc.constant(inflate),
	deflate: fc.constantFrom(null, {}, { clientNoContextTakeover: true }),
	maxMessageBytes: fc.constantFrom(undefined, 50)
});

/** Frames of which most are nearly legal, or noise, or one after the other. */
const wire = fc.oneof(
	fc.array(description, { maxLength: 6 }).map((frames) => joinAll(frames.map(encodeFrame))),
	fc.uint8Array({ maxLength: 200 }),
	fc
		.tuple(fc.array(description, { maxLength: 3 }), fc.uint8Array())
		.map(([frames, noise]) => joinAll([...frames.map(encodeFrame), noise]))
);

function joinAll(parts: readonly Uint8Array[]): Uint8Array {
	return Uint8Array.from(Buffer.concat(parts));
}

/** Bytes as a string, which is compared at once and not element by element. */
function text(bytes: Uint8Array = new Uint8Array(0)): string {
	return Buffer.from(bytes).toString('latin1');
}

function pushAll(stream: FrameStream, pieces: readonly Uint8Array[]): FrameStreamOutput[] {
	return pieces.flatMap((piece) => stream.push(piece));
}

function describeAll(stream: FrameStream, outputs: readonly FrameStreamOutput[]) {
	const { pending, unfinished } = stream.end();
	return {
		outputs: outputs.map(({ frame, message }) => ({
			bytes: text(frame.bytes),
			violations: frame.violations,
			compressed: frame.compressed,
			message: message && { ...message, frames: message.frames.length, data: text(message.data()) }
		})),
		pending: pending && { bytes: text(pending.bytes), violations: pending.violations },
		needed: String(stream.bytesNeeded),
		unfinished
	};
}

describe('FrameStream, for any bytes', () => {
	it('decodes what was encoded', () => {
		fc.assert(
			fc.property(description, (frame) => {
				const [output] = new FrameStream({ direction: 'client' }).push(encodeFrame(frame));
				const { maskingKey, lengthForm = null, payload, ...bits } = frame;
				expect(output?.frame).toMatchObject({
					...bits,
					masked: maskingKey !== null,
					maskingKey,
					payloadLength: payload.length,
					...(lengthForm && { lengthForm })
				});
				expect(text(output?.frame.unmaskedPayload())).toBe(text(payload));
			})
		);
	});

	it('gives the same result at any cut', () => {
		fc.assert(
			fc.property(wire, options, fc.array(fc.nat(), { maxLength: 12 }), (bytes, how, seeds) => {
				const cuts = seeds.map((seed) => seed % (bytes.length + 1)).sort((a, b) => a - b);
				const pieces = [0, ...cuts].map((from, i) => bytes.slice(from, cuts[i] ?? bytes.length));
				const [whole, cut] = [new FrameStream(how), new FrameStream(how)];
				const outputs = whole.push(bytes);
				expect(describeAll(cut, pushAll(cut, pieces))).toEqual(describeAll(whole, outputs));
			})
		);
	});

	it('throws nothing, not when everything is looked at after each byte either', () => {
		fc.assert(
			fc.property(
				wire.filter(({ length }) => length < 2000),
				options,
				(bytes, how) => {
					const stream = new FrameStream(how);
					for (const byte of bytes) {
						for (const { frame, message } of stream.push(Uint8Array.of(byte))) {
							frameFields(frame);
							message?.text();
						}
						if (stream.pending) frameFields(stream.pending);
						expect(stream.bytesNeeded).toBeGreaterThan(0);
					}
				}
			)
		);
	});

	it('loses no byte', () => {
		fc.assert(
			fc.property(wire, options, (bytes, how) => {
				const stream = new FrameStream(how);
				const frames = stream.push(bytes).map(({ frame }) => text(frame.bytes));
				expect(frames.join('') + text(stream.pending?.bytes)).toBe(text(bytes));
			})
		);
	});
});

describe('PendingBytes', () => {
	it('makes room for what arrived, at most twice that, whatever is announced', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(300), { maxLength: 40 }),
				fc.constantFrom(1000, 2 ** 31, 2 ** 53, Infinity),
				(sizes, announced) => {
					const pending = new PendingBytes();
					for (const size of sizes) {
						pending.append(new Uint8Array(size), 0, size, announced);
						expect(pending.buffer.length).toBeLessThanOrEqual(Math.max(16, 2 * pending.length));
					}
				}
			)
		);
	});

	it('hands over a frame in a buffer of its own length', () => {
		const pending = new PendingBytes();
		for (let i = 0; i < 37; i++) pending.append(Uint8Array.of(i), 0, 1, 37);
		expect(pending.take().buffer.byteLength).toBe(37);
	});
});
