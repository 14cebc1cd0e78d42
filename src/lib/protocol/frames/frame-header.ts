/**
 * Reads the header of a frame: the first 2 to 14 bytes, of which any number may be there yet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import { packKey } from './masking.ts';
import { readLength64 } from './payload-length.ts';

/** One object serves a whole stream: a header is read for every frame. */
export class FrameHeader {
	/** Length of the header in bytes, as far as the bytes tell. */
	length = 2;
	isComplete = false;
	/** Announced, in bytes; 0 while it is not known. */
	payloadLength: number | bigint = 0;
	/** Length of the whole frame in bytes; Infinity where only a bigint could say it. */
	frameLength = 2;
	isMasked = false;
	/** The masking key, first octet lowest; 0 where there is none. */
	key = 0;

	/** Reads what lies between `start` and `end`; nothing is read beyond. */
	read(bytes: Uint8Array, start: number, end: number): void {
		const available = end - start;
		const second = available > 1 ? (bytes[start + 1] as number) : 0;
		const sevenBits = second & 0x7f;
		const extended = sevenBits < 126 ? 0 : sevenBits === 126 ? 2 : 8;
		this.isMasked = second >= 0x80;
		this.length = 2 + extended + (second >> 7) * 4;
		this.isComplete = available >= this.length;
		this.payloadLength = 0;
		if (available >= 2 + extended) {
			this.payloadLength = extended === 0 ? sevenBits : readExtended(bytes, start + 2, extended);
		}
		this.frameLength =
			typeof this.payloadLength === 'number' ? this.length + this.payloadLength : Infinity;
		this.key = this.isMasked && this.isComplete ? packKey(bytes, start + this.length - 4) : 0;
	}
}

function readExtended(bytes: Uint8Array, at: number, width: 2 | 8): number | bigint {
	if (width === 8) return readLength64(bytes, at);
	return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}
