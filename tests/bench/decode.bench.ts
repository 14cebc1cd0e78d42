/**
 * Annotated decoding against the receiver of `ws`, the same job: masked frames in, messages out,
 * every rule checked, text validated.
 *
 * Both read the same stream in chunks as a busy socket hands them over (64 KiB, cut anywhere).
 * `ws` unmasks in place as it reads. Our decoder checks text through the mask and unmasks a
 * payload when it is looked at, since a recording keeps the bytes as they were; nobody looks here.
 */

import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { BINARY, TEXT } from '#lib/protocol/frames/opcode.ts';
import { Receiver } from '../support/ws-receiver.ts';
import { compareSpeed, type Bench } from './bench.ts';

const CHUNK = 65_536;

interface Case {
	readonly name: string;
	readonly opcode: number;
	readonly payload: Uint8Array;
	readonly frames: number;
}

const ascii = (length: number) => new Uint8Array(length).map((_, i) => 0x20 + (i % 95));
const CASES: readonly Case[] = [
	{ name: '64 B binary', opcode: BINARY, payload: ascii(64), frames: 40_000 },
	{ name: '64 B text', opcode: TEXT, payload: ascii(64), frames: 40_000 },
	{ name: '1 KiB text', opcode: TEXT, payload: ascii(1024), frames: 8_000 },
	{ name: '16 KiB binary', opcode: BINARY, payload: ascii(16_384), frames: 1_000 }
];

/** The frames of a case in one array, each with its own masking key. */
function streamOf({ opcode, payload, frames }: Case): Buffer {
	return Buffer.concat(
		Array.from({ length: frames }, (_, i) => {
			const maskingKey = Uint8Array.of(i * 7 + 1, i >> 8, 0xa5 ^ i, 0x3c);
			return encodeFrame({ opcode, payload, maskingKey });
		})
	);
}

/** Fresh chunks: `ws` writes into them. */
function chunksOf(stream: Buffer): Buffer[] {
	const chunks: Buffer[] = [];
	for (let at = 0; at < stream.length; at += CHUNK) {
		chunks.push(Buffer.from(stream.subarray(at, at + CHUNK)));
	}
	return chunks;
}

function readWithOurs(chunks: readonly Uint8Array[], expected: number): void {
	const stream = new FrameStream({ direction: 'client' });
	let count = 0;
	for (const chunk of chunks) {
		for (const { frame, message } of stream.push(chunk)) {
			if (message?.isValid && frame.violations.length === 0) count++;
		}
	}
	if (count !== expected) throw new Error(`Read ${count} messages of ${expected}`);
}

function readWithWs(chunks: readonly Uint8Array[], expected: number): void {
	const receiver = new Receiver({ isServer: true });
	let count = 0;
	receiver.on('message', () => count++);
	for (const chunk of chunks) receiver.write(chunk);
	if (count !== expected) throw new Error(`ws read ${count} messages of ${expected}`);
}

export const benches: Bench[] = CASES.map((benchCase) => ({
	name: `decode ${benchCase.name}`,
	target: '>= 1.0',
	async run() {
		const stream = streamOf(benchCase);
		const prepare = () => chunksOf(stream);
		return compareSpeed(
			{ prepare, run: (chunks) => readWithOurs(chunks, benchCase.frames) },
			{ prepare, run: (chunks) => readWithWs(chunks, benchCase.frames) }
		);
	}
}));
