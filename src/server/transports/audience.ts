/**
 * Everybody who waits for the events of a log over one transport. The log has one listener for all
 * of them, so that an event is encoded once and everybody gets the same bytes.
 */
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { EventLog } from '../streams/event-log.ts';

/**
 * Who is told: from the last to the first members may leave meanwhile, or all are taken out at once.
 */
export type Deliver<Member> = (event: StreamEvent, members: Member[]) => void;

/** Has its own place in the list, so that it is found at once; -1 while it has none. */
export interface Seated {
	seat: number;
}

/**
 * Lists, where sets would do: the tables that a set of V8 outgrows refer to the next ones and to
 * what they held. Once one of them is old, nobody who waited is freed before a full collection.
 */
export class Audience<Member extends Seated> {
	readonly #deliver: Deliver<Member>;
	/** Kept as long as their logs: who waits for one event waits for the next in a moment. */
	readonly #halls = new WeakMap<EventLog, Member[]>();

	constructor(deliver: Deliver<Member>) {
		this.#deliver = deliver;
	}

	join(log: EventLog, member: Member): void {
		member.seat = (this.#halls.get(log) ?? this.#open(log)).push(member) - 1;
	}

	/** Has no effect on who is not there. */
	leave(log: EventLog, member: Member): void {
		const { seat } = member;
		if (seat < 0) return;
		member.seat = -1;
		const members = this.#halls.get(log);
		if (members?.[seat] !== member) return;
		const last = members.pop();
		if (last === undefined || last === member) return;
		members[seat] = last;
		last.seat = seat;
	}

	#open(log: EventLog): Member[] {
		const members: Member[] = [];
		this.#halls.set(log, members);
		log.subscribe((event) => {
			if (members.length > 0) this.#deliver(event, members);
		});
		return members;
	}
}

/** Tells everybody, also where some leave because of it. */
export function forEachMember<Member>(members: readonly Member[], tell: (member: Member) => void) {
	for (let seat = members.length - 1; seat >= 0; seat--) {
		const member = members[seat];
		if (member !== undefined) tell(member);
	}
}
