/**
 * A draft's bytes as text that can be edited, and back: `readText(showText(bytes))` are the bytes.
 *
 * A line break stands for CR LF, a character for its UTF-8. Whatever cannot be seen, or would be
 * mistaken, is an escape: `\r`, `\n`, `\t`, `\xNN`, and `\\` for a backslash. An LF without its CR
 * is `\n` and then a line break, which belongs to the escape.
 */
import type { HandshakeDraft } from './handshake-draft.ts';

export type ReadText =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	/** `at`: index in the text of the first character that cannot be read. */
	| { readonly ok: false; readonly at: number };

export function showText(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** The same on one line: CR LF is an escape as well. */
export function showInline(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

export function readText(text: string): ReadText {
	return { ok: true, bytes: new TextEncoder().encode(text) };
}

/**
 * The draft with the bytes that the text stands for; the draft itself where it stands for none.
 * @param part `head`: the text is that of the head alone, what follows it stays
 */
export function applyText(
	draft: HandshakeDraft,
	text: string,
	part: 'all' | 'head' = 'all'
): HandshakeDraft {
	const read = readText(text);
	return read.ok && part === 'all' ? { ...draft, bytes: read.bytes } : draft;
}
