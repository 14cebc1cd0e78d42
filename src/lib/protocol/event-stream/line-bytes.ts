/** The bytes of one line that arrives in pieces: all are counted, only so many are kept. */
const NOTHING = new Uint8Array(0);

export class LineBytes {
	readonly #most: number;
	/** Room, or the one piece that the line has come in so far. */
	#buffer: Uint8Array = NOTHING;
	#kept = 0;
	#length = 0;
	#isOwn = false;

	constructor(most: number) {
		this.#most = most;
	}

	/** Bytes of the line so far. */
	get length(): number {
		return this.#length;
	}

	/** The first of them, up to the bound; good until the next call. */
	get bytes(): Uint8Array {
		return this.#buffer.subarray(0, this.#kept);
	}

	/** The piece must stay as it is until `clear` or `settle`. */
	push(piece: Uint8Array): void {
		const taken = piece.subarray(0, this.#most - this.#kept);
		this.#length += piece.length;
		if (taken.length === 0) return;
		if (this.#kept === 0) this.#buffer = taken;
		else this.#append(taken);
		this.#kept += taken.length;
	}

	/** Makes the bytes its own: the caller may use the pieces' memory again. */
	settle(): void {
		if (this.#isOwn || this.#kept === 0) return;
		this.#buffer = this.#buffer.slice(0, this.#kept);
		this.#isOwn = true;
	}

	clear(): void {
		this.#buffer = NOTHING;
		this.#kept = 0;
		this.#length = 0;
		this.#isOwn = false;
	}

	/** Room doubles, so that n bytes cost O(n) however they come. */
	#append(piece: Uint8Array): void {
		const length = this.#kept + piece.length;
		if (!this.#isOwn || length > this.#buffer.length) {
			const grown = new Uint8Array(Math.min(this.#most, Math.max(length, 2 * this.#kept)));
			grown.set(this.bytes);
			this.#buffer = grown;
			this.#isOwn = true;
		}
		this.#buffer.set(piece, this.#kept);
	}
}
