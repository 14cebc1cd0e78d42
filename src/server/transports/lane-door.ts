/**
 * What every plain request of a lane passes: its Origin, its key, its method. From the moment its
 * lane is known the exchange is recorded for it, also where it is refused then.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostGate } from '../http/host-gate.ts';
import { answerOtherMethod } from '../http/http-endpoints.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { Counters } from '../metrics.ts';
import { TokenBucket } from '../session/token-bucket.ts';
import type { Lane } from '../streams/lane.ts';
import { refuse } from './lane-answer.ts';
import { findLane } from './lane-question.ts';
import type { Subscribers } from './subscribers.ts';

export const UNKNOWN_LANE =
	'This lane is unknown or has ended. Open a stream over the lab channel, and use the key it gives.';
export const FULL =
	'This server holds as many questions and streams as it may, or this lane does. Try again later.';
const TOO_OFTEN = 'This lane is asked more often than it answers. Try again in a moment.';
export const CLOSING = 'The server is shutting down. Try again in a moment.';

/** Seconds until a refused client may try again. */
export const RETRY = { full: 5, closing: 2, messages: 1, questions: 1 } as const;

export interface LaneDoorParts {
	readonly subscribers: Subscribers;
	readonly gate: Pick<HostGate, 'allowsOrigin'>;
	readonly counters: Pick<Counters, 'refused'>;
}

export interface QuestionBounds {
	/** Requests of one lane, upgrades aside; and how many may come at once after a quiet time. */
	readonly questionsPerSecond: number;
	readonly questionBurst: number;
}

export class LaneDoor {
	/** Shutting down: whatever comes now gets 503. */
	isClosing = false;
	readonly #parts: LaneDoorParts;
	readonly #bounds: QuestionBounds;
	readonly #rates = new WeakMap<Lane, TokenBucket>();

	constructor(parts: LaneDoorParts, bounds: QuestionBounds) {
		this.#parts = parts;
		this.#bounds = bounds;
	}

	/** The lane of this request; null where it has been answered with a refusal. */
	admit(
		request: IncomingMessage,
		response: ServerResponse,
		target: RequestTarget,
		methods: readonly string[]
	): Lane | null {
		const { subscribers, gate } = this.#parts;
		if (!gate.allowsOrigin(request)) {
			return this.refuse(response, 'origin', 403, 'A page of another origin may not ask this.');
		}
		const lane = findLane(subscribers, target);
		lane?.observe(request, response);
		if (this.isClosing) {
			lane?.dropped('closing');
			response.shouldKeepAlive = false;
			return this.refuse(response, 'closing', 503, CLOSING, RETRY.closing);
		}
		if (!methods.includes(request.method ?? '')) {
			answerOtherMethod(request, response, methods);
			return null;
		}
		if (!lane) return this.refuse(response, 'lane', 404, UNKNOWN_LANE);
		if (this.#rateOf(lane).take()) return lane;
		return this.refuse(response, 'rate', 429, TOO_OFTEN, RETRY.questions);
	}

	/** @param kind a short fixed word, by which refusals are counted */
	refuse(
		response: ServerResponse,
		kind: string,
		status: number,
		text: string,
		retryAfter: number | null = null
	): null {
		this.#parts.counters.refused(kind);
		refuse(response, status, text, retryAfter);
		return null;
	}

	/** Each answer is made and recorded: a lane that is asked in a loop would leave no time for others. */
	#rateOf(lane: Lane): TokenBucket {
		let rate = this.#rates.get(lane);
		if (!rate) {
			const { questionsPerSecond, questionBurst } = this.#bounds;
			this.#rates.set(lane, (rate = new TokenBucket(questionsPerSecond, questionBurst)));
		}
		return rate;
	}

	/** There is no place for one more. */
	refuseFull(response: ServerResponse, lane: Lane): null {
		lane.dropped('too-many-held');
		return this.refuse(response, 'held', 503, FULL, RETRY.full);
	}
}
