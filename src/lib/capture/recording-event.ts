/**
 * What a recording is made of: one event per read, write or call, in order.
 *
 * A chunk is one read or one write, never a TCP segment (those are known only from a packet
 * capture). Bytes written are handed to the kernel, no more is known. No SYN is seen: a
 * connection is accepted.
 */
import type { Direction } from '#lib/protocol/direction.ts';

interface EventCommon {
	/** Microseconds since the recording began; never decreases along a recording. */
	readonly t: number;
	/** Identity of the connection inside its session, counted from 1. */
	readonly connection: number;
}

export type WireEvent = EventCommon &
	(
		| { readonly kind: 'accepted' }
		| { readonly kind: 'data'; readonly direction: Direction; readonly bytes: Uint8Array }
		| { readonly kind: 'fin'; readonly direction: Direction }
		/** The connection was reset; direction: who sent the RST, as far as it can be known. */
		| { readonly kind: 'rst'; readonly direction: Direction }
		/** The recording reached its bound; the connection itself goes on. */
		| { readonly kind: 'stopped'; readonly bound: 'connection' | 'session' }
	);

export interface PageApiEvent extends EventCommon {
	readonly kind: 'page';
	/** Half width of the page clock's error against the server's, in microseconds. */
	readonly error: number;
	/** `readyState` after the call or when the event fired (WHATWG WebSockets). */
	readonly readyState: 0 | 1 | 2 | 3;
	readonly told: PageTold;
}

export interface ServerApiEvent extends EventCommon {
	readonly kind: 'server';
	readonly told: ServerTold;
}

/** What the page's script did (calls, written with parentheses on screen) and was told (events). */
export type PageTold =
	| { readonly name: 'new'; readonly url: string; readonly protocols: readonly string[] }
	| { readonly name: 'open'; readonly protocol: string; readonly extensions: string }
	| { readonly name: 'send'; readonly data: 'text' | 'binary'; readonly size: number }
	| { readonly name: 'message'; readonly data: 'text' | 'binary'; readonly size: number }
	| { readonly name: 'error' }
	| { readonly name: 'close-call'; readonly code: number | null; readonly reason: string }
	| {
			readonly name: 'close';
			readonly code: number;
			readonly reason: string;
			readonly wasClean: boolean;
	  }
	| {
			readonly name: 'exception';
			readonly call: 'new' | 'send' | 'close';
			/** DOMException name, such as InvalidAccessError. */
			readonly exception: string;
			readonly message: string;
	  };

/** What `ws` told the server's code (events), and what that code did (calls). */
export type ServerTold =
	| { readonly name: 'connection'; readonly protocol: string; readonly extensions: string }
	| { readonly name: 'refused'; readonly status: number; readonly message: string }
	| { readonly name: 'message'; readonly data: 'text' | 'binary'; readonly size: number }
	| { readonly name: 'send'; readonly data: 'text' | 'binary'; readonly size: number }
	| { readonly name: 'ping' | 'pong' | 'ping-call'; readonly size: number }
	| { readonly name: 'close-call'; readonly code: number | null; readonly reason: string }
	| { readonly name: 'error'; readonly code: string; readonly message: string }
	| { readonly name: 'close'; readonly code: number; readonly reason: string };

/** What became of bytes that a student wrote by hand, as the raw client or the raw server. */
export interface RunEvent extends EventCommon {
	readonly kind: 'run';
	/** Who the student was. */
	readonly direction: Direction;
	readonly told: RunTold;
}

export type RunTold =
	| { readonly name: 'begin'; readonly bytes: number; readonly writes: number }
	/**
	 * The run is over, and how many of its bytes were handed to the kernel: all; cut short by the
	 * student; the peer ended the connection; it took longer than a run may.
	 */
	| {
			readonly name: 'end';
			readonly outcome: 'written' | 'cancelled' | 'peer-ended' | 'timed-out';
			readonly bytes: number;
	  }
	/** The peer was quiet for as many µs, since the run or since its last answer. */
	| { readonly name: 'unanswered'; readonly after: number };

export type RecordingEvent = WireEvent | PageApiEvent | ServerApiEvent | RunEvent;
