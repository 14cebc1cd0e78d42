/**
 * A conversation as it stood at a cursor: found by bisection, never folded again.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { StateName, Transition } from '#lib/protocol/connection-state.ts';
import type { ConversationRecord, RequestRecord, ResponseRecord } from './conversation-record.ts';

export type PlacedTransition = Transition & {
	/** Microseconds of the recording. */
	readonly t: number;
	/** The event that caused it. */
	readonly eventIndex: number;
	/** The record that caused it; -1 where there is none. */
	readonly record: number;
};

/** How one endpoint saw the connection end (RFC 6455 §7.1.4 to §7.1.6). */
export interface CloseInfo {
	/** From the first Close frame this endpoint received, 1005 or 1006 as §7.1.5 says; null: not yet. */
	readonly code: number | null;
	readonly reason: string;
	/** Whether the TCP connection was closed after the closing handshake; null: not closed yet. */
	readonly wasClean: boolean | null;
}

export interface ConversationView {
	/** Events of the recording applied. */
	readonly cursor: number;
	/** Time of this connection's last event applied, µs; 0 before the first. */
	readonly time: number;
	/** The last record begun; -1 before the first. */
	readonly recordIndex: number;
	/** Number of records complete. */
	readonly completed: number;
	/** Indices of records begun and not complete, in order; at most one a direction. */
	readonly pending: readonly number[];
	readonly client: StateName;
	readonly server: StateName;
	/** All steps so far, in order. */
	readonly transitions: readonly PlacedTransition[];
	/** The upgrade request and its final response, as far as they are complete. */
	readonly request: RequestRecord | null;
	readonly response: ResponseRecord | null;
	/** `readyState` of the page's WebSocket as it last told; null where no page has told anything. */
	readonly readyState: 0 | 1 | 2 | 3 | null;
	/** Subprotocol agreed on; null: none, or not yet. */
	readonly protocol: string | null;
	/** `Sec-WebSocket-Extensions` as agreed on; empty: none, or not yet. */
	readonly extensions: string;
	/** The end of the connection as each endpoint saw it. */
	readonly close: { readonly client: CloseInfo; readonly server: CloseInfo };
	/** Bytes sent by each side so far. */
	readonly bytes: { readonly [side in Direction]: number };
	/** A record as far as its bytes had come at this cursor; null if it had not begun. */
	record(index: number): ConversationRecord | null;
}
