/**
 * Runs that meet a bound of the server, made for the bounds that this server has told.
 *
 * What becomes of them is not known here: it is captured.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-10.4
 */
import type { ServerTerms } from '#lib/channel/messages.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { BINARY, CONTINUATION, PING, TEXT } from '#lib/protocol/frames/opcode.ts';
import { compileRun } from '#lib/runs/compile-run.ts';
import { appendItem } from '#lib/runs/edit-run.ts';
import { runFaults, type RunFault } from '#lib/runs/run-faults.ts';
import { measureScript } from '#lib/runs/run-script.ts';
import { EMPTY_RUN, newFrame, type NewFrame, type Run } from '#lib/runs/run.ts';

export const EXPERIMENTS = [
	'announced',
	'sum',
	'huge',
	'fragments',
	'pings',
	'unfinished',
	'drip'
] as const;

export type Experiment = (typeof EXPERIMENTS)[number];

export interface Plan {
	readonly run: Run;
	/** Frames sent, repetitions included; one that is cut off counts. */
	readonly frames: number;
	readonly bytes: number;
	readonly writes: number;
	/** Milliseconds of its pauses. */
	readonly pauses: number;
	/** First bytes of its first frame. */
	readonly head: Uint8Array;
	/** Why it cannot be sent to this server; empty: it can. */
	readonly faults: readonly RunFault[];
}

/** Most payload bytes of one fragment of a long message. */
const CHUNK = 32 * 1024;
/** More than the 16,384 fragments that `ws` 8.23 takes of one message by default. */
const TINY_FRAGMENTS = 16_500;
const PINGS = 5_000;
/** Milliseconds between two bytes of a slow drip. */
const DRIP = 200;
/** The 63 bits that §5.2 allows for a length. */
const LARGEST_LENGTH = 2n ** 63n - 1n;
const HEAD_BYTES = 14;

/** The run of an experiment against a server with these terms. @param key masks every frame */
export function planOf(experiment: Experiment, terms: ServerTerms, key: Uint8Array): Plan {
	const run = withDrip(experiment, framesOf(experiment, terms, key), terms);
	const frames = run.items.reduce((sum, item) => sum + ('times' in item ? item.times : 0), 0);
	const first = run.items.find((item) => item.kind === 'frame');
	return {
		run,
		frames,
		...measureScript(compileRun(run, null)),
		head: first?.bytes.subarray(0, HEAD_BYTES) ?? new Uint8Array(0),
		faults: runFaults(run, terms.runs)
	};
}

function framesOf(
	experiment: Experiment,
	{ maxMessageBytes }: ServerTerms,
	maskingKey: Uint8Array
): readonly NewFrame[] {
	const some = new Uint8Array(16);
	const one = new Uint8Array(1);
	const chunk = Math.min(CHUNK, Math.ceil(maxMessageBytes / 8));
	const announce = (announcedLength: number | bigint) =>
		newFrame(encodeFrame({ opcode: BINARY, payload: some, maskingKey, announcedLength }));
	const fragments = (payload: Uint8Array, more: number) => [
		newFrame(encodeFrame({ fin: false, opcode: BINARY, payload, maskingKey })),
		repeated(encodeFrame({ fin: false, opcode: CONTINUATION, payload, maskingKey }), more)
	];
	switch (experiment) {
		case 'announced':
			return [announce(maxMessageBytes + 1)];
		case 'sum':
			return fragments(new Uint8Array(chunk), Math.ceil((maxMessageBytes + 1) / chunk) - 1);
		case 'huge':
			return [announce(LARGEST_LENGTH)];
		case 'fragments':
			return fragments(one, TINY_FRAGMENTS - 1);
		case 'pings':
			return [repeated(encodeFrame({ opcode: PING, payload: one, maskingKey }), PINGS)];
		case 'unfinished':
			return [announce(Math.min(1000, maxMessageBytes))];
		case 'drip':
			return [newFrame(encodeFrame({ opcode: TEXT, payload: slowText(), maskingKey }))];
	}
}

function repeated(bytes: Uint8Array<ArrayBuffer>, times: number): NewFrame {
	return { ...newFrame(bytes), times: Math.max(1, times) };
}

function slowText(): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode('one byte after another, slowly');
}

/** A drip takes at most half of the time that the server gives a run. */
function withDrip(experiment: Experiment, frames: readonly NewFrame[], terms: ServerTerms): Run {
	const run = frames.reduce<Run>((so, frame) => appendItem(so, frame), EMPTY_RUN);
	if (experiment !== 'drip') return run;
	const bytes = frames.reduce((sum, frame) => sum + frame.bytes.length, 0);
	const longest = Math.floor((terms.runs.maxSeconds * 500) / bytes);
	return { ...run, unit: 'byte', gap: Math.max(1, Math.min(DRIP, longest)) };
}
