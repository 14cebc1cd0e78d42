/**
 * The fields of a frame that is being written, read from its bytes and changed in them.
 *
 * The bytes are the draft; fields, bits and hex are readings of them. A length may lie, and what
 * follows the header counts as payload, also beyond the length that is announced.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import { encodeFrame } from '#lib/protocol/encode-frame.ts';
import { FrameHeader } from '#lib/protocol/frame-header.ts';
import { mask, MASKING_KEY_LENGTH } from '#lib/protocol/masking.ts';
import { lengthFormOf, minimalLengthForm, type LengthForm } from '#lib/protocol/payload-length.ts';

export interface FrameParts {
	readonly fin: boolean;
	readonly rsv1: boolean;
	readonly rsv2: boolean;
	readonly rsv3: boolean;
	/** 0 to 15. */
	readonly opcode: number;
	readonly masked: boolean;
	readonly lengthForm: LengthForm;
	/** In bytes, as the header says. */
	readonly announcedLength: number | bigint;
	/** Four octets; null where the frame is not masked. */
	readonly maskingKey: Uint8Array | null;
	/** Unmasked; all bytes after the header. */
	readonly payload: Uint8Array;
	readonly isHeaderComplete: boolean;
	/** Whether the announced length is the number of bytes after the header. */
	readonly isLengthHonest: boolean;
}

/** What may be changed; whether the rest is honest or complete follows from it. */
export type FrameChange = Partial<Omit<FrameParts, 'isHeaderComplete' | 'isLengthHonest'>>;

/** Fields of any bytes; what a cut header does not tell reads as zeros. */
export function readParts(bytes: Uint8Array): FrameParts {
	const header = new FrameHeader();
	header.read(bytes, 0, bytes.length);
	const [first = 0, second = 0] = bytes;
	const maskingKey = header.isMasked ? new Uint8Array(MASKING_KEY_LENGTH) : null;
	maskingKey?.set(bytes.subarray(header.length - MASKING_KEY_LENGTH, header.length));
	const rest = bytes.subarray(header.length);
	return {
		fin: (first & 0x80) !== 0,
		rsv1: (first & 0x40) !== 0,
		rsv2: (first & 0x20) !== 0,
		rsv3: (first & 0x10) !== 0,
		opcode: first & 0x0f,
		masked: header.isMasked,
		lengthForm: lengthFormOf(second & 0x7f),
		announcedLength: header.payloadLength,
		maskingKey,
		payload: maskingKey ? mask(rest, maskingKey) : rest,
		isHeaderComplete: header.isComplete,
		isLengthHonest: header.isComplete && header.payloadLength === rest.length
	};
}

/**
 * New bytes with some fields changed and all others kept.
 *
 * A length that was honest follows the payload, in the shortest form if it was in the shortest;
 * one that lied is kept. Announcing another length widens the form where it does not fit.
 *
 * @throws RangeError as `encodeFrame` does
 */
export function changeParts(bytes: Uint8Array, change: FrameChange): Uint8Array<ArrayBuffer> {
	const parts = { ...readParts(bytes), ...change };
	return encodeFrame({ ...parts, lengthForm: minimalLengthForm(parts.announcedLength) });
}

/**
 * New bytes with one bit turned over, counted from the first.
 *
 * @throws RangeError when bit is beyond the bytes
 */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
	const flipped = Uint8Array.from(bytes);
	const at = bit >> 3;
	flipped[at] = (flipped[at] ?? 0) ^ (0x80 >> (bit & 7));
	return flipped;
}
