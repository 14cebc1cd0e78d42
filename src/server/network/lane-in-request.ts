/**
 * The key of a lane in the request line that a chunk begins with (RFC 9112 §3).
 *
 * Chunks of bodies and frames are told from request lines by their first bytes: a client's frame
 * has its mask bit in the second (RFC 6455 §5.2). A body that looks like a request line sets the
 * conditions of nobody but its own sender.
 */
import type { Buffer } from 'node:buffer';
import { QUERY } from '#lib/transports/wire/addresses.ts';

/** No address of a lane is longer. */
const LONGEST_LINE = 2048;
const REQUEST_LINE = /^[A-Z]{1,20} ([^ \r\n]+) HTTP\/1\.[01]\r?\n/;
const KEY = new RegExp(`[?&]${QUERY.lane}=([\\w-]{1,64})(?:[&#]|$)`);

/** Undefined where the chunk begins with no request line, null where the line has no key. */
export function laneInRequest(chunk: Buffer): string | null | undefined {
	if (!isCapital(chunk[0]) || !(isCapital(chunk[1]) || chunk[1] === 0x20)) return undefined;
	const target = REQUEST_LINE.exec(chunk.toString('latin1', 0, LONGEST_LINE))?.[1];
	return target === undefined ? undefined : (KEY.exec(target)?.[1] ?? null);
}

function isCapital(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x41 && byte <= 0x5a;
}
