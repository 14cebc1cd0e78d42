/**
 * A message: what one or more data frames carry together (RFC 6455 §5.4, §5.6).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.4
 */
import type { Frame } from './frame.ts';

export type MessageKind = 'text' | 'binary';

export class Message {
	readonly kind: MessageKind;
	/** The data frames that carry it, in order; control frames in between are not among them. */
	readonly frames: readonly Frame[];
	/** Sent under permessage-deflate with RSV1 set. */
	readonly compressed: boolean;
	/** Bytes of the data, after inflating; as far as it was inflated where that failed. */
	readonly size: number;
	/** Whether an endpoint would have been handed it: it could be read, and broke no rule. */
	readonly isValid: boolean;
	/** Inflated data; null where it is not compressed, was too much to keep or was not inflated. */
	readonly #inflated: Uint8Array | null;

	/** Made by the decoder. */
	constructor(
		kind: MessageKind,
		frames: readonly Frame[],
		size: number,
		isValid: boolean,
		inflated: Uint8Array | null = null
	) {
		this.kind = kind;
		this.frames = frames;
		this.compressed = frames[0]?.compressed ?? false;
		this.size = size;
		this.isValid = isValid;
		this.#inflated = inflated;
	}

	/** False where the decoder has no inflated data, or more than it keeps; `data` is then empty. */
	get isKept(): boolean {
		return !this.compressed || this.#inflated !== null;
	}

	/** The data: unmasked, joined and inflated. */
	data(): Uint8Array {
		if (this.compressed) return this.#inflated ?? new Uint8Array(0);
		const [first] = this.frames;
		if (first && this.frames.length === 1) return first.unmaskedPayload();
		const data = new Uint8Array(this.size);
		let at = 0;
		for (const frame of this.frames) {
			data.set(frame.unmaskedPayload(), at);
			at += frame.payload.length;
		}
		return data;
	}

	/** The data read as UTF-8, U+FFFD in place of bytes that are not. */
	text(): string {
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.data());
	}
}
