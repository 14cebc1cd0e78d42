/**
 * Inflates the messages of one direction under permessage-deflate, frame by frame.
 *
 * Only what inflating needs is imported, so that a page that never compresses does not ship the
 * compressor.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.2.2
 */
import {
	ZStream,
	zlibInflate,
	zlibInflateInit2,
	zlibInflateReset,
	zlibInflateResetKeep
} from 'pako';
import type { InflatedPart, Inflater, MakeInflater } from './inflater.ts';
import { joinBytes, totalLength } from '../join-bytes.ts';
import { DEFLATE_TAIL, zlibWindowBits } from './permessage-deflate.ts';

const Z_SYNC_FLUSH = 2;
const Z_BLOCK = 5;
const Z_STREAM_END = 1;
/** No progress was possible: all input is used up. */
const Z_BUF_ERROR = -5;
/** Set in `data_type` where the input ends between two blocks (zlib.h, inflate). */
const AT_BLOCK_END = 128;

const MIN_OUTPUT = 256;
const MAX_OUTPUT = 65_536;

/** For `FrameStreamOptions.inflate`. */
export const inflate: MakeInflater = (windowBits, keepsWindow) =>
	new MessageInflater(windowBits, keepsWindow);

export class MessageInflater implements Inflater {
	readonly #stream = new ZStream();
	readonly #keepsWindow: boolean;
	/** The last byte taken ended a block with BFINAL set: nothing is owed to the tail. */
	#isAfterFinalBlock = false;
	#isBroken = false;

	constructor(windowBits: number, keepsWindow: boolean) {
		zlibInflateInit2(this.#stream, -zlibWindowBits(windowBits));
		this.#keepsWindow = keepsWindow;
	}

	get isBroken(): boolean {
		return this.#isBroken;
	}

	push(payload: Uint8Array, isLast: boolean, limit: number): InflatedPart {
		const parts: Uint8Array[] = [];
		let outcome = this.#inflate(payload, Z_SYNC_FLUSH, limit, parts);
		if (isLast && outcome === 'ok' && !this.#isAfterFinalBlock) {
			const room = limit - totalLength(parts);
			outcome = this.#inflate(DEFLATE_TAIL, Z_BLOCK, room, parts);
			const isWhole = (this.#stream.data_type & AT_BLOCK_END) !== 0;
			if (outcome === 'ok' && !isWhole) outcome = 'invalid';
		}
		if (outcome !== 'ok') this.#isBroken = true;
		if (isLast || outcome !== 'ok') this.#endMessage();
		return { data: joinBytes(parts), outcome };
	}

	abandon(): void {
		this.#isBroken = true;
		this.#endMessage();
	}

	#endMessage(): void {
		this.#isAfterFinalBlock = false;
		if (this.#keepsWindow) return;
		zlibInflateReset(this.#stream);
		this.#isBroken = false;
	}

	#inflate(
		input: Uint8Array,
		flush: typeof Z_SYNC_FLUSH | typeof Z_BLOCK,
		limit: number,
		parts: Uint8Array[]
	): InflatedPart['outcome'] {
		const stream = this.#stream;
		stream.input = input;
		stream.next_in = 0;
		stream.avail_in = input.length;
		let room = limit;
		for (;;) {
			if (stream.avail_in > 0) this.#isAfterFinalBlock = false;
			// One byte more than there is room for tells a full message from one that is too big.
			const size = Math.min(Math.max(input.length * 4, MIN_OUTPUT), MAX_OUTPUT, room + 1);
			const output = new Uint8Array(size);
			stream.output = output;
			stream.next_out = 0;
			stream.avail_out = size;
			const status = zlibInflate(stream, flush);
			const made = stream.next_out;
			if (made > 0) parts.push(output.subarray(0, Math.min(made, room)));
			if (made > room) return 'too-big';
			room -= made;
			if (status === Z_STREAM_END) {
				// The window outlives a final block (§7.2.3.4).
				zlibInflateResetKeep(stream);
				this.#isAfterFinalBlock = true;
			} else if (status < 0 && status !== Z_BUF_ERROR) return 'invalid';
			if (stream.avail_in === 0 && stream.avail_out > 0) return 'ok';
			if (status === Z_BUF_ERROR) return 'ok';
		}
	}
}
