/**
 * Secrets in captures: values of headers that give access, hidden on screen and in exports.
 *
 * What is recorded never changes: masks are spans, or a copy.
 */
import type { Recording } from './recording.ts';

export const SECRET_HEADERS: readonly string[] = [
	'cookie',
	'set-cookie',
	'authorization',
	'proxy-authorization'
];

/** A run of bytes, end excluded. */
export interface ByteSpan {
	readonly start: number;
	readonly end: number;
}

/** Spans of the secret values in the bytes of an HTTP head, whole or cut off. */
export function secretSpans(
	_bytes: Uint8Array,
	_names: readonly string[] = SECRET_HEADERS
): readonly ByteSpan[] {
	return [];
}

/** A copy with `*` in place of each secret byte. */
export function maskRecording(
	recording: Recording,
	_names: readonly string[] = SECRET_HEADERS
): Recording {
	return recording;
}
