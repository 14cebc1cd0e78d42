/**
 * The conversation of one connection: what its bytes mean, folded event by event.
 */
import type { ConversationRecord } from './conversation-record.ts';
import type { ConversationView } from './conversation-view.ts';
import type { RecordingEvent } from './recording-event.ts';

export type { ConversationRecord } from './conversation-record.ts';
export type { ConversationView } from './conversation-view.ts';

export class Conversation {
	readonly connection: number;
	readonly #records: ConversationRecord[] = [];

	constructor(connection: number) {
		this.connection = connection;
	}

	/** In the order in which they begin; grows, and a record that is not complete is replaced. */
	get records(): readonly ConversationRecord[] {
		return this.#records;
	}

	/** Applies one event of this connection. `eventIndex` is its index in the recording. */
	append(_event: RecordingEvent, _eventIndex: number): void {}

	/** The conversation as it stood after `cursor` events of the recording. */
	at(_cursor: number): ConversationView {
		throw new RangeError('no view yet');
	}
}
