/**
 * The strict reading of a run that has not been sent: what a receiver would make of its bytes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-6.2
 */
import type { Frame } from '#lib/protocol/frame.ts';
import type { MakeInflater } from '#lib/protocol/inflater.ts';
import { FrameStream } from '#lib/protocol/frame-stream.ts';
import type { StrictVerdict } from './verdict.ts';
import type { Run } from './run.ts';

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
	/** Where the pending frame begins. */
	readonly pendingItem: number | null;
	/** Bytes that the pending frame (or the next header) still needs. */
	readonly bytesNeeded: number | bigint;
}

export interface ReadRunOptions {
	/** Reads compressed messages; without it they are not looked into. */
	readonly inflate?: MakeInflater;
	/** The peer's bound of a message in bytes. */
	readonly maxMessageBytes?: number;
}

export function readRun(run: Run, options: ReadRunOptions = {}): RunReading {
	const stream = new FrameStream({ ...options, direction: run.role });
	return {
		frames: [],
		verdict: { kind: 'nothing' },
		pending: stream.pending,
		pendingItem: null,
		bytesNeeded: stream.bytesNeeded
	};
}
