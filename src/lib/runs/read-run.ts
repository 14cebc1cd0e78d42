/**
 * The strict reading of a run that has not been sent: what a receiver would make of its bytes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-6.2
 */
import type { DeflateParameters } from '#lib/protocol/deflate/deflate-parameters.ts';
import { acceptedDeflate } from '#lib/protocol/handshake/deflate-negotiation.ts';
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import { ANY_DEFLATE, negotiateDeflate } from '#lib/protocol/handshake/negotiate-deflate.ts';
import { verdictOfFrames } from './verdict/strict-verdict.ts';
import type { StrictVerdict } from './verdict/verdict.ts';
import type { Run } from './run.ts';

/** Repetitions of one item that are read: more of them say nothing new. */
const MAX_REPETITIONS = 3;
/** What browsers offer (RFC 7692 §7.1), where the student is the server. */
const BROWSER_OFFER = 'permessage-deflate; client_max_window_bits';

export interface ReadFrame {
	readonly frame: Frame;
	/** Id of the item in which its first byte lies. */
	readonly item: number;
	/** Offset of its first byte in that item's bytes. */
	readonly itemOffset: number;
}

export interface RunReading {
	/** Complete frames, in order. */
	readonly frames: readonly ReadFrame[];
	readonly verdict: StrictVerdict;
	/** The frame that the run's last bytes begin and do not finish. */
	readonly pending: Frame | null;
	/** Where the pending frame begins; null where there is none. */
	readonly pendingAt: { readonly item: number; readonly itemOffset: number } | null;
	/** Bytes that the pending frame (or the next header) still needs. */
	readonly bytesNeeded: number | bigint;
}

export interface ReadRunOptions {
	/** Reads compressed messages; without it they are not looked into. */
	readonly inflate?: MakeInflater;
	/** The peer's bound of a message in bytes. */
	readonly maxMessageBytes?: number;
}

/** Reads the bytes as one stream: cuts and pauses make no difference to a receiver. */
export function readRun(run: Run, options: ReadRunOptions = {}): RunReading {
	const deflate = agreedDeflate(run);
	const stream = new FrameStream({ ...options, direction: run.role, deflate });
	const frames: ReadFrame[] = [];
	let start: RunReading['pendingAt'] = null;
	for (const item of run.items) {
		if (item.kind === 'end') break;
		if (item.kind !== 'frame' || item.bytes.length === 0) continue;
		for (let copy = 0; copy < Math.min(item.times, MAX_REPETITIONS); copy++) {
			start ??= { item: item.id, itemOffset: 0 };
			// Bytes of the first frame that items before this one had brought.
			let itemOffset = -(stream.pending?.bytesLength ?? 0);
			for (const { frame } of stream.push(item.bytes)) {
				frames.push({ frame, ...start });
				itemOffset += frame.bytesLength;
				start = { item: item.id, itemOffset };
			}
			if (stream.pending === null) start = null;
		}
	}
	const { pending, unfinished } = stream.end();
	const verdict = verdictOfFrames(
		frames.map(({ frame }) => frame),
		{ pending, unfinished: unfinished !== null }
	);
	return { frames, verdict, pending, pendingAt: start, bytesNeeded: stream.bytesNeeded };
}

/** What the head of a run leads to at a peer that can do all of it; null: no compression. */
export function agreedDeflate({ role, extensions }: Run): DeflateParameters | null {
	const named = parseExtensions(extensions).extensions;
	if (role === 'client') return negotiateDeflate(named, ANY_DEFLATE).parameters;
	return acceptedDeflate(named, parseExtensions(BROWSER_OFFER).extensions);
}
