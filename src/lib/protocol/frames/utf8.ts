/**
 * Validates UTF-8 as bytes arrive, cut anywhere, and finds the first bad byte.
 *
 * Text is checked where it lies, still masked: unmasking happens in the comparison, so that a
 * payload nobody looks at is never copied.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-8.1
 * @see https://www.rfc-editor.org/rfc/rfc3629#section-4
 */

import { rotateKey } from './masking.ts';

/** States: what the next byte may be. RFC 3629 §4 gives the ranges, one row of the table each. */
const ACCEPT = 0;
const TAIL_1 = 1;
const TAIL_2 = 2;
const TAIL_3 = 3;
const AFTER_E0 = 4;
const AFTER_ED = 5;
const AFTER_F0 = 6;
const AFTER_F4 = 7;
const REJECT = 8;

/** [state, first byte, last byte, next state]; every other byte is rejected. */
const RANGES: readonly (readonly [number, number, number, number])[] = [
	[ACCEPT, 0x00, 0x7f, ACCEPT],
	[ACCEPT, 0xc2, 0xdf, TAIL_1],
	[ACCEPT, 0xe0, 0xe0, AFTER_E0],
	[ACCEPT, 0xe1, 0xec, TAIL_2],
	[ACCEPT, 0xed, 0xed, AFTER_ED],
	[ACCEPT, 0xee, 0xef, TAIL_2],
	[ACCEPT, 0xf0, 0xf0, AFTER_F0],
	[ACCEPT, 0xf1, 0xf3, TAIL_3],
	[ACCEPT, 0xf4, 0xf4, AFTER_F4],
	[TAIL_1, 0x80, 0xbf, ACCEPT],
	[TAIL_2, 0x80, 0xbf, TAIL_1],
	[TAIL_3, 0x80, 0xbf, TAIL_2],
	[AFTER_E0, 0xa0, 0xbf, TAIL_1],
	[AFTER_ED, 0x80, 0x9f, TAIL_1],
	[AFTER_F0, 0x90, 0xbf, TAIL_2],
	[AFTER_F4, 0x80, 0x8f, TAIL_2]
];

/** Next state at `state << 8 | byte`. */
const NEXT = makeTable();

function makeTable(): Uint8Array {
	const table = new Uint8Array(REJECT << 8).fill(REJECT);
	for (const [state, first, last, next] of RANGES) {
		table.fill(next, (state << 8) | first, ((state << 8) | last) + 1);
	}
	return table;
}

/** From this many bytes on, reading four at a time repays making a DataView for it. */
const WORDWISE_FROM = 128;

export class Utf8Validator {
	#state = ACCEPT;
	/** Bytes of the character that is under way. */
	#begun = 0;
	/** View over the last bytes given: several frames lie in one chunk. */
	#viewed: Uint8Array | null = null;
	#view: DataView | null = null;

	/** Whether the bytes so far end with a whole character. */
	get isComplete(): boolean {
		return this.#state === ACCEPT;
	}

	/** How many bytes of an unfinished character have arrived, 0 to 3. */
	get begun(): number {
		return this.#state === ACCEPT ? 0 : this.#begun;
	}

	reset(): void {
		this.#state = ACCEPT;
	}

	/**
	 * Takes the next bytes, from `start` to `end` of `bytes`.
	 *
	 * @param key packed masking key that applies at `start`; 0 for unmasked bytes
	 * @returns index in `bytes` of the first byte that cannot be, or -1
	 */
	feed(bytes: Uint8Array, start: number, end: number, key = 0): number {
		let at = start;
		let state = this.#state;
		while (at < end) {
			if (state === ACCEPT) {
				at = this.#skipWhole(bytes, at, end, rotateKey(key, at - start));
				if (at >= end) break;
				this.#begun = 0;
			}
			const byte = (bytes[at] as number) ^ ((key >>> (((at - start) & 3) << 3)) & 0xff);
			this.#begun++;
			state = NEXT[(state << 8) | byte] as number;
			if (state === REJECT) return at;
			at++;
		}
		this.#state = state;
		return -1;
	}

	/**
	 * Steps over whole characters of the two commonest shapes, ASCII and three bytes without a
	 * special range; the table does the others. Returns where it stopped.
	 */
	#skipWhole(bytes: Uint8Array, at: number, end: number, key: number): number {
		while (at + 4 <= end) {
			const first = (bytes[at] as number) ^ (key & 0xff);
			const second = (bytes[at + 1] as number) ^ ((key >>> 8) & 0xff);
			const third = (bytes[at + 2] as number) ^ ((key >>> 16) & 0xff);
			if (first < 0x80) {
				const fourth = (bytes[at + 3] as number) ^ (key >>> 24);
				if ((second | third | fourth) & 0x80) {
					at++;
					key = (key >>> 8) | (key << 24);
					continue;
				}
				at += 4;
				if (end - at >= WORDWISE_FROM) at = skipAsciiWords(this.#viewOf(bytes), at, end, key);
			} else {
				if ((first & 0xf0) !== 0xe0 || first === 0xe0 || first === 0xed) return at;
				if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return at;
				at += 3;
				key = (key >>> 24) | (key << 8);
			}
		}
		return at;
	}

	#viewOf(bytes: Uint8Array): DataView {
		if (this.#view === null || this.#viewed !== bytes) {
			this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			this.#viewed = bytes;
		}
		return this.#view;
	}
}

/** Sixteen bytes at a time, then four; a DataView reads words that lie anywhere. */
function skipAsciiWords(view: DataView, at: number, end: number, key: number): number {
	while (at + 16 <= end) {
		const high =
			(view.getInt32(at, true) ^ key) |
			(view.getInt32(at + 4, true) ^ key) |
			(view.getInt32(at + 8, true) ^ key) |
			(view.getInt32(at + 12, true) ^ key);
		if (high & 0x80808080) break;
		at += 16;
	}
	while (at + 4 <= end && ((view.getInt32(at, true) ^ key) & 0x80808080) === 0) at += 4;
	return at;
}

/** Index of the first byte of a whole text that cannot be there, its length when cut short, or -1. */
export function findInvalidUtf8(bytes: Uint8Array): number {
	const validator = new Utf8Validator();
	const bad = validator.feed(bytes, 0, bytes.length);
	if (bad >= 0) return bad;
	return validator.isComplete ? -1 : bytes.length;
}
