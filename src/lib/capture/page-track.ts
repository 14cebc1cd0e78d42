/**
 * Merges what the page was told, in the page's own clock, into the recording.
 *
 * The recording is in the server's order of time. A page event has an estimate of that time and an
 * error; it is never placed before what caused it.
 */
import type { Conversations } from './conversations.ts';
import type { PageApiEvent, PageTold, RecordingEvent } from './recording-event.ts';
import type { Recording } from './recording.ts';

/** Server time (µs of the recording) = page time + offset, give or take error, all in µs. */
export interface PageClock {
	readonly offset: number;
	readonly error: number;
}

export interface PageTrackOptions {
	readonly recording: Recording;
	/** Follows the recording: the merger appends to both. */
	readonly conversations: Conversations;
}

/** Takes the page's events of one connection, in the order in which they happened. */
export interface PageTrack {
	readonly connection: number;
	/** @param pageTime microseconds of the page's clock */
	add(told: PageTold, pageTime: number, readyState: PageApiEvent['readyState']): void;
}

export class RecordingMerger {
	/** As estimated so far; null until the channel knows: page events then wait. */
	clock: PageClock | null = null;

	constructor(_options: PageTrackOptions) {}

	/** The track of a connection, the same one at each call. */
	track(connection: number): PageTrack {
		return { connection, add: () => undefined };
	}

	/**
	 * Takes the server's events, in order. `until`: server time (µs) before which everything has
	 * been delivered.
	 */
	deliver(_events: readonly RecordingEvent[], _until: number): void {}

	/** Places what still waits: nothing more will come from the server. */
	flush(): void {}
}
