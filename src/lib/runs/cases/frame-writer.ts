/** Writes the frames of the cases: by their first byte, as RFC 6455 §5.7 prints its examples. */
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { parseHex } from '#lib/protocol/hex.ts';
import type { LengthForm } from '#lib/protocol/frames/payload-length.ts';

/** The masking key of the RFC's own examples (§5.7). */
export const SAMPLE_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

export interface FrameOptions {
	/** Null: not masked; default: as the side has to. */
	readonly key?: Uint8Array | null;
	readonly form?: LengthForm;
	readonly announced?: number | bigint;
}

export class FrameWriter {
	readonly #key: Uint8Array | null;

	constructor(role: Direction) {
		this.#key = role === 'client' ? SAMPLE_KEY : null;
	}

	/**
	 * @param first FIN, RSV1 to RSV3 and the opcode
	 * @param payload unmasked; text stands for its UTF-8
	 */
	frame(
		first: number,
		payload: Uint8Array | string = '',
		{ key = this.#key, form, announced }: FrameOptions = {}
	): Uint8Array<ArrayBuffer> {
		return encodeFrame({
			fin: (first & 0x80) !== 0,
			rsv1: (first & 0x40) !== 0,
			rsv2: (first & 0x20) !== 0,
			rsv3: (first & 0x10) !== 0,
			opcode: first & 0x0f,
			maskingKey: key,
			payload: typeof payload === 'string' ? new TextEncoder().encode(payload) : payload,
			...(form !== undefined && { lengthForm: form }),
			...(announced !== undefined && { announcedLength: announced })
		});
	}

	close(code: number | null, reason = ''): Uint8Array<ArrayBuffer> {
		return this.frame(0x88, encodeClosePayload(code, reason));
	}
}

/** @throws TypeError when text is not hex */
export function hex(text: string): Uint8Array<ArrayBuffer> {
	const parsed = parseHex(text);
	if (!parsed.ok) throw new TypeError(`text must be hex, not ${text}`);
	return parsed.bytes;
}

/** As many bytes `a`. */
export function letters(count: number): Uint8Array<ArrayBuffer> {
	return new Uint8Array(count).fill(0x61);
}
