/**
 * Bytes that arrive in chunks and are joined when somebody looks, so that n chunks cost O(n).
 */
export class GrowingBytes {
	readonly #chunks: Uint8Array[] = [];
	#length = 0;

	get length(): number {
		return this.#length;
	}

	push(bytes: Uint8Array): void {
		this.#chunks.push(bytes);
		this.#length += bytes.length;
	}

	/** The first `length` bytes, in one array. */
	join(length: number): Uint8Array {
		const [first] = this.#chunks;
		if (first && first.length >= length) return first.subarray(0, length);
		const joined = new Uint8Array(length);
		let at = 0;
		for (const chunk of this.#chunks) {
			if (at >= length) break;
			joined.set(chunk.subarray(0, length - at), at);
			at += chunk.length;
		}
		return joined;
	}
}
