/** What the five clients of a stream have in common: how they are made, and what they tell. */
import type { io } from 'socket.io-client';
import type { ClientSettings, Transport } from '../transport.ts';
import type { Gap, StreamEvent } from '../wire/event-message.ts';

/**
 * One client of one lane. It reconnects by itself, resumes after the last event it has seen, and
 * gives each event to its caller once. Started once, stopped once.
 */
export interface EventClient {
	readonly transport: Transport;
	/** Id of the last event given to the caller or told as lost; what a resume begins after. */
	readonly last: number;
	/** Events that came again and were not given to the caller. */
	readonly duplicates: number;
	start(): void;
	/** Ends for good. Resolves when no request, socket or timer of this client is left. */
	stop(): Promise<void>;
	/** Sends a message to the server. In the order of the calls; never sent a second time. */
	send(message: string): Promise<SendOutcome>;
}

export type ClientState = 'connecting' | 'open' | 'waiting' | 'stopped';

/** Why a client waits or has stopped. */
export type ClientTrouble =
	/** No answer, or the connection was cut. Tried again. */
	| { readonly kind: 'network' }
	/** The server does not know the lane's key (404). Stopped for good. */
	| { readonly kind: 'unknown-lane' }
	/** The server refuses the request as it is: its cursor, its origin. Stopped for good. */
	| { readonly kind: 'refused'; readonly status: number }
	/** 503, 429: too many are there, or too much came. Tried again after so many milliseconds. */
	| { readonly kind: 'busy'; readonly retryAfter: number }
	/** The server said that it shuts down. Tried again. */
	| { readonly kind: 'closing' }
	/** Dropped by the server because it read too slowly. Tried again. */
	| { readonly kind: 'slow-reader' }
	/** A message was longer than the server takes. */
	| { readonly kind: 'too-large' }
	/** What came is no answer of our protocol. Tried again. */
	| { readonly kind: 'bad-answer' }
	/** The WebSocket was closed with another code than those above. */
	| { readonly kind: 'closed'; readonly code: number; readonly reason: string };

export type SendOutcome =
	/** `taken`: the server has acknowledged it; else it was handed to the browser, no more is known. */
	| { readonly kind: 'sent'; readonly isTaken: boolean }
	/** Not connected, stopped, or too many wait already: it was not sent. */
	| { readonly kind: 'not-sent' }
	/** The server refused it, or it is unknown whether it arrived. */
	| { readonly kind: 'failed'; readonly trouble: ClientTrouble };

/**
 * A request as the page sees it; `t` in milliseconds of `performance.now()`. `first-byte` is the head
 * of the answer: what passed since `begin` includes the wait for one of the browser's six places.
 */
export type RequestTold =
	| { readonly kind: 'begin'; readonly request: number; readonly t: number }
	| { readonly kind: 'first-byte'; readonly request: number; readonly t: number }
	| { readonly kind: 'end'; readonly request: number; readonly t: number };

/** Clock and timers; the browser's where none are given. */
export interface ClientTimers {
	/** Milliseconds, as `performance.now()`. */
	now(): number;
	/** Calls after so many milliseconds, unless what it returns is called before. */
	after(ms: number, call: () => void): () => void;
}

export interface EventClientOptions {
	/** `http://host:port` of the server. */
	readonly origin: string;
	/** Key of the lane. */
	readonly lane: string;
	/** Id of the last event seen already; the stream from its beginning where it is left out. */
	readonly after?: number;
	readonly settings: ClientSettings;
	readonly onevent: (event: StreamEvent) => void;
	readonly onstate: (state: ClientState, trouble: ClientTrouble | null) => void;
	/** Events that are lost: the server keeps them no more. */
	readonly ongap?: (gap: Gap) => void;
	readonly onrequest?: (told: RequestTold) => void;
	/** From 0 up to, not including, 1: the jitter of pauses before a reconnect. */
	readonly random: () => number;
	readonly fetch?: typeof fetch;
	readonly WebSocket?: typeof WebSocket;
	readonly EventSource?: typeof EventSource;
	readonly io?: typeof io;
	readonly timers?: ClientTimers;
}
