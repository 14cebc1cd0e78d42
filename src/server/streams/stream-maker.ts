/** What makes the events of a stream: the race's clock, a log-in, the game. */
import type { IncomingMessage } from 'node:http';
import type { EventLog } from './event-log.ts';
import type { Lane } from './lane.ts';

export interface StreamMaker {
	/** Begins as soon as the stream is opened; else at `start-stream`. */
	readonly startsAtOnce: boolean;
	/** What the page of a log-in is told when the stream is opened: a secret, and its life in ms. */
	readonly login: { readonly id: string; readonly expiresIn: number } | null;
	/** Events that are worth keeping for who comes back; as many as the server keeps where left out. */
	readonly maxEvents?: number;
	/**
	 * Begins, at most once. Events are `log.append`ed until `log.isEnded`; where there are no more,
	 * the maker calls `log.end()` by itself.
	 */
	start(log: EventLog): void;
	/** A message of a lane's client; false where it is not taken. */
	receive(lane: Lane, message: string): boolean;
	/** A client of one of its lanes asks for events. */
	asked?(request: IncomingMessage): void;
	/** Makes nothing more and frees everything. Called once, also where it never began. */
	stop(): void;
}

/** Makes a new one for each stream. */
export type MakeStream = () => StreamMaker;

/** The sources that this server has beside the race. */
export interface StreamMakers {
	readonly login?: MakeStream;
	readonly game?: MakeStream;
}
