/**
 * Whether a payload can be edited in a text box and come out as it went in: a text box takes
 * characters only, turns carriage returns into line feeds, and is slow with a long text.
 */
import { findInvalidUtf8 } from '#lib/protocol/frames/utf8.ts';

/** Longest payload in a text box, in bytes. */
export const LONGEST_TEXT = 4096;

export type PayloadText =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'too-long' }
	/** `at`: first byte that is not UTF-8, or its length where it ends inside a character. */
	| { readonly kind: 'not-utf8'; readonly at: number }
	| { readonly kind: 'carriage-return' };

export function readPayloadText(payload: Uint8Array): PayloadText {
	if (payload.length > LONGEST_TEXT) return { kind: 'too-long' };
	const at = findInvalidUtf8(payload);
	if (at >= 0) return { kind: 'not-utf8', at };
	if (payload.includes(0x0d)) return { kind: 'carriage-return' };
	// A byte order mark is a character of the payload like any other.
	return { kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload) };
}
