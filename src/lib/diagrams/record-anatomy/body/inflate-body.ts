/**
 * Undoes gzip and deflate of an HTTP body, as far as it has come. Fetched when such a body is
 * looked at; what comes out is bounded.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1
 */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import type { ContentCoding } from './content-kind.ts';

const Z_SYNC_FLUSH = 2;
const Z_STREAM_END = 1;
const Z_BUF_ERROR = -5;
/** Window of 2^15, with the header of gzip, or of zlib (zlib.h, inflateInit2). */
const WINDOW_BITS = { gzip: 15 + 16, deflate: 15 } as const;
const STEP = 65_536;

/** Most bytes that are inflated. */
export const MAX_INFLATED = 2 ** 20;

export interface InflatedBody {
	/** As far as it could be inflated. */
	readonly content: Uint8Array;
	/** `cut`: more would come out than is kept. */
	readonly outcome: 'ok' | 'cut' | 'invalid';
}

export function inflateBody(
	bytes: Uint8Array,
	coding: ContentCoding,
	most = MAX_INFLATED
): InflatedBody {
	const stream = new ZStream();
	zlibInflateInit2(stream, WINDOW_BITS[coding]);
	stream.input = bytes;
	stream.next_in = 0;
	stream.avail_in = bytes.length;
	const parts: Uint8Array[] = [];
	for (let room = most; ;) {
		const output = new Uint8Array(Math.min(STEP, room + 1));
		stream.output = output;
		stream.next_out = 0;
		stream.avail_out = output.length;
		const status = zlibInflate(stream, Z_SYNC_FLUSH);
		const made = stream.next_out;
		parts.push(output.subarray(0, Math.min(made, room)));
		const content = () => joinBytes(parts);
		if (made > room) return { content: content(), outcome: 'cut' };
		room -= made;
		if (status < 0 && status !== Z_BUF_ERROR) return { content: content(), outcome: 'invalid' };
		const isDone = status === Z_STREAM_END || status === Z_BUF_ERROR;
		if (isDone || (stream.avail_in === 0 && stream.avail_out > 0)) {
			return { content: content(), outcome: 'ok' };
		}
	}
}
