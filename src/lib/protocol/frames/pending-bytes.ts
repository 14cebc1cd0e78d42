/**
 * The bytes of a frame that has not arrived whole, in one growing buffer.
 *
 * It grows with what arrives, at most twice that: nothing is allocated from an announced length.
 */

const FIRST_CAPACITY = 16;

export class PendingBytes {
	/** Bytes from 0 to `length`; what was written is never written again. */
	buffer: Uint8Array = new Uint8Array(0);
	length = 0;

	/**
	 * Appends `bytes` from `from` to `to`.
	 *
	 * @param total length of the frame as far as it is announced: no more room is made than that
	 */
	append(bytes: Uint8Array, from: number, to: number, total: number): void {
		const length = this.length + to - from;
		if (length > this.buffer.length) this.#grow(length, total);
		this.buffer.set(bytes.subarray(from, to), this.length);
		this.length = length;
	}

	/** The frame is whole: hands over its bytes and starts anew. */
	take(): Uint8Array {
		const bytes =
			this.length === this.buffer.length ? this.buffer : this.buffer.slice(0, this.length);
		this.buffer = new Uint8Array(0);
		this.length = 0;
		return bytes;
	}

	#grow(length: number, total: number): void {
		const capacity = Math.max(length, Math.min(total, 2 * this.buffer.length));
		const grown = new Uint8Array(Math.max(capacity, FIRST_CAPACITY));
		grown.set(this.buffer.subarray(0, this.length));
		this.buffer = grown;
	}
}
