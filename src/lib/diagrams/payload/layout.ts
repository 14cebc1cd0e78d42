/**
 * What can be shown of a frame's payload beyond its bytes: the text, and what deflate undoes.
 *
 * The message is shown where this frame ends it; a fragment shows its own part.
 */
import type { FrameRecord } from '#lib/capture/conversation-record.ts';
import type { Message } from '#lib/protocol/frames/message.ts';
import { CLOSE, CONTINUATION, TEXT } from '#lib/protocol/frames/opcode.ts';

export interface TextPart {
	readonly bytes: Uint8Array;
	readonly mayBeginInside: boolean;
	readonly mayEndInside: boolean;
}

export interface InflatePart {
	readonly state: 'done' | 'bad' | 'waiting';
	/** Bytes of the payloads on the wire. */
	readonly wireSize: number;
	/** Bytes after inflating. */
	readonly size: number;
	readonly bytes: Uint8Array;
}

export interface PayloadView {
	/** Data frames of the message shown; 1 for a frame alone. */
	readonly frames: number;
	/** Only a part of a message: a fragment. */
	readonly isPart: boolean;
	readonly text: TextPart | null;
	readonly inflate: InflatePart | null;
}

const EMPTY = new Uint8Array(0);

export function layoutPayload({ frame, message }: FrameRecord): PayloadView {
	if (message) return ofMessage(message);
	const isPart = !frame.isControl && (!frame.fin || frame.opcode === CONTINUATION);
	const alone = { frames: 1, isPart };
	if (frame.compressed) {
		const inflate = { state: 'waiting', wireSize: frame.payload.length, size: 0, bytes: EMPTY };
		return { ...alone, text: null, inflate: inflate as InflatePart };
	}
	if (frame.payload.length === 0) return { ...alone, text: null, inflate: null };
	const plain = frame.unmaskedPayload();
	const part = (bytes: Uint8Array, mayBeginInside = false): TextPart => {
		return { bytes, mayBeginInside, mayEndInside: !frame.isComplete || !frame.fin };
	};
	if (frame.opcode === CLOSE) return { ...alone, text: part(plain.subarray(2)), inflate: null };
	if (frame.opcode === TEXT) return { ...alone, text: part(plain), inflate: null };
	// A ping may carry anything, and a continuation does not say what it continues.
	const isText = frame.isControl || frame.opcode === CONTINUATION;
	const shown = isText && looksLikeText(plain) ? part(plain, frame.opcode === CONTINUATION) : null;
	return { ...alone, text: shown, inflate: null };
}

function ofMessage(message: Message): PayloadView {
	const frames = message.frames.length;
	const bytes = message.data();
	const text =
		message.kind === 'text' && (message.isKept || bytes.length > 0)
			? { bytes, mayBeginInside: false, mayEndInside: false }
			: null;
	return { frames, isPart: false, text, inflate: inflateOf(message, bytes) };
}

function inflateOf(message: Message, bytes: Uint8Array): InflatePart | null {
	if (!message.compressed) return null;
	const wireSize = message.frames.reduce((sum, frame) => sum + frame.payload.length, 0);
	const isBad = message.frames.some(({ violations }) =>
		violations.some(({ code }) => code === 'deflate-data-invalid')
	);
	return { state: isBad ? 'bad' : 'done', wireSize, size: message.size, bytes };
}

/** No control characters but white space, in the first bytes at least. */
function looksLikeText(bytes: Uint8Array): boolean {
	const start = bytes.subarray(0, 256);
	return start.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
