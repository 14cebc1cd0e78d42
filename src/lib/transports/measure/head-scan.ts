/**
 * Where the head of an HTTP message ends, looked for in chunks as they come: at the empty line
 * (RFC 9112 §2.1). Once a byte is missing it is not known.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.1
 */
const CR = 0x0d;
const LF = 0x0a;

export class HeadScan {
	#length: number | null = null;
	#passed = 0;
	/** Bytes of CR LF CR LF that stand at the end of what has passed. */
	#matched = 0;
	#isLost = false;

	/** Bytes of the head with its empty line; null while that is not known, or never will be. */
	get length(): number | null {
		return this.#length;
	}

	/** The end was not found before bytes went missing. */
	get isLost(): boolean {
		return this.#isLost;
	}

	/** Whether the head ends in these bytes. */
	read(bytes: Uint8Array): boolean {
		if (this.#length !== null || this.#isLost) return false;
		for (let at = 0; at < bytes.length; at++) {
			const byte = bytes[at];
			const expected = this.#matched % 2 === 0 ? CR : LF;
			if (byte === expected) this.#matched += 1;
			else this.#matched = byte === CR ? 1 : 0;
			if (this.#matched < 4) continue;
			this.#length = this.#passed + at + 1;
			return true;
		}
		this.#passed += bytes.length;
		return false;
	}

	/** Bytes have passed unseen. */
	miss(): void {
		if (this.#length === null) this.#isLost = true;
	}
}
