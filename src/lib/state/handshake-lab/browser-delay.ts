/**
 * What a browser remembers of failed handshakes: after several in a row it waits before it opens
 * the next connection, and one that succeeds makes it forget. Nobody tells the page; both are read
 * from captures.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';

export interface ConnectDelay {
	/** µs from `new WebSocket()` to the accepted connection. */
	readonly time: number;
	/** Half width of the error of the page's clock against the server's, µs. */
	readonly error: number;
}

/** Opening handshakes of the page that failed since the last one that opened. @param told oldest first */
export function failuresInARow(told: readonly Pick<Conversation, 'told'>[]): number {
	let failures = 0;
	for (const conversation of told.toReversed()) {
		const outcome = outcomeOf(conversation);
		if (outcome === 'opened') break;
		if (outcome === 'failed') failures += 1;
	}
	return failures;
}

/** Null: no page told of it, or it is not known yet. */
function outcomeOf({ told }: Pick<Conversation, 'told'>): 'opened' | 'failed' | null {
	let hasClosed = false;
	for (const { event } of told) {
		if (event.kind !== 'page') continue;
		if (event.told.name === 'open') return 'opened';
		if (event.told.name === 'close') hasClosed = true;
	}
	return hasClosed ? 'failed' : null;
}

/** Null where no page asked for the connection, or none has been accepted. */
export function connectDelay(events: readonly RecordingEvent[]): ConnectDelay | null {
	const asked = events.find((event) => event.kind === 'page' && event.told.name === 'new');
	const accepted = events.find(({ kind }) => kind === 'accepted');
	if (asked?.kind !== 'page' || !accepted) return null;
	return { time: Math.max(0, accepted.t - asked.t), error: asked.error };
}
