/**
 * `GET /lab/events/long-poll?lane&after&hold`: what there is now, or as soon as there is something;
 * an empty answer after `hold` seconds. An event answers everybody who waits with the same bytes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { Lane } from '../streams/lane.ts';
import { Audience } from './audience.ts';
import { acceptsGzip, answerJson, NO_STORE } from './lane-answer.ts';
import type { LaneDoor } from './lane-door.ts';
import { readAfter, readHold } from './lane-question.ts';
import type { EndCause, Places, Waiting } from './places.ts';
import type { PollAnswers } from './poll-answers.ts';

const METHODS = ['GET', 'HEAD'];
const HEADERS = { 'Cache-Control': NO_STORE };
const COMPRESSIBLE = { ...HEADERS, Vary: 'Accept-Encoding' };

export class LongPolling implements HttpEndpoint {
	readonly methods = null;
	readonly #door: LaneDoor;
	readonly #answers: PollAnswers;
	readonly #places: Places;
	readonly #audience = new Audience<HeldQuestion>((event, held) => tell(event, held));

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
		const question = new HeldQuestion(lane, request, response, after.value, this.#answers);
		if (request.method === 'HEAD' || lane.log.lastId > after.value) return question.answer();
		if (!this.#places.hasRoom(lane)) return void this.#door.refuseFull(response, lane);
		this.#places.enter(question);
		this.#audience.join(lane.log, question);
		question.hold(hold.value * 1000, () => {
			this.#places.leave(question);
			this.#audience.leave(lane.log, question);
		});
	}
}

function tell({ id }: StreamEvent, questions: ReadonlySet<HeldQuestion>): void {
	for (const question of questions) if (question.after < id) question.answer();
}

class HeldQuestion implements Waiting {
	readonly lane: Lane;
	readonly after: number;
	readonly #response: ServerResponse;
	readonly #isCompressed: boolean;
	readonly #answers: PollAnswers;
	#timer: NodeJS.Timeout | undefined;
	/** Gives its place back; null while it has none. */
	#leave: (() => void) | null = null;

	constructor(
		lane: Lane,
		request: IncomingMessage,
		response: ServerResponse,
		after: number,
		answers: PollAnswers
	) {
		this.lane = lane;
		this.after = after;
		this.#response = response;
		this.#isCompressed = lane.settings.compression && acceptsGzip(request);
		this.#answers = answers;
	}

	/** @param duration ms, after which the answer is empty */
	hold(duration: number, leave: () => void): void {
		this.#leave = leave;
		this.#timer = setTimeout(() => this.answer(), duration);
		this.#response.once('close', () => this.#letGo());
	}

	/** With what there is, be it nothing. */
	answer(): void {
		this.#letGo();
		const answer = this.#answers.to(this.lane.log, this.after);
		const body = this.#isCompressed ? answer.compressed : answer.body;
		const headers = this.lane.settings.compression ? COMPRESSIBLE : HEADERS;
		answerJson(this.#response, body, this.#isCompressed ? 'gzip' : null, headers);
	}

	end(cause: EndCause): void {
		if (cause === 'closing') {
			this.lane.dropped('closing');
			this.#response.shouldKeepAlive = false;
		}
		this.answer();
	}

	#letGo(): void {
		const leave = this.#leave;
		this.#leave = null;
		clearTimeout(this.#timer);
		leave?.();
	}
}
