/**
 * Payload length: 7 bits, or 126 and 16 bits more, or 127 and 64 bits more.
 *
 * Lengths are in bytes, a number where it is safe (below 2^53), else a bigint. Nothing is ever
 * allocated from an announced length.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */

/** Width of the field that carries the length: 7 bits, 7+16 or 7+64. */
export type LengthForm = 7 | 16 | 64;

/** Largest length that the 7-bit form carries; 126 and 127 announce the longer forms. */
export const MAX_7_BIT_LENGTH = 125;
const MAX_16_BIT_LENGTH = 0xffff;
/** The most significant bit of the 64-bit form must be 0. */
export const MAX_64_BIT_LENGTH = 2n ** 63n - 1n;

/** The form that the 7 bits announce. */
export function lengthFormOf(sevenBits: number): LengthForm {
	return sevenBits < 126 ? 7 : sevenBits === 126 ? 16 : 64;
}

/** The only form the RFC allows for a length: the shortest that carries it. */
export function minimalLengthForm(length: number | bigint): LengthForm {
	return length <= MAX_7_BIT_LENGTH ? 7 : length <= MAX_16_BIT_LENGTH ? 16 : 64;
}

/** Bytes of the extended payload length that a form adds to the header. */
export function extendedLengthBytes(form: LengthForm): 0 | 2 | 8 {
	return form === 7 ? 0 : form === 16 ? 2 : 8;
}

/** The bytes of an extended payload length, in network byte order; none for the 7-bit form. */
export function encodeExtendedLength(form: LengthForm, length: number | bigint): Uint8Array {
	const bytes = new Uint8Array(extendedLengthBytes(form));
	let rest = BigInt(length);
	for (let i = bytes.length - 1; i >= 0; i--) {
		bytes[i] = Number(rest & 0xffn);
		rest >>= 8n;
	}
	return bytes;
}

/** Reads the 64-bit form at an offset; the top bit, illegal as it is, counts as 2^63. */
export function readLength64(bytes: Uint8Array, offset: number): number | bigint {
	const high = readUint32(bytes, offset);
	const low = readUint32(bytes, offset + 4);
	// 2^53 is the first length that a number cannot tell from its neighbour.
	if (high < 0x20_0000) return high * 0x1_0000_0000 + low;
	return (BigInt(high) << 32n) | BigInt(low);
}

function readUint32(bytes: Uint8Array, offset: number): number {
	let value = 0;
	for (let i = 0; i < 4; i++) value = value * 256 + (bytes[offset + i] ?? 0);
	return value;
}
