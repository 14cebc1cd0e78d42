/**
 * The conversations of a session: one per connection, never mixed.
 */
import { Conversation, type ConversationOptions } from './conversation.ts';
import type { RecordingEvent } from './recording-event.ts';
import type { Recording } from './recording.ts';

export class Conversations {
	readonly #byConnection = new Map<number, Conversation>();
	readonly #options: ConversationOptions;
	#folded = 0;

	constructor(options: ConversationOptions = {}) {
		this.#options = options;
	}

	/** Folds a whole recording. */
	static of(recording: Pick<Recording, 'events'>, options?: ConversationOptions): Conversations {
		const conversations = new Conversations(options);
		conversations.follow(recording);
		return conversations;
	}

	/** Connection numbers in the order in which they were first heard of. */
	get connections(): readonly number[] {
		return [...this.#byConnection.keys()];
	}

	/** The conversation of a connection; null where nothing is recorded of it. */
	get(connection: number): Conversation | null {
		return this.#byConnection.get(connection) ?? null;
	}

	/** The conversation of a connection, begun where nothing is recorded of it yet. */
	open(connection: number): Conversation {
		let conversation = this.#byConnection.get(connection);
		if (!conversation) {
			conversation = new Conversation(connection, this.#options);
			this.#byConnection.set(connection, conversation);
		}
		return conversation;
	}

	/** Events folded so far: the index of the next one. */
	get length(): number {
		return this.#folded;
	}

	/** Applies the next event of the recording. */
	append(event: RecordingEvent): void {
		this.open(event.connection).append(event, this.#folded);
		this.#folded += 1;
	}

	/** Applies what was appended to the recording since the last time. */
	follow({ events }: Pick<Recording, 'events'>): void {
		for (let index = this.#folded; index < events.length; index += 1) {
			const event = events[index];
			if (event) this.append(event);
		}
	}
}
