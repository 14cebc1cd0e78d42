/**
 * A run as it is carried out: what is written to a TCP connection, when, and in which pieces.
 *
 * Frames are not known here. What a student composed (run.ts) is compiled to this; the server
 * writes it unchanged.
 */

export type RunStep =
	| {
			readonly kind: 'write';
			readonly bytes: Uint8Array;
			/** Handed to the kernel in one write, or byte by byte. */
			readonly unit: 'whole' | 'byte';
			/** How often, 1 or more. */
			readonly times: number;
			/**
			 * Offsets in `bytes`, ascending, before which the Accept due for the browser's key is
			 * inserted; the same one twice inserts it twice. Of a server's script only.
			 */
			readonly acceptAt?: readonly number[];
	  }
	| { readonly kind: 'pause'; readonly ms: number }
	/** Goes on when the peer's next HTTP head has arrived whole: each waits for one more. */
	| { readonly kind: 'await-head' }
	/** Ends this side of the connection, or resets it. */
	| { readonly kind: 'end'; readonly how: 'fin' | 'rst' };

export interface RunScript {
	readonly steps: readonly RunStep[];
	/** Milliseconds between two writes. */
	readonly gap: number;
}

/** What a run may cost; the server's own bounds are told to the page by its session. */
export interface RunBounds {
	/** Bytes written, repetitions included. */
	readonly maxBytes: number;
	/** Writes, and so the most pieces it may be cut into. */
	readonly maxWrites: number;
	/** Seconds from the first write to the last. */
	readonly maxSeconds: number;
}

/** Characters of a Sec-WebSocket-Accept: 20 bytes in base64 (RFC 6455 §4.2.2). */
export const ACCEPT_LENGTH = 28;
/** Places of one write in which the due Accept stands. */
export const MAX_ACCEPTS = 1024;
/** Steps of one script. */
export const MAX_STEPS = 2048;
/** Characters of one script as JSON: a message to the server holds 256 KiB. */
export const MAX_SCRIPT_CHARACTERS = 240 * 1024;
/** Milliseconds of one pause, or between two writes. */
export const MAX_PAUSE = 10_000;

/** What a script will write, each due Accept included. */
export function measureScript({ steps, gap }: RunScript): {
	readonly bytes: number;
	readonly writes: number;
	/** Milliseconds of its pauses. */
	readonly pauses: number;
} {
	let bytes = 0;
	let writes = 0;
	let pauses = 0;
	for (const step of steps) {
		if (step.kind === 'pause') pauses += step.ms;
		if (step.kind !== 'write') continue;
		const length = step.bytes.length + (step.acceptAt?.length ?? 0) * ACCEPT_LENGTH;
		bytes += length * step.times;
		writes += (step.unit === 'byte' ? length : 1) * step.times;
	}
	return { bytes, writes, pauses: pauses + Math.max(0, writes - 1) * gap };
}
