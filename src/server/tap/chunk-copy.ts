/**
 * Copies of chunks, side by side in slabs.
 *
 * Chunks have to be copied because `ws` unmasks what it reads in place. A copy of its own would
 * cost an ArrayBuffer each, which the garbage collector follows one by one; a slab holds many. A
 * slab lives as long as one of its pieces, hence small slabs for small chunks.
 */
class Slab {
	readonly #size: number;
	#bytes = new Uint8Array(0);
	#used = 0;

	constructor(size: number) {
		this.#size = size;
	}

	reserve(length: number): Uint8Array {
		if (this.#used + length > this.#bytes.length) {
			this.#bytes = allocate(this.#size);
			this.#used = 0;
		}
		const start = this.#used;
		this.#used += length;
		return this.#bytes.subarray(start, this.#used);
	}
}

const SMALL = 4 * 1024;
const MIDDLE = 64 * 1024;
const smallSlab = new Slab(64 * 1024);
const middleSlab = new Slab(512 * 1024);

function allocate(length: number): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer as ArrayBuffer);
}

function reserve(length: number): Uint8Array {
	if (length <= SMALL) return smallSlab.reserve(length);
	return length <= MIDDLE ? middleSlab.reserve(length) : allocate(length);
}

export function copyChunk(bytes: Buffer): Uint8Array {
	const copy = reserve(bytes.length);
	bytes.copy(copy);
	return copy;
}

export function copyText(text: string, encoding: BufferEncoding): Uint8Array {
	const copy = reserve(Buffer.byteLength(text, encoding));
	Buffer.from(copy.buffer, copy.byteOffset, copy.length).write(text, encoding);
	return copy;
}

/** A part of one write, as Node hands it to `_writev`. */
export interface WritePart {
	readonly chunk: Buffer | string;
	readonly encoding: BufferEncoding;
}

/** One copy of what a single write hands over in several parts (a frame's header and payload). */
export function copyParts(parts: readonly WritePart[]): Uint8Array {
	let length = 0;
	for (const part of parts) length += lengthOf(part);
	const copy = reserve(length);
	let offset = 0;
	for (const { chunk, encoding } of parts) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
		offset += bytes.copy(copy, offset);
	}
	return copy;
}

export function lengthOf({ chunk, encoding }: WritePart): number {
	return typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length;
}
