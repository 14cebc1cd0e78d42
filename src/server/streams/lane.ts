/** One client of a stream over one transport, as the transports see it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DropReason } from '#lib/transports/lane-told.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import type { EventLog } from './event-log.ts';

export interface Lane {
	/** Counted from 1 within its session: not to be used to tell lanes of different sessions apart. */
	readonly number: number;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	/** No key finds it any more, and nothing more is to be sent to its client. */
	readonly isEnded: boolean;
	/** A message of its client; false where it is not taken: the lane has ended, or too many came. */
	receive(message: string): boolean;
	/**
	 * Records this exchange (`response` null: an upgrade, and all that follows is part of it). To be
	 * called while Node emits the request, before it is answered.
	 */
	observe(request: IncomingMessage, response: ServerResponse | null): void;
	/** The server let go of its client, or refused it. */
	dropped(reason: DropReason): void;
	/** Calls `listener` once, when the lane ends (at once where it has); returns what takes that back. */
	onEnd(listener: () => void): () => void;
}
