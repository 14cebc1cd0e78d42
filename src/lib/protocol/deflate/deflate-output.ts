/**
 * The output of a deflate stream while it is read, and the bytes before it that matches reach.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-2
 */

export interface OutputBounds {
	/** Most bytes of output; default 1 MiB. */
	readonly maxOutput: number;
	/** Most tokens; default 65,536. */
	readonly maxTokens: number;
}

interface OutputOptions extends Partial<OutputBounds> {
	readonly window?: Uint8Array;
	readonly windowBits?: number;
}

const FIRST_SIZE = 1024;

export class DeflateOutput {
	readonly #window: Uint8Array;
	/** How far back a match may reach, bytes. */
	readonly #reach: number;
	readonly #maxOutput: number;
	readonly maxTokens: number;
	#bytes = new Uint8Array(FIRST_SIZE);
	#length = 0;

	/** @throws RangeError when windowBits is not 8 to 15 */
	constructor(options: OutputOptions) {
		const { window = new Uint8Array(0), windowBits = 15 } = options;
		if (!(windowBits >= 8 && windowBits <= 15)) {
			throw new RangeError('windowBits must be from 8 to 15');
		}
		this.#window = window;
		this.#reach = 2 ** windowBits;
		this.#maxOutput = options.maxOutput ?? 2 ** 20;
		this.maxTokens = options.maxTokens ?? 2 ** 16;
	}

	/** Bytes made so far. */
	get length(): number {
		return this.#length;
	}

	bytes(): Uint8Array<ArrayBuffer> {
		return this.#bytes.slice(0, this.#length);
	}

	/** Why a match cannot come from so far back; null: it can. */
	distanceFault(distance: number): 'distance-too-far' | 'distance-beyond-window' | null {
		if (distance > this.#length + this.#window.length) return 'distance-too-far';
		return distance > this.#reach ? 'distance-beyond-window' : null;
	}

	/** Adds a byte; false where there is no room for it. */
	add(byte: number): boolean {
		if (!this.#makeRoom(1)) return false;
		this.#bytes[this.#length++] = byte;
		return true;
	}

	/** Adds bytes; returns how many there was room for. */
	copy(bytes: Uint8Array): number {
		const count = Math.min(bytes.length, this.#maxOutput - this.#length);
		this.#makeRoom(count);
		this.#bytes.set(bytes.subarray(0, count), this.#length);
		this.#length += count;
		return count;
	}

	/** Adds bytes again that came before; false where there is no room for them. */
	repeat(distance: number, count: number): boolean {
		if (!this.#makeRoom(count)) return false;
		for (let left = count; left > 0; left--) {
			const from = this.#length - distance;
			const byte = from < 0 ? this.#window[this.#window.length + from] : this.#bytes[from];
			this.#bytes[this.#length++] = byte ?? 0;
		}
		return true;
	}

	#makeRoom(count: number): boolean {
		const needed = this.#length + count;
		if (needed > this.#maxOutput) return false;
		if (needed > this.#bytes.length) {
			const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
			grown.set(this.#bytes.subarray(0, this.#length));
			this.#bytes = grown;
		}
		return true;
	}
}
