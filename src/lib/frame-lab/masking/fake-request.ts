/**
 * A payload that looks like an HTTP request, sent in four ways: what RFC 6455 §10.3 fears, what
 * prevents it, and two keys that do not.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-10.3
 */
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { mask } from '#lib/protocol/frames/masking.ts';
import { BINARY, TEXT } from '#lib/protocol/frames/opcode.ts';
import { EMPTY_RUN, newFrame, type Run } from '#lib/runs/run.ts';
import { appendItem } from '#lib/runs/edit-run.ts';

export const WAYS = [
	/** As §5.1 forbids. */
	'unmasked',
	/** As §5.3 demands: a key nobody could know. */
	'masked',
	/** Legal bytes, and no protection. */
	'zeros',
	/** The page knew the key, and sent the payload masked with it already. */
	'foreseen'
] as const;

export type Way = (typeof WAYS)[number];

/** Bytes of the text as an HTTP client writes it: every line ends in CR LF. */
export function requestBytes(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'));
}

/** @param key four bytes that no script of the page could have known before */
export function runOf(way: Way, payload: Uint8Array, key: Uint8Array): Run {
	return appendItem(EMPTY_RUN, newFrame(frameOf(way, payload, key)));
}

function frameOf(way: Way, payload: Uint8Array, key: Uint8Array): Uint8Array<ArrayBuffer> {
	if (way === 'unmasked') return encodeFrame({ opcode: TEXT, payload });
	if (way === 'masked') return encodeFrame({ opcode: TEXT, payload, maskingKey: key });
	if (way === 'zeros') {
		return encodeFrame({ opcode: TEXT, payload, maskingKey: new Uint8Array(4) });
	}
	// Masked text is no UTF-8 as a rule, so that a page would send it as binary.
	return encodeFrame({ opcode: BINARY, payload: mask(payload, key), maskingKey: key });
}
