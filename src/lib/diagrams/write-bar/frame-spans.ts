/** A frame's bytes by the field they belong to; byte 0 is the opcode's, byte 1 the length's. */
import type { FieldKind } from '#lib/protocol/field.ts';
import { FrameHeader } from '#lib/protocol/frames/frame-header.ts';

export interface ByteSpan {
	readonly kind: FieldKind;
	readonly from: number;
	readonly to: number;
}

/** @param bytes of one frame, as far as they are there */
export function frameSpans(bytes: Uint8Array): readonly ByteSpan[] {
	const header = new FrameHeader();
	header.read(bytes, 0, bytes.length);
	const key = header.length - (header.isMasked ? 4 : 0);
	const bounds: readonly (readonly [FieldKind, number, number])[] = [
		['opcode', 0, 1],
		['length', 1, 2],
		['extended', 2, key],
		['key', key, header.length],
		['payload', header.length, bytes.length]
	];
	return bounds
		.map(([kind, from, to]) => ({ kind, from, to: Math.min(to, bytes.length) }))
		.filter(({ from, to }) => to > from);
}
