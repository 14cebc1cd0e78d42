/** Bytes as text that can be pasted elsewhere. */
import { formatHex } from '#lib/protocol/hex.ts';

export const LISTINGS = ['hex', 'c', 'javascript', 'python'] as const;
export type Listing = (typeof LISTINGS)[number];

export function listBytes(bytes: Uint8Array, format: Listing): string {
	return format === 'hex' ? formatHex(bytes) : formatHex(bytes, ', ');
}
