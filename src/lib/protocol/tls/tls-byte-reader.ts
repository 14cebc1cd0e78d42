/**
 * Reads the presentation language of TLS: numbers, and vectors behind their length. What is
 * missing reads as zeros and empty vectors, and `isShort` says so.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-3
 */
export class ByteReader {
	readonly #bytes: Uint8Array;
	#at = 0;
	#isShort = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** More was read than there is. */
	get isShort(): boolean {
		return this.#isShort;
	}

	/** Nothing is left; so it is, too, once something was missing. */
	get isAtEnd(): boolean {
		return this.#at >= this.#bytes.length;
	}

	/** What is left, in order. */
	get rest(): Uint8Array {
		return this.#bytes.subarray(this.#at);
	}

	/** The next bytes, fewer where there are no more. */
	take(count: number): Uint8Array {
		const end = this.#at + count;
		if (end > this.#bytes.length) this.#isShort = true;
		const taken = this.#bytes.subarray(this.#at, end);
		this.#at = Math.min(end, this.#bytes.length);
		return taken;
	}

	uint8(): number {
		return this.take(1)[0] ?? 0;
	}

	uint16(): number {
		return (this.uint8() << 8) | this.uint8();
	}

	/** A vector behind a length of one byte. */
	vector8(): ByteReader {
		return this.#vector(this.uint8());
	}

	/** A vector behind a length of two bytes. */
	vector16(): ByteReader {
		return this.#vector(this.uint16());
	}

	/** All that is left, two bytes each; an odd last byte is left out. */
	uint16s(): number[] {
		const numbers: number[] = [];
		while (this.rest.length >= 2) numbers.push(this.uint16());
		if (!this.isAtEnd) this.take(2);
		return numbers;
	}

	#vector(length: number): ByteReader {
		const vector = new ByteReader(this.take(length));
		vector.#isShort = this.#isShort;
		return vector;
	}
}
