/**
 * Everybody who waits for the events of a log over one transport. The log has one listener for all
 * of them, so that an event is encoded once and everybody gets the same bytes.
 */
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { EventLog } from '../streams/event-log.ts';

/** Members may leave while they are told. */
export type Deliver<Member> = (event: StreamEvent, members: ReadonlySet<Member>) => void;

interface Hall<Member> {
	readonly members: Set<Member>;
	readonly unsubscribe: () => void;
}

export class Audience<Member> {
	readonly #deliver: Deliver<Member>;
	readonly #halls = new Map<EventLog, Hall<Member>>();

	constructor(deliver: Deliver<Member>) {
		this.#deliver = deliver;
	}

	join(log: EventLog, member: Member): void {
		let hall = this.#halls.get(log);
		if (!hall) {
			const members = new Set<Member>();
			const unsubscribe = log.subscribe((event) => this.#deliver(event, members));
			this.#halls.set(log, (hall = { members, unsubscribe }));
		}
		hall.members.add(member);
	}

	/** Has no effect on who is not there. */
	leave(log: EventLog, member: Member): void {
		const hall = this.#halls.get(log);
		if (!hall?.members.delete(member) || hall.members.size > 0) return;
		hall.unsubscribe();
		this.#halls.delete(log);
	}
}
