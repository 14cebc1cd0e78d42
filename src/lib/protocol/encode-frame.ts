/**
 * Encodes one frame, legal or not: any field can be forced.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import type { LengthForm } from './payload-length.ts';

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

export function encodeFrame(_description: FrameDescription): Uint8Array<ArrayBuffer> {
	return new Uint8Array(0);
}
