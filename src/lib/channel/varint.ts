/**
 * Writing and reading the primitives of a batch: bytes, varints (7 bits a byte, lowest first, up to
 * 2^53 − 1) and blocks with their length before them. Reading never throws: past the end it gives
 * zeros and says so in `isOverrun`.
 */

export class ByteWriter {
	#bytes: Uint8Array;
	#length = 0;

	/** Room to begin with, in bytes; it grows as needed. */
	constructor(room: number) {
		this.#bytes = new Uint8Array(room);
	}

	byte(value: number): void {
		this.#reserve(1);
		this.#bytes[this.#length++] = value;
	}

	varint(value: number): void {
		this.#reserve(8);
		let rest = value;
		while (rest > 0x7f) {
			this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
			rest = Math.floor(rest / 0x80);
		}
		this.#bytes[this.#length++] = rest;
	}

	/** Zigzag: 0, −1, 1, −2 … as 0, 1, 2, 3 …; between −2^52 and 2^52. */
	signed(value: number): void {
		this.varint(value < 0 ? -2 * value - 1 : 2 * value);
	}

	block(bytes: Uint8Array): void {
		this.varint(bytes.length);
		this.#reserve(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
	}

	/** What was written; copied only where its buffer would waste more than a quarter. */
	finish(): Uint8Array {
		const isTight = this.#length > this.#bytes.length * 0.75;
		return isTight ? this.#bytes.subarray(0, this.#length) : this.#bytes.slice(0, this.#length);
	}

	#reserve(count: number): void {
		const needed = this.#length + count;
		if (needed <= this.#bytes.length) return;
		const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
		grown.set(this.#bytes);
		this.#bytes = grown;
	}
}

export class ByteReader {
	readonly #bytes: Uint8Array;
	#offset = 0;
	/** Something was read that was not there, or a number was over 2^53 − 1. */
	isOverrun = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isDone(): boolean {
		return this.isOverrun || this.#offset >= this.#bytes.length;
	}

	byte(): number {
		const value = this.#bytes[this.#offset++];
		if (value === undefined) this.isOverrun = true;
		return value ?? 0;
	}

	varint(): number {
		let value = 0;
		let scale = 1;
		let byte: number;
		do {
			byte = this.byte();
			value += (byte & 0x7f) * scale;
			scale *= 0x80;
		} while (byte > 0x7f && value <= Number.MAX_SAFE_INTEGER && scale <= 2 ** 49);
		if (byte > 0x7f || value > Number.MAX_SAFE_INTEGER) this.isOverrun = true;
		return this.isOverrun ? 0 : value;
	}

	signed(): number {
		const value = this.varint();
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}

	/** A view of the bytes that follow their length. */
	block(): Uint8Array {
		const length = this.varint();
		const start = this.#offset;
		if (start + length > this.#bytes.length) {
			this.isOverrun = true;
			return new Uint8Array(0);
		}
		this.#offset += length;
		return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + start, length);
	}
}
