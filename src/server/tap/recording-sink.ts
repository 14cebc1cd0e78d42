/**
 * Where the tap and the peers report what they see; a session's side of an observed connection.
 *
 * Events carry the session's clock (µs since its recording began) and its connection number.
 */
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';

export interface RecordingSink {
	/** Takes one event, in the order in which things happened. Never throws. */
	append(event: RecordingEvent): void;
	/** Microseconds since this session's recording began, from a monotonic clock. */
	now(): number;
	/** Somebody waits for the events so far: they go to the page now, not with the next ones. */
	hurry?(): void;
	/** The recording is over (a bound, forgotten, or its session has ended): events are dropped. */
	readonly isStopped?: boolean;
}

/** What a session may do to a connection of its own; `code` null sends a CLOSE without a code. */
export interface ObservedConnection {
	/** Sends PING with at most 125 bytes. Throws RangeError over that (RFC 6455 §5.5). */
	ping(data: Uint8Array): void;
	/** Starts the closing handshake. Throws what `ws` throws for a code that may not be sent. */
	close(code: number | null, reason: string): void;
}

/** What a redeemed ticket gives: the number of the connection, and where to report about it. */
export interface Observation {
	readonly connection: number;
	readonly sink: RecordingSink;
	/** Whether the recording has room for as many bytes; the sink charges them when it takes them. */
	take(bytes: number): boolean;
	/** Where it is given, a recording without room does not stop: it tells how many bytes it left out. */
	count?(direction: Direction, bytes: number, t: number): void;
	/** The peer has accepted the connection: commands may reach it until `release`, or null. */
	attach(connection: ObservedConnection | null): void;
	/** The connection has ended (or was refused). Called once. */
	release(): void;
}
