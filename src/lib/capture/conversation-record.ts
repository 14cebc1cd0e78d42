/**
 * The records of a conversation: what the bytes of one connection turned out to be.
 *
 * A record is immutable. While its bytes are still arriving it is replaced at its index by a
 * longer one, until `isComplete`.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { RequestHead, ResponseHead } from '#lib/protocol/http/http-head.ts';
import type { Message } from '#lib/protocol/frames/message.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';

export interface RecordCommon {
	/** Position in the conversation, in the order in which records begin. */
	readonly index: number;
	/** Who sent the bytes; null for what neither side sent (accepted, stopped). */
	readonly direction: Direction | null;
	/**
	 * When the first byte was read or written, in microseconds of the recording. Client bytes sent
	 * before the 101 was seen keep their time, so this may be before the previous record's.
	 */
	readonly t: number;
	/** When the last byte so far was read or written. */
	readonly tEnd: number;
	/** Index of the recording's event that makes the record known; never decreases. */
	readonly firstEvent: number;
	/** Index of the event that completes it, or that brought the last bytes so far. */
	readonly lastEvent: number;
	/** Bytes on the wire so far. */
	readonly bytesLength: number;
	/** Bytes that the same direction had sent before this record. */
	readonly offset: number;
	/** False while more of it may come: the bytes end inside. */
	readonly isComplete: boolean;
}

export type RequestRecord = RecordCommon & {
	readonly kind: 'request';
	readonly direction: 'client';
	/** As far as it has arrived: `head.isComplete` is false on a pending record. */
	readonly head: RequestHead;
	/** Null for a plain HTTP request, which does not ask for an upgrade, and while incomplete. */
	readonly verdict: HandshakeVerdict | null;
};

export type ResponseRecord = RecordCommon & {
	readonly kind: 'response';
	readonly direction: 'server';
	/** As far as it has arrived: `head.isComplete` is false on a pending record. */
	readonly head: ResponseHead;
	/** Null where it answers no upgrade request, on an interim response, and while incomplete. */
	readonly verdict: HandshakeVerdict | null;
};

export type FrameRecord = RecordCommon & {
	readonly kind: 'frame';
	readonly direction: Direction;
	/** Holds what has arrived: `frame.isComplete` is false on a pending record. */
	readonly frame: Frame;
	/** On the frame that ends a message, else null. */
	readonly message: Message | null;
};

/** Body of an HTTP message as on the wire (chunked as sent), or bytes that belong to nothing. */
export type BytesRecord = RecordCommon & {
	readonly kind: 'body' | 'stray';
	readonly direction: Direction;
	readonly bytes: Uint8Array;
};

type EndRecord = RecordCommon & {
	readonly kind: 'fin' | 'rst';
	readonly direction: Direction;
};

export type ConversationRecord =
	| (RecordCommon & { readonly kind: 'accepted' })
	| RequestRecord
	| ResponseRecord
	| FrameRecord
	| BytesRecord
	| EndRecord
	| (RecordCommon & { readonly kind: 'stopped'; readonly bound: 'connection' | 'session' });
