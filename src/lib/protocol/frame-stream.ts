/**
 * Decodes the frames and messages of one direction as bytes arrive.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-6.2
 */
import type { DeflateParameters } from './deflate-parameters.ts';
import type { Direction } from './direction.ts';
import type { Frame } from './frame.ts';
import type { Message, MessageKind } from './message.ts';

export interface FrameStreamOptions {
	/** Who sends these bytes. */
	readonly direction: Direction;
	/** What was agreed for permessage-deflate; absent or null: no extension. */
	readonly deflate?: DeflateParameters | null;
	/** Most bytes of a message, after inflating. Default: no bound, but one for inflated data. */
	readonly maxMessageBytes?: number;
	/** Most frames of a message. Default: no bound. */
	readonly maxFragments?: number;
	/** Starts inside an unfinished message of this kind. */
	readonly inMessage?: MessageKind;
}

/** One complete frame, and the message it completes. */
export interface FrameStreamOutput {
	readonly frame: Frame;
	/** Set on the last frame of a message. */
	readonly message: Message | null;
}

export class FrameStream {
	constructor(_options: FrameStreamOptions) {}

	/** Takes the next bytes, which must not be written to afterwards; returns what they complete. */
	push(_bytes: Uint8Array): FrameStreamOutput[] {
		return [];
	}

	/** The frame whose beginning has arrived, with the violations seen so far; null between frames. */
	get pending(): Frame | null {
		return null;
	}

	/** Bytes that are still needed for the pending header, then for the frame. */
	get bytesNeeded(): number | bigint {
		return 2;
	}

	/** Ends the stream: the frame that is cut off, and the kind of message left unfinished. */
	end(): { readonly pending: Frame | null; readonly unfinished: MessageKind | null } {
		return { pending: null, unfinished: null };
	}
}
