/**
 * Compresses messages for permessage-deflate.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.2.1
 */
import { ZStream, zlibDeflate, zlibDeflateInit2, zlibDeflateReset } from 'pako';
import { joinBytes } from '../join-bytes.ts';
import { DEFLATE_TAIL, zlibWindowBits } from './permessage-deflate.ts';

const Z_DEFLATED = 8;
const Z_DEFAULT_STRATEGY = 0;
const Z_SYNC_FLUSH = 2;
const DEFAULT_LEVEL = 6;
const DEFAULT_MEM_LEVEL = 8;
const OUTPUT = 16_384;

export class MessageDeflater {
	readonly #stream = new ZStream();
	readonly #keepsWindow: boolean;

	/**
	 * @param windowBits base-2 logarithm of the window, 8 to 15
	 * @param keepsWindow whether a message may refer to earlier ones (context takeover)
	 * @param level 0 (stored) to 9
	 */
	constructor(windowBits: number, keepsWindow: boolean, level = DEFAULT_LEVEL) {
		zlibDeflateInit2(
			this.#stream,
			level,
			Z_DEFLATED,
			-zlibWindowBits(windowBits),
			DEFAULT_MEM_LEVEL,
			Z_DEFAULT_STRATEGY
		);
		this.#keepsWindow = keepsWindow;
	}

	/** Payload of the message whose first frame sets RSV1; may be cut into fragments anywhere. */
	deflate(data: Uint8Array): Uint8Array<ArrayBuffer> {
		// zlib makes nothing of a second flush without data; §7.2.3.6 gives the byte that is due.
		if (data.length === 0) return Uint8Array.of(0x00);
		const stream = this.#stream;
		stream.input = data;
		stream.next_in = 0;
		stream.avail_in = data.length;
		const parts: Uint8Array[] = [];
		do {
			const output = new Uint8Array(OUTPUT);
			stream.output = output;
			stream.next_out = 0;
			stream.avail_out = OUTPUT;
			zlibDeflate(stream, Z_SYNC_FLUSH);
			parts.push(output.subarray(0, stream.next_out));
		} while (stream.avail_out === 0);
		if (!this.#keepsWindow) zlibDeflateReset(stream);
		const flushed = joinBytes(parts);
		return flushed.slice(0, flushed.length - DEFLATE_TAIL.length);
	}
}
