/**
 * Numbers in the order in which they come, append-only, for charts: `values` is a view of a typed
 * array, made without a copy.
 */
export class GrowingColumn {
	#values: Float64Array;
	#length = 0;

	constructor(room = 64) {
		this.#values = new Float64Array(room);
	}

	get length(): number {
		return this.#length;
	}

	/** What there is now; a view that does not grow. */
	get values(): Float64Array {
		return this.#values.subarray(0, this.#length);
	}

	/** The value at an index; 0 outside. */
	at(index: number): number {
		return index < this.#length ? (this.#values[index] ?? 0) : 0;
	}

	push(value: number): void {
		if (this.#length === this.#values.length) {
			const grown = new Float64Array(Math.max(16, this.#length * 2));
			grown.set(this.#values);
			this.#values = grown;
		}
		this.#values[this.#length++] = value;
	}

	/** Adds to what stands at an index below `length`. */
	addAt(index: number, value: number): void {
		if (index >= 0 && index < this.#length) this.#values[index] = this.at(index) + value;
	}
}
