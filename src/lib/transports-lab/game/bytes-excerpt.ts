/** Some bytes of a chunk as text: before the snapshot, the snapshot, and after it. */
import type { Bearer } from '#lib/transports/game/find-bearer.ts';

export interface BytesExcerpt {
	readonly before: string;
	readonly snapshot: string;
	readonly after: string;
}

/** Bytes that are shown before and after. */
const AROUND = 72;

export function excerptOf({ chunk: { bytes }, offset, length }: Bearer): BytesExcerpt {
	const end = offset + length;
	const from = Math.max(0, offset - AROUND);
	const until = Math.min(bytes.length, end + AROUND);
	return {
		before: `${from > 0 ? '…' : ''}${printable(bytes.subarray(from, offset))}`,
		snapshot: printable(bytes.subarray(offset, end)),
		after: `${printable(bytes.subarray(end, until))}${until < bytes.length ? '…' : ''}`
	};
}

/** ASCII as it is, a dot for every other byte. */
function printable(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
	return text;
}
