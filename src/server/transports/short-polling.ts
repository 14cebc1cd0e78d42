/**
 * `GET /lab/events/poll?lane&after`: what there is now, which may be nothing. With the entity tag of
 * the last answer in If-None-Match nothing new is 304 without a body (RFC 9110 §13.1.2).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { entityTag } from '#lib/transports/wire/poll-body.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import type { RequestTarget } from '../http/request-target.ts';
import { answerWith, beginAnswer, codingFor } from './lane-answer.ts';
import type { LaneDoor } from './lane-door.ts';
import { readAfter } from './lane-question.ts';
import type { PollAnswers } from './poll-answers.ts';

const METHODS = ['GET', 'HEAD'];

export class ShortPolling implements HttpEndpoint {
	readonly methods = null;
	readonly #door: LaneDoor;
	readonly #answers: PollAnswers;

	constructor(door: LaneDoor, answers: PollAnswers) {
		this.#door = door;
		this.#answers = answers;
	}

	answer(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		const lane = this.#door.admit(request, response, target, METHODS);
		if (!lane) return;
		const after = readAfter(target, lane.log);
		if ('fault' in after) return void this.#door.refuse(response, 'cursor', 400, after.fault);
		const answer = this.#answers.to(lane.log, after.value);
		const coding = codingFor(lane, request);
		const validators = { 'Cache-Control': 'private, no-cache', ETag: entityTag(answer.last) };
		if (isKnown(request.headers['if-none-match'], validators.ETag)) {
			const vary = coding !== 'plain' && { Vary: 'Accept-Encoding' };
			beginAnswer(response, 304, { ...validators, ...vary });
			return void response.end();
		}
		const head = { ...answer.headFor(coding), ...validators };
		answerWith(response, answer.bodyIn(coding), head);
	}
}

/** Compares weakly: of a list of tags, or `*`. */
function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
	if (ifNoneMatch === undefined) return false;
	const opaque = tag.replace(/^W\//, '');
	return ifNoneMatch
		.split(',')
		.map((item) => item.trim())
		.some((item) => item === '*' || item.replace(/^W\//, '') === opaque);
}
