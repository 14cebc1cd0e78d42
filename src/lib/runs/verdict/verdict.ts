/**
 * Two judges of one run: a strict reading of the RFCs, and what the real peer did.
 *
 * Both are read from captured bytes and from what the peer's own code was told; nothing is
 * predicted in place of being observed.
 */
import type { FrameRuleCode } from '#lib/protocol/violation.ts';

/** What a receiver that follows RFC 6455 and RFC 7692 to the letter owes these bytes. */
export type StrictVerdict =
	/** Nothing is wrong with them. */
	| { readonly kind: 'legal' }
	/** Nothing is wrong so far, but they end inside a frame or a message. */
	| { readonly kind: 'unfinished'; readonly within: 'frame' | 'message' }
	/** The receiver must fail the connection (§7.1.7). */
	| {
			readonly kind: 'fail';
			readonly code: FrameRuleCode;
			/** RFC 6455 section, or another RFC's name and section. */
			readonly section: string;
			/** Close code that is due (§7.4.1). */
			readonly closeCode: number;
			/** Which frame of the student's, from 0. */
			readonly frame: number;
			/** Bits at fault, from the frame's first. */
			readonly bitOffset: number;
			readonly bitLength: number;
	  }
	/** A legal close frame: the receiver answers it and the connection ends. */
	| { readonly kind: 'close'; readonly code: number | null }
	/** No frame was sent. */
	| { readonly kind: 'nothing' };

/** What the peer did, on the wire and by its own code's account. */
export interface PeerVerdict {
	readonly kind:
		/** It took everything, and the connection goes on, or was closed as the student asked. */
		| 'accepted'
		/** It failed the connection: a close frame with an error code, FIN or RST. */
		| 'failed'
		/** It closed in answer to the student's close frame. */
		| 'closed'
		/** It said nothing in the time it was given. */
		| 'silent'
		/** It ended TCP without a close frame, as the student did. */
		| 'ended'
		/** The run is still on, or its answer may still come. */
		| 'waiting';
	/** Code of the peer's close frame; null: a close frame without a code; undefined: none came. */
	readonly closeCode?: number | null;
	readonly closeReason?: string;
	/** Code of the `error` event that `ws` gave the server's code, such as WS_ERR_EXPECTED_MASK. */
	readonly errorCode?: string;
	/** What the page's script was told at the end. */
	readonly pageClose?: {
		readonly code: number;
		readonly reason: string;
		readonly wasClean: boolean;
	};
	/** Whether the page's script got an `error` event. */
	readonly hasPageError: boolean;
	/** How the peer ended TCP. */
	readonly end: 'fin' | 'rst' | null;
	/** Messages its code was given, and pongs it sent. */
	readonly messages: number;
	readonly pongs: number;
}

export type Agreement =
	| 'agree'
	/** Both fail the connection, with different close codes. */
	| 'other-code'
	/** The RFC demands a failure, the peer took it. */
	| 'peer-lenient'
	/** Legal, but the peer failed the connection. */
	| 'peer-stricter'
	/** Not to be said: the peer's answer is still to come, or there was nothing to judge. */
	| 'open';
