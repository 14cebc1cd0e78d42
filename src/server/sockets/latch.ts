/** Something that happens once: who waits for it is told, also who comes later. */
export class Latch {
	#isOpen = false;
	readonly #waiting = new Set<() => void>();

	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** Has no effect after the first time. */
	open(): void {
		if (this.#isOpen) return;
		this.#isOpen = true;
		for (const tell of this.#waiting) tell();
		this.#waiting.clear();
	}

	/** Calls `tell` once it is open, which may be at once; returns what takes that back. */
	whenOpen(tell: () => void): () => void {
		if (this.#isOpen) {
			tell();
			return () => undefined;
		}
		this.#waiting.add(tell);
		return () => this.#waiting.delete(tell);
	}
}
