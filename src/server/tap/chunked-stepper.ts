/** Steps over a chunked body (RFC 9112 §7.1) that comes in any cuts, without looking inside. */
const LF = 10;
const CR = 13;

export class ChunkedStepper {
	isDone = false;
	#state: 'size' | 'extension' | 'data' | 'trailer' = 'size';
	#left = 0;
	#isLineEmpty = true;

	/** Returns the offset after the bytes of the body that `bytes` holds from `from` on. */
	step(bytes: Uint8Array, from: number): number {
		let at = from;
		while (at < bytes.length && !this.isDone) {
			if (this.#state === 'data') {
				const end = Math.min(bytes.length, at + this.#left);
				this.#left -= end - at;
				at = end;
				if (this.#left === 0) this.#state = 'size';
			} else this.#take(bytes[at++] as number);
		}
		return at;
	}

	#take(byte: number): void {
		if (byte === LF) return this.#endLine();
		if (byte === CR) return;
		this.#isLineEmpty = false;
		if (this.#state !== 'size') return;
		const digit = Number.parseInt(String.fromCharCode(byte), 16);
		if (Number.isNaN(digit)) this.#state = 'extension';
		else this.#left = this.#left * 16 + digit;
	}

	#endLine(): void {
		if (this.#state === 'trailer') this.isDone = this.#isLineEmpty;
		else if (!this.#isLineEmpty) {
			// The CR LF after a chunk's data counts as data, so that the next line is a size again.
			this.#state = this.#left === 0 ? 'trailer' : 'data';
			if (this.#left > 0) this.#left += 2;
		}
		this.#isLineEmpty = true;
	}
}
