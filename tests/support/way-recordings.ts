/**
 * Both sides of an intermediary as the server records them, for tests without a server: what
 * crossed each side at which time, in order.
 */
import { Conversation } from '#lib/capture/conversation.ts';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { WireEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';

export type Side = 'near' | 'far';

export class WayRecordings {
	readonly #events: Record<Side, WireEvent[]> = { near: [], far: [] };
	#t = 0;

	accepted(side: Side, after = 1000): this {
		return this.#add(side, after, { kind: 'accepted' });
	}

	data(side: Side, direction: Direction, bytes: Uint8Array, after = 1000): this {
		return this.#add(side, after, { kind: 'data', direction, bytes });
	}

	/** Comes in on one side and goes out on the other, unchanged unless it is told otherwise. */
	through(direction: Direction, bytes: Uint8Array, handedOn = bytes): this {
		const [first, second] = direction === 'client' ? SIDES : [...SIDES].reverse();
		this.data(first ?? 'near', direction, bytes);
		return this.data(second ?? 'far', direction, handedOn);
	}

	end(side: Side, direction: Direction, kind: 'fin' | 'rst' = 'fin', after = 1000): this {
		return this.#add(side, after, { kind, direction });
	}

	events(side: Side): readonly WireEvent[] {
		return this.#events[side];
	}

	records(side: Side): readonly ConversationRecord[] {
		const conversation = new Conversation(CONNECTIONS[side]);
		this.#events[side].forEach((event, index) => conversation.append(event, index));
		return conversation.records;
	}

	#add(side: Side, after: number, event: object): this {
		this.#t += after;
		const whole = { ...event, t: this.#t, connection: CONNECTIONS[side] } as WireEvent;
		this.#events[side].push(whole);
		return this;
	}
}

const SIDES: readonly Side[] = ['near', 'far'];
const CONNECTIONS = { near: 1, far: 2 } as const;
