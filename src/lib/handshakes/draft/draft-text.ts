/**
 * A draft's bytes as text that can be edited, and back: `readText(showText(bytes))` are the bytes.
 *
 * A line break stands for CR LF, a character for its UTF-8. Whatever cannot be seen, or would be
 * mistaken, is an escape: `\r`, `\n`, `\t`, `\xNN`, and `\\` for a backslash. An LF without its CR
 * is `\n` and then a line break, which belongs to the escape.
 */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import type { HandshakeDraft } from './handshake-draft.ts';
import { headLength } from './draft-lines.ts';

export type ReadText =
	| { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
	/** `at`: index in the text of the first character that cannot be read. */
	| { readonly ok: false; readonly at: number };

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;
const NAMED: Readonly<Record<number, string>> = { [CR]: '\\r', [TAB]: '\\t', [BACKSLASH]: '\\\\' };
const VALUES: Readonly<Record<string, number>> = { r: CR, n: LF, t: TAB, '\\': BACKSLASH };

/** Controls, formatting that hides or turns text round, unassigned; separators but the space. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Escapes {
	readonly crlf: string;
	readonly lf: string;
}

export function showText(bytes: Uint8Array): string {
	return show(bytes, { crlf: '\n', lf: '\\n\n' });
}

/** The same on one line: CR LF is an escape as well. */
export function showInline(bytes: Uint8Array): string {
	return show(bytes, { crlf: '\\r\\n', lf: '\\n' });
}

function show(bytes: Uint8Array, { crlf, lf }: Escapes): string {
	let text = '';
	for (let at = 0; at < bytes.length;) {
		const byte = bytes[at] as number;
		const length = byte === CR && bytes[at + 1] === LF ? 2 : sequenceLength(byte);
		if (byte === CR && length === 2) text += crlf;
		else if (byte === LF) text += lf;
		else if (length === 1) text += NAMED[byte] ?? showByte(byte);
		else {
			const character = decode(bytes.subarray(at, at + length));
			text += character ?? escape(byte);
			at += character === null ? 1 : length;
			continue;
		}
		at += length;
	}
	return text;
}

/** Bytes of the character that begins so, as UTF-8 announces it; 1 for what begins none. */
function sequenceLength(byte: number): number {
	if (byte < 0xc2 || byte > 0xf4) return 1;
	return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

function showByte(byte: number): string {
	return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : escape(byte);
}

function escape(byte: number): string {
	return `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** One character that can be seen, or null. */
function decode(sequence: Uint8Array): string | null {
	try {
		const text = DECODER.decode(sequence);
		return UNSEEN.test(text) ? null : text;
	} catch {
		return null;
	}
}

/** An escape, a line break however it is written, or a run of anything else. */
const LONE_SURROGATE = /\p{Cs}/u;
const WORD = /\\(?:x([0-9a-f]{2})|(n)(?:\r\n|\r|\n)?|([rt\\]))|(\r\n|\r|\n)|([^\\\r\n]+)/giuy;

export function readText(text: string): ReadText {
	const encoder = new TextEncoder();
	// A character of text is never more than three bytes: a surrogate pair is four of two.
	const bytes = new Uint8Array(text.length * 3);
	let length = 0;
	let at = 0;
	for (const match of text.matchAll(WORD)) {
		const [word, hex, lf, name, isBreak, plain] = match;
		if (plain !== undefined) {
			const lone = plain.search(LONE_SURROGATE);
			if (lone !== -1) return { ok: false, at: at + lone };
			length += encoder.encodeInto(plain, bytes.subarray(length)).written;
		} else if (isBreak !== undefined) {
			bytes[length++] = CR;
			bytes[length++] = LF;
		} else bytes[length++] = hex ? parseInt(hex, 16) : (VALUES[lf ?? name ?? ''] as number);
		at += word.length;
	}
	if (at < text.length) return { ok: false, at };
	return { ok: true, bytes: bytes.slice(0, length) };
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
	if (!read.ok) return draft;
	if (part === 'all') return { ...draft, bytes: read.bytes };
	const rest = draft.bytes.subarray(headLength(draft.bytes));
	return { ...draft, bytes: joinBytes([read.bytes, rest]) };
}
