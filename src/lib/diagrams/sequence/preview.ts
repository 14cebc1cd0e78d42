/**
 * What a frame carries, at a glance: a short text or a few bytes in hex.
 *
 * Captured bytes are hostile. The result is plain text, bounded, with every control character
 * and every character that turns the direction of writing made visible.
 */
import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import { CLOSE, CONTINUATION, TEXT } from '#lib/protocol/frames/opcode.ts';

/** Characters shown of a text, bytes shown in hex. */
const LONGEST_TEXT = 60;
const LONGEST_HEX = 8;
/** UTF-8 takes at most four bytes a character. */
const BYTES_READ = LONGEST_TEXT * 4;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** A message this small is read whole to show its text though it is compressed. */
const SMALL_MESSAGE = 4096;

/** What a preview is read from: a record, or a draft that has no message yet. */
export type Previewed = Pick<FrameRecord, 'frame' | 'message'>;

export type Preview =
	| { readonly form: 'text'; readonly text: string }
	| { readonly form: 'hex'; readonly text: string };

/** Null where there is nothing to show: no payload, or one that only inflating would tell. */
export function previewOf(record: Previewed): Preview | null {
	const { frame, message } = record;
	if (frame.compressed && !frame.isControl) {
		const isReadable = message?.kind === 'text' && message.isKept && message.size <= SMALL_MESSAGE;
		return isReadable ? textPreview(message.text(), false) : null;
	}
	const bytes = firstBytes(record);
	if (frame.opcode === CLOSE) return textPreview(decode(bytes.subarray(2)), isCut(record));
	const text = tryText(record, bytes);
	if (text !== null) return textPreview(text, isCut(record));
	return bytes.length === 0 ? null : { form: 'hex', text: hexPreview(bytes) };
}

/** Controls, separators and direction marks as pictures, so that they change nothing around them. */
export function visibleText(text: string): string {
	return text.replace(UNSEEN, (character) => {
		const code = character.charCodeAt(0);
		if (code < 0x20) return String.fromCharCode(0x2400 + code);
		return code === 0x7f ? '\u2421' : '\ufffd';
	});
}

const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

function firstBytes({ frame }: Previewed): Uint8Array {
	const payload = frame.payload.subarray(0, BYTES_READ);
	const key = frame.maskingKey;
	return key ? payload.map((byte, i) => byte ^ (key[i & 3] ?? 0)) : payload;
}

function isCut({ frame }: Previewed): boolean {
	return frame.payload.length > BYTES_READ;
}

/** Text frames are text; pings and fragments are where their bytes read as such. */
function tryText({ frame, message }: Previewed, bytes: Uint8Array): string | null {
	if (bytes.length === 0) return null;
	if (frame.opcode === TEXT) return decode(bytes);
	if (!frame.isControl && frame.opcode !== CONTINUATION) return null;
	if (frame.opcode === CONTINUATION && message) {
		return message.kind === 'text' ? decode(bytes) : null;
	}
	const text = decode(bytes);
	return /\ufffd/.test(text) || [...text].some((c) => c < '\t') ? null : text;
}

function decode(bytes: Uint8Array): string {
	return utf8.decode(bytes);
}

function textPreview(text: string, hasMore: boolean): Preview | null {
	if (text === '') return null;
	const characters = [...text.slice(0, LONGEST_TEXT * 2)];
	const isLong = hasMore || characters.length > LONGEST_TEXT;
	const shown = visibleText(characters.slice(0, LONGEST_TEXT).join(''));
	return { form: 'text', text: isLong ? `${shown}…` : shown };
}

function hexPreview(bytes: Uint8Array): string {
	const shown = Array.from(bytes.subarray(0, LONGEST_HEX), (byte) =>
		byte.toString(16).padStart(2, '0')
	);
	return shown.join(' ') + (bytes.length > LONGEST_HEX ? ' …' : '');
}
