/**
 * The fields of a frame that is being written, read from its bytes and changed in them.
 *
 * The bytes are the draft; fields, bits and hex are readings of them. A length may lie, and what
 * follows the header counts as payload, also beyond the length that is announced.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { FrameHeader } from '#lib/protocol/frames/frame-header.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { mask, MASKING_KEY_LENGTH } from '#lib/protocol/frames/masking.ts';
import {
	encodeExtendedLength,
	extendedLengthBytes,
	lengthFormOf,
	minimalLengthForm,
	type LengthForm
} from '#lib/protocol/frames/payload-length.ts';

/** Longest header: two bytes, a 64-bit length, a masking key. */
const MAX_HEADER = 14;
const NOTHING = new Uint8Array(0);

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

/** Fields of any bytes; what a cut header leaves out reads as zeros. */
export function readParts(bytes: Uint8Array): FrameParts {
	const header = headerOf(bytes);
	const head = new Uint8Array(MAX_HEADER);
	head.set(bytes.subarray(0, header.length));
	header.read(head, 0, header.length);
	const [first = 0, second = 0] = head;
	const maskingKey = header.isMasked
		? head.slice(header.length - MASKING_KEY_LENGTH, header.length)
		: null;
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
		isHeaderComplete: bytes.length >= header.length,
		isLengthHonest: header.payloadLength === rest.length
	};
}

function headerOf(bytes: Uint8Array): FrameHeader {
	const header = new FrameHeader();
	header.read(bytes, 0, bytes.length);
	return header;
}

/**
 * New bytes with some fields changed and all others kept; a cut header is completed.
 *
 * A length that was honest follows the payload; one that lied is kept. The form stays the shortest
 * if it was, and widens where it no longer holds the length. MASK turned on without a key takes
 * 00 00 00 00; a key turns it on, null turns it off.
 *
 * @throws RangeError as `encodeFrame` does, such as for a length that the form asked for cannot hold
 */
export function changeParts(bytes: Uint8Array, change: FrameChange): Uint8Array<ArrayBuffer> {
	const before = readParts(bytes);
	const parts = { ...before, ...change };
	const follows = before.isLengthHonest && change.announcedLength === undefined;
	const announcedLength = follows ? parts.payload.length : parts.announcedLength;
	const lengthForm = change.lengthForm ?? fittingForm(before, announcedLength);
	return encodeFrame({
		...parts,
		announcedLength,
		lengthForm,
		maskingKey: changedKey(before, change)
	});
}

function fittingForm(before: FrameParts, length: number | bigint): LengthForm {
	const minimal = minimalLengthForm(length);
	const wasMinimal = before.lengthForm === minimalLengthForm(before.announcedLength);
	return wasMinimal || before.lengthForm < minimal ? minimal : before.lengthForm;
}

function changedKey(before: FrameParts, change: FrameChange): Uint8Array | null {
	const { masked, maskingKey } = change;
	if (masked === false) return null;
	if (maskingKey !== undefined && (maskingKey !== null || !masked)) return maskingKey;
	if (masked || before.masked) return before.maskingKey ?? new Uint8Array(MASKING_KEY_LENGTH);
	return null;
}

/**
 * New bytes with one bit turned over, counted from the first.
 *
 * Where the bit decides on the layout, the rest moves with it: MASK inserts a key 00 00 00 00 or
 * takes the key out and leaves the payload unmasked; 126 and 127 in the seven bits insert the
 * extended length, with the length of the payload in it, and other values remove it. A bit of the
 * header that is not there yet completes the header with zeros.
 *
 * @throws RangeError when bit lies beyond the frame
 */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
	const headerLength = headerOf(bytes).length;
	if (!Number.isInteger(bit) || bit < 0 || bit >= Math.max(bytes.length, headerLength) * 8) {
		throw new RangeError('bit must lie within the frame');
	}
	const whole = new Uint8Array(bit < bytes.length * 8 ? bytes.length : headerLength);
	whole.set(bytes);
	const flipped = whole.slice();
	flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
	return bit >> 3 === 1 ? layOut(whole, flipped) : flipped;
}

/** `flipped`, whose second byte differs from `before`, in the layout that this byte announces. */
function layOut(before: Uint8Array, flipped: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const old = headerOf(before);
	const now = headerOf(flipped);
	if (old.length === now.length) return flipped;
	const extendedEnd = 2 + extendedLengthBytes(formOf(before));
	const payload = before.subarray(old.length);
	const extended =
		formOf(before) === formOf(flipped)
			? before.subarray(2, extendedEnd)
			: honestLength(formOf(flipped), payload.length);
	const isRoomForKey = extended.length === extendedLengthBytes(formOf(flipped));
	const key = old.isMasked
		? before.subarray(extendedEnd, old.length)
		: new Uint8Array(isRoomForKey ? MASKING_KEY_LENGTH : 0);
	const isUnmasked = old.isMasked && !now.isMasked && payload.length > 0;
	return joinBytes([
		flipped.subarray(0, 2),
		extended,
		now.isMasked ? key : NOTHING,
		isUnmasked ? mask(payload, key) : payload
	]);
}

function formOf(bytes: Uint8Array): LengthForm {
	return lengthFormOf((bytes[1] ?? 0) & 0x7f);
}

/** The extended length of a payload, or the most that the form can say. */
function honestLength(form: LengthForm, length: number): Uint8Array {
	return encodeExtendedLength(form, form === 16 ? Math.min(length, 0xffff) : length);
}
