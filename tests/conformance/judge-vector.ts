/**
 * Judges our decoder by a vector: the stream whole, byte by byte, as the vector cuts it and at
 * random cuts. Compared up to the first violation: the vectors' own decoder stops there, ours
 * reads on.
 */
import type { FrameStreamOptions } from '#lib/protocol/frames/frame-stream-options.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { OPCODES } from '#lib/protocol/frames/opcode.ts';
import { extendedLengthBytes } from '#lib/protocol/frames/payload-length.ts';
import { expandFrames, expandHex, type Vector } from './vector.ts';

interface Reading {
	/** Complete frames before the first violation and the frame that holds it, if complete. */
	readonly frames: object[];
	readonly messages: object[];
	/** First violation; `seenAt`: bytes pushed when it was seen. */
	readonly error: { closeCode: number; frameIndex: number; code: string; seenAt: number } | null;
	readonly incomplete: object | null;
	readonly unfinished: object | null;
	readonly discarded: number;
}

/** Lengths of the pieces in which a stream is pushed. */
type Cuts = readonly number[];

/** What is wrong with our reading of a vector; empty when nothing is. */
export function judgeVector(vector: Vector): string[] {
	const bytes = expandHex(vector.hex);
	const problems: string[] = [];
	if (vector.bytes !== undefined && vector.bytes !== bytes.length) {
		return [`hex is ${bytes.length} bytes long, not ${vector.bytes}`];
	}
	const bytewise = read(vector, bytes, Array<number>(bytes.length).fill(1));
	problems.push(...compare(vector, bytewise));
	const { detectableAt } = vector.expect.error ?? {};
	if (bytewise.error && detectableAt !== undefined && bytewise.error.seenAt !== detectableAt) {
		problems.push(`seen after ${bytewise.error.seenAt} bytes, detectable at ${detectableAt}`);
	}
	for (const [name, cuts] of cutsOf(vector, bytes.length)) {
		const other = read(vector, bytes, cuts);
		if (describe(other) !== describe(bytewise)) {
			problems.push(`cut ${name}: ${describe(other)}, byte by byte: ${describe(bytewise)}`);
		}
	}
	return problems;
}

function describe({ error, ...rest }: Reading): string {
	return JSON.stringify({ ...rest, error: error && { ...error, seenAt: undefined } });
}

function cutsOf(vector: Vector, length: number): [string, Cuts][] {
	const { chunk, chunks } = vector.options;
	const all: [string, Cuts][] = [['nowhere', [length]]];
	if (chunk) all.push([`every ${chunk}`, Array<number>(Math.ceil(length / chunk)).fill(chunk)]);
	if (chunks) {
		all.push(['as given', [...chunks, length].map((at, i) => at - (chunks[i - 1] ?? 0))]);
	}
	for (let seed = 1; seed <= 5; seed++) all.push([`at random ${seed}`, randomCuts(seed, length)]);
	return all;
}

/** Pieces of 1 to 13 bytes, then of a quarter of what is left at most; the same for each seed. */
function randomCuts(seed: number, length: number): number[] {
	const cuts: number[] = [];
	let state = seed * 2_654_435_761;
	for (let left = length; left > 0;) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		const most = cuts.length < 20 ? 13 : Math.max(13, left >> 2);
		const size = Math.min(left, 1 + ((state >>> 8) % most));
		cuts.push(size);
		left -= size;
	}
	return cuts;
}

function read(vector: Vector, bytes: Uint8Array, cuts: Cuts): Reading {
	const stream = new FrameStream(optionsOf(vector));
	const frames: Frame[] = [];
	const messages: object[] = [];
	let error: Reading['error'] = null;
	let isClosed = false;
	let frameBytes = 0;
	let at = 0;
	const inspect = (frame: Frame, frameIndex: number) => {
		if (error || isClosed) return;
		const violation = frame.violations.find(({ closeCode }) => closeCode !== null);
		if (!violation) return;
		const { closeCode, code } = violation;
		error = { closeCode: closeCode ?? 0, frameIndex, code, seenAt: at };
	};
	for (const size of cuts) {
		const piece = bytes.slice(at, at + size);
		at += piece.length;
		for (const { frame, message } of stream.push(piece)) {
			inspect(frame, frames.length);
			if (isClosed || (error && (error as { frameIndex: number }).frameIndex < frames.length)) {
				continue;
			}
			frames.push(frame);
			frameBytes += frame.bytesLength;
			if (error) continue;
			if (frame.isControl) messages.push(describeControl(frame));
			else if (message) {
				const payloadHex = formatHex(message.data(), '');
				const { kind, size: len, compressed } = message;
				messages.push({ kind, payloadHex, len, ...(compressed && { compressed }) });
			}
			if (frame.opcode === 8) isClosed = true;
		}
		if (stream.pending) inspect(stream.pending, frames.length);
	}
	const { pending, unfinished } = stream.end();
	return {
		frames: frames.map(describeFrame),
		messages,
		error,
		incomplete: error || isClosed || !pending ? null : describePending(pending, frameBytes),
		unfinished: unfinished && !isClosed ? describeUnfinished(unfinished, frames) : null,
		discarded: isClosed && !error ? bytes.length - frameBytes : 0
	};
}

function optionsOf({ direction, options }: Vector): FrameStreamOptions {
	return {
		direction,
		deflate: options.deflate ?? null,
		inflate,
		...(options.inMessage && { inMessage: options.inMessage }),
		...(options.limits?.maxPayload && { maxMessageBytes: options.limits.maxPayload }),
		...(options.limits?.maxFragments && { maxFragments: options.limits.maxFragments })
	};
}

function describeFrame(frame: Frame): object {
	return {
		fin: Number(frame.fin),
		rsv1: Number(frame.rsv1),
		rsv2: Number(frame.rsv2),
		rsv3: Number(frame.rsv3),
		opcode: frame.opcode,
		masked: Number(frame.masked),
		len: Number(frame.payloadLength),
		payload: formatHex(frame.unmaskedPayload(), ''),
		...(frame.maskingKey && { mask: formatHex(frame.maskingKey, '') })
	};
}

function describeControl(frame: Frame): object {
	const kind = OPCODES[frame.opcode]?.name;
	const { close } = frame;
	const payload = close ? close.reasonBytes : frame.unmaskedPayload();
	const code = close?.code ?? null;
	return {
		kind,
		payloadHex: formatHex(payload, ''),
		len: payload.length,
		...(code !== null && { code })
	};
}

function describePending(frame: Frame, at: number): object {
	const have = frame.bytesLength;
	const lengthEnd = 2 + extendedLengthBytes(frame.lengthForm);
	if (have < 2) return { at, have, part: 'header' };
	if (have < lengthEnd) return { at, have, part: 'length' };
	if (have < frame.headerLength) return { at, have, part: 'mask' };
	const need = Number(frame.payloadLength);
	return { at, have, part: 'payload', need, got: frame.payload.length };
}

function describeUnfinished(kind: string, frames: readonly Frame[]): object {
	const data = frames.filter(({ isControl }) => !isControl);
	const start = data.findLastIndex(({ opcode }) => opcode !== 0);
	const fragments = data.slice(Math.max(start, 0));
	return {
		kind,
		fragments: fragments.length,
		bytes: fragments.reduce((sum, { payload }) => sum + payload.length, 0)
	};
}

function compare(vector: Vector, reading: Reading): string[] {
	const { expect } = vector;
	const problems: string[] = [];
	const check = (what: string, ours: unknown, theirs: unknown) => {
		const [a, b] = [canonical(ours), canonical(theirs)];
		if (a !== b) problems.push(`${what}: ours ${shorten(a)}, expected ${shorten(b)}`);
	};
	const isOtherOutcome = expect.alsoOk?.some(
		({ closeCode }) => closeCode !== undefined && closeCode === (reading.error?.closeCode ?? null)
	);
	const allowed = [expect.error?.closeCode ?? null, ...(expect.error?.closeCodesAlso ?? [])];
	if (!isOtherOutcome && !allowed.includes(reading.error?.closeCode ?? null)) {
		check('error', reading.error, expect.error);
	}
	if (reading.error && expect.error) {
		check('frame at fault', reading.error.frameIndex, expect.error.frameIndex);
	}
	const expected = expandFrames(vector).map(({ payloadHexUnmasked, ...frame }) => ({
		...frame,
		payload: formatHex(expandHex(payloadHexUnmasked), '')
	}));
	const before = reading.error?.frameIndex ?? Infinity;
	check('frames', reading.frames.slice(0, before), expected.slice(0, before));
	check(
		'messages',
		reading.messages,
		expect.messages.map(({ payloadHex, code, ...message }) => ({
			...message,
			...(code !== undefined && code !== null && { code }),
			payloadHex: formatHex(expandHex(payloadHex), '')
		}))
	);
	if (expect.error) return problems;
	if (expect.incomplete) check('incomplete', reading.incomplete, clean(expect.incomplete, reading));
	else check('incomplete', reading.incomplete, null);
	if (expect.unfinished) {
		check(
			'unfinished',
			{ ...expect.unfinished, ...reading.unfinished },
			{
				...reading.unfinished,
				...expect.unfinished
			}
		);
	}
	check('discarded', reading.discarded, expect.discarded ?? 0);
	return problems;
}

/** What a file leaves out of `incomplete` is not compared. */
function clean(expected: object, reading: Reading): object {
	return { ...reading.incomplete, ...expected };
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		part && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

function shorten(text: string): string {
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
