/**
 * The bodies that answer short and long polling. What was asked last of a log is kept: after an
 * event everybody who has seen the one before gets the same bytes.
 */
import { Buffer } from 'node:buffer';
import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import { encodePollBody } from '#lib/transports/wire/poll-body.ts';
import type { EventLog } from '../streams/event-log.ts';
import { NO_STORE, type Coding } from './lane-answer.ts';

/** Characters of data in one body, if it has more than one event: the rest is asked for next. */
export const LONGEST_BODY = 2 ** 18;

export class PollAnswer {
	/** Id of the last event in it: the cursor of the next question. */
	readonly last: number;
	readonly after: number;
	/** Of the log, when it was made. */
	readonly lastId: number;
	readonly #body: Buffer;
	#compressed: Buffer | null = null;
	#heads: Partial<Record<Coding, OutgoingHttpHeaders>> = {};

	constructor(log: EventLog, after: number) {
		const { events, gap } = log.after(after);
		const told = firstOf(events);
		this.after = after;
		this.lastId = log.lastId;
		this.last = told.at(-1)?.id ?? gap?.to ?? after;
		const more = told.length < events.length;
		this.#body = Buffer.from(encodePollBody({ last: this.last, gap, events: told, more }));
	}

	/** The body, in gzip (RFC 1952) where that was agreed. */
	bodyIn(coding: Coding): Buffer {
		if (coding !== 'gzip') return this.#body;
		this.#compressed ??= gzipSync(this.#body);
		return this.#compressed;
	}

	/** What describes that body, as a head says it. */
	headFor(coding: Coding): OutgoingHttpHeaders {
		this.#heads[coding] ??= {
			'Content-Type': 'application/json',
			'Content-Length': this.bodyIn(coding).length,
			...(coding === 'gzip' && { 'Content-Encoding': 'gzip' }),
			...(coding !== 'plain' && { Vary: 'Accept-Encoding' }),
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': NO_STORE
		};
		return this.#heads[coding];
	}
}

export class PollAnswers {
	readonly #latest = new WeakMap<EventLog, PollAnswer>();

	/** What there is to say to who has seen the event `after` last. */
	to(log: EventLog, after: number): PollAnswer {
		const latest = this.#latest.get(log);
		if (latest?.lastId === log.lastId && latest.after === after) return latest;
		const answer = new PollAnswer(log, after);
		this.#latest.set(log, answer);
		return answer;
	}
}

function firstOf(events: readonly StreamEvent[]): readonly StreamEvent[] {
	let room = LONGEST_BODY;
	const end = events.findIndex(({ data }) => (room -= data.length) < 0);
	return end < 0 ? events : events.slice(0, Math.max(1, end));
}
