/**
 * The frames of one message of the client, in as many fragments as asked for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-6.1
 */
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { CONTINUATION, TEXT } from '#lib/protocol/frames/opcode.ts';

export interface MessageFramesOptions {
	/** How many fragments, 1 or more; a payload of fewer bytes gives fewer. */
	readonly fragments: number;
	/** RSV1 of the first fragment; those after it never set it. */
	readonly isCompressed: boolean;
	/** Four bytes for each frame. */
	readonly newKey: () => Uint8Array;
}

export function messageFrames(
	payload: Uint8Array,
	{ fragments, isCompressed, newKey }: MessageFramesOptions
): readonly Uint8Array<ArrayBuffer>[] {
	const count = Math.max(1, Math.min(fragments, payload.length));
	return Array.from({ length: count }, (_, index) => {
		const cut = (at: number) => Math.floor((payload.length * at) / count);
		return encodeFrame({
			fin: index === count - 1,
			rsv1: isCompressed && index === 0,
			opcode: index === 0 ? TEXT : CONTINUATION,
			maskingKey: newKey(),
			payload: payload.subarray(cut(index), cut(index + 1))
		});
	});
}
