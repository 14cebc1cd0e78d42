/**
 * A payload and a masking key that a student changes by the byte and by the bit.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.3
 */
import { decodeFrame } from '#lib/protocol/frames/decode-frame.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { FrameContext } from '#lib/protocol/frames/header-rules.ts';
import { TEXT } from '#lib/protocol/frames/opcode.ts';

/** The key of RFC 6455 §5.7's own example. */
const EXAMPLE_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

const CONTEXT: FrameContext = {
	direction: 'client',
	hasDeflate: false,
	isInMessage: false,
	isAfterClose: false
};

export class MaskDraft {
	text = $state('Hello');
	#key = $state.raw<Uint8Array>(EXAMPLE_KEY);
	#chosen = $state(0);

	readonly payload: Uint8Array = $derived(new TextEncoder().encode(this.text));

	/** The text frame of a client that carries it. */
	readonly frame: Frame | null = $derived.by(() => {
		const bytes = encodeFrame({ opcode: TEXT, payload: this.payload, maskingKey: this.#key });
		return decodeFrame(bytes, 0, CONTEXT).frame;
	});

	/** Whether the key changes nothing. */
	readonly masksNothing: boolean = $derived(this.#key.every((byte) => byte === 0));

	/** Four bytes. */
	get key(): Uint8Array {
		return this.#key;
	}

	/** @throws RangeError when `key` is not four bytes long */
	set key(key: Uint8Array) {
		if (key.length !== 4) throw new RangeError('key must be 4 bytes long');
		this.#key = key;
	}

	/** Index of the payload byte looked at; -1: the payload is empty. */
	get chosen(): number {
		return Math.min(this.#chosen, this.payload.length - 1);
	}

	/** @param index in the payload */
	choose(index: number): void {
		this.#chosen = Math.max(0, index);
	}

	/** @param index 0 to 3 @param value 0 to 255 */
	setKeyByte(index: number, value: number): void {
		this.#key = this.#key.with(index, value);
	}

	/** @param bit 0 to 31, from the key's first byte's highest */
	flipKeyBit(bit: number): void {
		const index = bit >> 3;
		this.setKeyByte(index, (this.#key[index] ?? 0) ^ (0x80 >> (bit & 7)));
	}
}
