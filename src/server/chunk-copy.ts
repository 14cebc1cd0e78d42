/**
 * Copies of chunks, small ones side by side in a slab.
 *
 * Chunks have to be copied because `ws` unmasks what it reads in place. A small copy of its own
 * would cost an ArrayBuffer each; a slab of 64 KiB is cut into hundreds. A slab lives as long as
 * one of its pieces, hence its modest size.
 */
const SLAB_BYTES = 64 * 1024;
const LARGEST_IN_SLAB = 4 * 1024;

let slab = new Uint8Array(0);
let used = 0;

function reserve(length: number): Uint8Array {
	if (length > LARGEST_IN_SLAB) return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
	if (used + length > slab.length) {
		slab = new Uint8Array(Buffer.allocUnsafeSlow(SLAB_BYTES).buffer);
		used = 0;
	}
	const start = used;
	used += length;
	return slab.subarray(start, used);
}

export function copyChunk(bytes: Uint8Array): Uint8Array {
	const copy = reserve(bytes.length);
	copy.set(bytes);
	return copy;
}

/** One copy of what a single write hands over in several buffers (a frame's header and payload). */
export function copyChunks(parts: readonly { readonly chunk: Uint8Array }[]): Uint8Array {
	let length = 0;
	for (const part of parts) length += part.chunk.length;
	const copy = reserve(length);
	let offset = 0;
	for (const { chunk } of parts) {
		copy.set(chunk, offset);
		offset += chunk.length;
	}
	return copy;
}
