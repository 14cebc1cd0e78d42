/**
 * Fragmentation: a message cut into frames, between which control frames may pass.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.4
 */
import type { FrameDescription } from './encode-frame.ts';
import type { MessageKind } from './message.ts';
import { BINARY, CONTINUATION, TEXT } from './opcode.ts';

export interface FragmentOptions {
	/** Payload bytes of each frame but the last, which takes the rest; empty: one frame. */
	readonly sizes: readonly number[];
	/** The payload is compressed: RSV1 is set on the first frame (RFC 7692 §6.1). */
	readonly isCompressed?: boolean;
}

/**
 * The frames of a message, unmasked: the first has the message's opcode, the others 0, and only
 * the last has FIN.
 *
 * @param payload the message's bytes, compressed where `isCompressed` says so
 * @throws RangeError when sizes are negative, not whole, or add up to more than the payload
 */
export function fragment(
	kind: MessageKind,
	payload: Uint8Array,
	{ sizes, isCompressed = false }: FragmentOptions
): FrameDescription[] {
	if (sizes.some((size) => !Number.isSafeInteger(size) || size < 0)) {
		throw new RangeError('sizes must be whole numbers');
	}
	const sum = sizes.reduce((total, size) => total + size, 0);
	if (sum > payload.length) throw new RangeError('sizes must not add up to more than the payload');
	let at = 0;
	return [...sizes, payload.length - sum].map((size, index) => ({
		fin: index === sizes.length,
		rsv1: isCompressed && index === 0,
		opcode: index > 0 ? CONTINUATION : kind === 'text' ? TEXT : BINARY,
		payload: payload.subarray(at, (at += size))
	}));
}
