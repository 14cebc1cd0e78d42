/**
 * A message: what one or more data frames carry together (RFC 6455 §5.4, §5.6).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.4
 */
import { Frame } from './frame.ts';

export type MessageKind = 'text' | 'binary';

export class Message {
	readonly kind: MessageKind;
	/** Bytes of the data, after inflating; as far as it was inflated where that failed. */
	readonly size: number;
	/** Whether an endpoint would have been handed it: it could be read, and broke no rule. */
	readonly isValid: boolean;
	/** Inflated data; null where it is not compressed, was too much to keep or was not inflated. */
	readonly #inflated: Uint8Array | null;
	/* Most messages have one frame, and a page holds 100,000: no list is kept for one. */
	readonly #frames: Frame | readonly Frame[];

	/** Made by the decoder, of one frame or of several. */
	constructor(
		kind: MessageKind,
		frames: Frame | readonly Frame[],
		size: number,
		isValid: boolean,
		inflated: Uint8Array | null = null
	) {
		this.kind = kind;
		this.#frames = frames;
		this.size = size;
		this.isValid = isValid;
		this.#inflated = inflated;
	}

	/** The data frames that carry it, in order; control frames in between are not among them. */
	get frames(): readonly Frame[] {
		return this.#frames instanceof Frame ? [this.#frames] : this.#frames;
	}

	/** Sent under permessage-deflate with RSV1 set. */
	get compressed(): boolean {
		const first = this.#frames instanceof Frame ? this.#frames : this.#frames[0];
		return first?.compressed ?? false;
	}

	/** False where the decoder has no inflated data, or more than it keeps; `data` is then empty. */
	get isKept(): boolean {
		return !this.compressed || this.#inflated !== null;
	}

	/** The data: unmasked, joined and inflated. */
	data(): Uint8Array {
		if (this.compressed) return this.#inflated ?? new Uint8Array(0);
		if (this.#frames instanceof Frame) return this.#frames.unmaskedPayload();
		const data = new Uint8Array(this.size);
		let at = 0;
		for (const frame of this.#frames) {
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
