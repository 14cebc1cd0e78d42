/**
 * Our strict reading beside the receiver of `ws`: the same on legal streams, and a table of where
 * they differ.
 */
import fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { fragment } from '#lib/protocol/frames/fragmentation.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { formatHex, parseHex } from '#lib/protocol/hex.ts';
import { Receiver } from '../support/ws-receiver.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What `ws` tells: message, ping and pong with their data, close code, error code. */
async function readWithWs(pieces: readonly Uint8Array[]): Promise<string[]> {
	const told: string[] = [];
	const receiver = new Receiver({ isServer: true, maxPayload: 65_536 });
	receiver.on('message', (data: Buffer, isBinary: boolean) =>
		told.push(`${isBinary ? 'binary' : 'text'} ${data.toString('hex')}`)
	);
	receiver.on('ping', (data: Buffer) => told.push(`ping ${data.toString('hex')}`));
	receiver.on('pong', (data: Buffer) => told.push(`pong ${data.toString('hex')}`));
	receiver.on('conclude', (code: number, reason: Buffer) =>
		told.push(`close ${code} ${reason.toString('hex')}`)
	);
	receiver.on('error', (error: Error & { code: string }) => told.push(error.code));
	for (const piece of pieces) if (receiver.writable) receiver.write(Buffer.from(piece));
	// Errors of a stream are emitted after the write that caused them has returned.
	await setImmediate();
	receiver.destroy();
	return told;
}

function readWithOurs(pieces: readonly Uint8Array[]): string[] {
	const stream = new FrameStream({ direction: 'client', maxMessageBytes: 65_536 });
	const told: string[] = [];
	for (const { frame, message } of pieces.flatMap((piece) => stream.push(piece))) {
		told.push(...frame.violations.map(({ code }) => code));
		const payload = () => formatHex(frame.unmaskedPayload(), '');
		if (message) told.push(`${message.kind} ${formatHex(message.data(), '')}`);
		else if (frame.opcode === 9) told.push(`ping ${payload()}`);
		else if (frame.opcode === 10) told.push(`pong ${payload()}`);
		else if (frame.close) {
			told.push(`close ${frame.close.code ?? 1005} ${formatHex(frame.close.reasonBytes, '')}`);
		}
	}
	told.push(...(stream.pending?.violations.map(({ code }) => code) ?? []));
	return told;
}

const key = fc.uint8Array({ minLength: 4, maxLength: 4 });
const control = fc.record({
	opcode: fc.constantFrom(9, 10),
	payload: fc.uint8Array({ maxLength: 125 }),
	maskingKey: key
});
const data = fc.oneof(
	fc.uint8Array({ maxLength: 400 }).map((payload) => ({ kind: 'binary' as const, payload })),
	fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => ({
		kind: 'text' as const,
		payload: utf8(text)
	}))
);
/** A message in fragments, control frames between them, each frame with its own key. */
const message = fc
	.record({ data, cuts: fc.array(fc.nat(), { maxLength: 3 }), key, between: fc.array(control) })
	.map(({ data: { kind, payload }, cuts, key: maskingKey, between }) => {
		const at = cuts.map((cut) => cut % (payload.length + 1)).sort((a, b) => a - b);
		const sizes = at.map((cut, i) => cut - (at[i - 1] ?? 0));
		return fragment(kind, payload, { sizes }).flatMap((frame, i): FrameDescription[] => {
			const inserted = between[i];
			return [{ ...frame, maskingKey }, ...(inserted ? [inserted] : [])];
		});
	});

describe('our decoder and the receiver of ws', () => {
	it('read the same in legal streams, at any cut', async () => {
		const ending = fc.constantFrom([], [0x88, 0x80, 1, 2, 3, 4]);
		const stream = fc
			.tuple(fc.array(message, { maxLength: 5 }), ending)
			.map(([messages, end]) =>
				Buffer.concat([...messages.flat().map(encodeFrame), Buffer.from(end)])
			);
		await fc.assert(
			fc.asyncProperty(stream, fc.array(fc.nat(), { maxLength: 8 }), async (bytes, seeds) => {
				const cuts = seeds.map((seed) => seed % (bytes.length + 1)).sort((a, b) => a - b);
				const pieces = [0, ...cuts]
					.map((from, i) => Uint8Array.from(bytes.subarray(from, cuts[i] ?? bytes.length)))
					.filter(({ length }) => length > 0);
				expect(readWithOurs(pieces)).toEqual(await readWithWs(pieces));
			}),
			{ numRuns: 150 }
		);
	});

	it.each<[string, Uint8Array, string[], string[]]>([
		[
			'a 16-bit length for 5 bytes: ws accepts it',
			encodeFrame({ opcode: 1, payload: utf8('Hello'), maskingKey: KEY, lengthForm: 16 }),
			['length-not-minimal', 'text 48656c6c6f'],
			['text 48656c6c6f']
		],
		[
			'a 64-bit length for 5 bytes: ws accepts it',
			encodeFrame({ opcode: 1, payload: utf8('Hello'), maskingKey: KEY, lengthForm: 64 }),
			['length-not-minimal', 'text 48656c6c6f'],
			['text 48656c6c6f']
		],
		[
			'bad UTF-8 in an unfinished message: ws waits for its end',
			encodeFrame({ opcode: 1, fin: false, payload: Uint8Array.of(0xc8, 0x41), maskingKey: KEY }),
			['invalid-utf8'],
			[]
		],
		[
			'the top bit of a length: for ws it is only too big (1009)',
			hex('82 ff 80 00 00 00 00 00 00 00'),
			['length-top-bit-set'],
			['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH']
		],
		[
			'a length of 2^53: too big for ws, legal in itself',
			hex('82 ff 00 20 00 00 00 00 00 00'),
			[],
			['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH']
		],
		[
			'a frame after a close: ws ignores it',
			Buffer.concat([hex('88 80 00 00 00 00'), hex('89 80 00 00 00 00')]),
			['close 1005 ', 'frame-after-close', 'ping '],
			['close 1005 ']
		],
		[
			'an ordinary fault: both object, we read on',
			Buffer.concat([hex('83 80 00 00 00 00'), hex('89 80 00 00 00 00')]),
			['reserved-opcode', 'ping '],
			['WS_ERR_INVALID_OPCODE']
		],
		[
			'several faults in one frame: ws names the first it looks for',
			hex('7f 00'),
			[
				'control-frame-fragmented',
				'rsv-without-extension',
				'rsv-without-extension',
				'rsv-without-extension',
				'reserved-opcode',
				'client-frame-unmasked'
			],
			['WS_ERR_UNEXPECTED_RSV_2_3']
		]
	])('differ on %s', async (_, bytes, ours, theirs) => {
		expect(readWithOurs([bytes])).toEqual(ours);
		expect(await readWithWs([bytes])).toEqual(theirs);
	});
});

function hex(text: string): Uint8Array {
	const parsed = parseHex(text);
	if (!parsed.ok) throw new Error(`not hex: ${text}`);
	return parsed.bytes;
}
