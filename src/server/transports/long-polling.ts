/**
 * `GET /lab/events/long-poll?lane&after&hold`: what there is now, or as soon as there is something;
 * an empty answer after `hold` seconds. An event answers everybody who waits with the same bytes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import { onGone } from '../http/on-gone.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { Lane } from '../streams/lane.ts';
import { Audience, type Seated } from './audience.ts';
import { answerWith, codingFor, type Coding } from './lane-answer.ts';
import type { LaneDoor } from './lane-door.ts';
import { readAfter, readHold } from './lane-question.ts';
import type { EndCause, Places, Waiting } from './places.ts';
import type { PollAnswer, PollAnswers } from './poll-answers.ts';

const METHODS = ['GET', 'HEAD'];

export class LongPolling implements HttpEndpoint {
	readonly methods = null;
	readonly #door: LaneDoor;
	readonly #answers: PollAnswers;
	readonly #places: Places;
	readonly #audience = new Audience<HeldQuestion>(tell);

	constructor(door: LaneDoor, answers: PollAnswers, places: Places) {
		this.#door = door;
		this.#answers = answers;
		this.#places = places;
	}

	answer(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		const lane = this.#door.admit(request, response, target, METHODS);
		if (!lane) return;
		const after = readAfter(target, lane.log);
		if ('fault' in after) return void this.#door.refuse(response, 'cursor', 400, after.fault);
		const hold = readHold(target);
		if ('fault' in hold) return void this.#door.refuse(response, 'hold', 400, hold.fault);
		const coding = codingFor(lane, request);
		const question = new HeldQuestion(this, lane, response, after.value, coding);
		if (request.method === 'HEAD' || lane.log.lastId > after.value) return question.answer();
		if (!this.#places.hasRoom(lane)) return void this.#door.refuseFull(response, lane);
		this.#places.enter(question);
		this.#audience.join(lane.log, question);
		question.hold(hold.value * 1000);
	}

	/** What there is to say now. */
	answerTo({ lane, after }: HeldQuestion): PollAnswer {
		return this.#answers.to(lane.log, after);
	}

	leave(question: HeldQuestion): void {
		this.#places.leave(question);
		this.#audience.leave(question.lane.log, question);
	}
}

/** Everybody who waits has seen all events but this one, and leaves. */
function tell(_event: StreamEvent, questions: HeldQuestion[]): void {
	for (const question of questions.splice(0)) {
		question.seat = -1;
		question.answer();
	}
}

class HeldQuestion implements Waiting, Seated {
	seat = -1;
	readonly lane: Lane;
	readonly after: number;
	readonly #polling: LongPolling;
	readonly #response: ServerResponse;
	readonly #coding: Coding;
	#timer: NodeJS.Timeout | null = null;

	constructor(
		polling: LongPolling,
		lane: Lane,
		response: ServerResponse,
		after: number,
		coding: Coding
	) {
		this.#polling = polling;
		this.lane = lane;
		this.#response = response;
		this.after = after;
		this.#coding = coding;
	}

	/** @param duration ms, after which the answer is empty */
	hold(duration: number): void {
		this.#timer = setTimeout(answerLate, duration, this);
		onGone(this.#response, () => this.#letGo());
	}

	/** With what there is, be it nothing. */
	answer(): void {
		this.#letGo();
		const answer = this.#polling.answerTo(this);
		answerWith(this.#response, answer.bodyIn(this.#coding), answer.headFor(this.#coding));
	}

	end(cause: EndCause): void {
		if (cause === 'closing') {
			this.lane.dropped('closing');
			this.#response.shouldKeepAlive = false;
		}
		this.answer();
	}

	#letGo(): void {
		if (this.#timer === null) return;
		clearTimeout(this.#timer);
		this.#timer = null;
		this.#polling.leave(this);
	}
}

function answerLate(question: HeldQuestion): void {
	question.answer();
}
