/**
 * A compressed payload taken apart, as far as it can be read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.2.2
 */
import { traceMessage } from '#lib/protocol/deflate/deflate-blocks.ts';
import type { DeflateTrace } from '#lib/protocol/deflate/deflate-trace.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { DEFLATE_TAIL } from '#lib/protocol/deflate/permessage-deflate.ts';
import { MICROSCOPE_LIMITS } from './microscope-limits.ts';

export interface TracedPayload {
	readonly trace: DeflateTrace;
	/** The stream with its tail put back. */
	readonly data: Uint8Array<ArrayBuffer>;
	readonly window: Uint8Array<ArrayBuffer>;
}

/** Null where it is too long to be shown. */
export function tracePayload(
	payload: Uint8Array,
	window: Uint8Array<ArrayBuffer>,
	windowBits: number
): TracedPayload | null {
	if (payload.length > MICROSCOPE_LIMITS.traced) return null;
	const trace = traceMessage(payload, { window, windowBits, maxOutput: MICROSCOPE_LIMITS.bytes });
	return { trace, data: joinBytes([payload, DEFLATE_TAIL]), window };
}
