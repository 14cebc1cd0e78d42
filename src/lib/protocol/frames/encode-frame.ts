/**
 * Encodes one frame, legal or not: any field can be forced.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import { mask, MASKING_KEY_LENGTH } from './masking.ts';
import { encodeExtendedLength, minimalLengthForm, type LengthForm } from './payload-length.ts';

export interface FrameDescription {
	/** Default true. */
	readonly fin?: boolean;
	readonly rsv1?: boolean;
	readonly rsv2?: boolean;
	readonly rsv3?: boolean;
	/** 0 to 15. */
	readonly opcode: number;
	/** Four octets; null or absent: the frame is not masked. */
	readonly maskingKey?: Uint8Array | null;
	/** Unmasked payload. */
	readonly payload: Uint8Array;
	/** Forces the form of the length; default: the shortest for the announced length. */
	readonly lengthForm?: LengthForm;
	/** Forces the announced length in bytes; default: the payload's. */
	readonly announcedLength?: number | bigint;
}

const FORM_MARKS = { 16: 126, 64: 127 } as const;
/** First length that a form cannot write; the 64-bit form can write its illegal top bit. */
const FORM_ENDS = { 7: 126n, 16: 0x1_0000n, 64: 2n ** 64n } as const;

/**
 * Bytes of the frame: header, then the payload as given, masked where there is a key.
 *
 * @throws RangeError when opcode, maskingKey, announcedLength or lengthForm cannot be written
 */
export function encodeFrame(description: FrameDescription): Uint8Array<ArrayBuffer> {
	const { opcode, payload, maskingKey = null, announcedLength = payload.length } = description;
	const lengthForm = description.lengthForm ?? minimalLengthForm(announcedLength);
	checkArguments(opcode, maskingKey, announcedLength, lengthForm);
	const extended = encodeExtendedLength(lengthForm, announcedLength);
	const headerLength = 2 + extended.length + (maskingKey ? MASKING_KEY_LENGTH : 0);
	const bytes = new Uint8Array(headerLength + payload.length);
	bytes[0] = firstByte(description);
	const sevenBits = lengthForm === 7 ? Number(announcedLength) : FORM_MARKS[lengthForm];
	bytes[1] = (maskingKey ? 0x80 : 0) | sevenBits;
	bytes.set(extended, 2);
	if (maskingKey) bytes.set(maskingKey, 2 + extended.length);
	bytes.set(maskingKey ? mask(payload, maskingKey) : payload, headerLength);
	return bytes;
}

function firstByte({ fin = true, rsv1, rsv2, rsv3, opcode }: FrameDescription): number {
	return (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | (rsv2 ? 0x20 : 0) | (rsv3 ? 0x10 : 0) | opcode;
}

function checkArguments(
	opcode: number,
	maskingKey: Uint8Array | null,
	announcedLength: number | bigint,
	lengthForm: LengthForm
): void {
	if (!Number.isInteger(opcode) || opcode < 0 || opcode > 15) {
		throw new RangeError('opcode must be an integer from 0 to 15');
	}
	if (maskingKey && maskingKey.length !== MASKING_KEY_LENGTH) {
		throw new RangeError('maskingKey must be 4 bytes long');
	}
	if (typeof announcedLength === 'number' && !Number.isSafeInteger(announcedLength)) {
		throw new RangeError('announcedLength must be a whole number');
	}
	if (announcedLength < 0 || BigInt(announcedLength) >= FORM_ENDS[lengthForm]) {
		throw new RangeError(`announcedLength must fit the ${lengthForm}-bit lengthForm`);
	}
}
