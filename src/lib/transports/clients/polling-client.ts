/** Asks again and again: what short and long polling have in common. Never two questions at a time. */
import type { Transport } from '../transport.ts';
import { QUERY } from '../wire/addresses.ts';
import { decodePollBody } from '../wire/poll-body.ts';
import { ask, type Question } from './ask.ts';
import { ClientCore } from './client-core.ts';
import type {
	ClientTrouble,
	EventClient,
	EventClientOptions,
	SendOutcome
} from './event-client.ts';
import { MessagePosts } from './message-posts.ts';

export interface PollingPlan {
	readonly transport: Transport;
	/** The question to ask of a client whose last event has this id. */
	readonly question: (last: number) => Question;
	/** Milliseconds from a question to the next one; 0: as soon as it is answered, as where there is more. */
	readonly interval: number;
}

export class PollingClient implements EventClient {
	readonly #plan: PollingPlan;
	readonly #core: ClientCore;
	readonly #posts: MessagePosts;
	#inFlight: AbortController | null = null;
	#asking: Promise<void> = Promise.resolve();
	/** The last answer could not hold all that there was. */
	#hasMore = false;

	constructor(plan: PollingPlan, options: EventClientOptions) {
		this.#plan = plan;
		this.#core = new ClientCore(options, () => {
			this.#inFlight?.abort();
			this.#posts.stop();
		});
		this.#posts = new MessagePosts(this.#core);
	}

	get transport(): Transport {
		return this.#plan.transport;
	}

	get last(): number {
		return this.#core.deliveries.last;
	}

	get duplicates(): number {
		return this.#core.deliveries.duplicates;
	}

	start(): void {
		this.#core.start(() => this.#askNext());
	}

	async stop(): Promise<void> {
		this.#core.stop(null);
		await Promise.all([this.#asking, this.#posts.settled]);
	}

	send(message: string): Promise<SendOutcome> {
		return this.#posts.send(message);
	}

	#askNext(): void {
		this.#asking = this.#ask();
	}

	async #ask(): Promise<void> {
		const asked = this.#core.timers.now();
		const trouble = await this.#askOnce();
		if (this.#core.isStopped) return;
		if (trouble !== null) {
			this.#core.fail(trouble, () => this.#askNext());
			return;
		}
		this.#core.works();
		const next = this.#hasMore ? asked : asked + this.#plan.interval;
		const pause = next - this.#core.timers.now();
		// No timer where none is needed: hidden pages get theirs once a second.
		if (pause <= 0) this.#askNext();
		else this.#core.pause(pause, () => this.#askNext());
	}

	async #askOnce(): Promise<ClientTrouble | null> {
		const { deliveries } = this.#core;
		const question = this.#plan.question(deliveries.last);
		this.#hasMore = false;
		this.#inFlight = new AbortController();
		const answer = await ask(
			this.#core,
			{ ...question, query: { [QUERY.after]: String(deliveries.last), ...question.query } },
			this.#inFlight
		);
		this.#inFlight = null;
		if ('kind' in answer) return answer;
		if (answer.status === 304) return null;
		const body = decodePollBody(answer.text);
		if (body === null) return { kind: 'bad-answer' };
		if (body.gap !== null) deliveries.lose(body.gap);
		for (const event of body.events) deliveries.take(event);
		this.#hasMore = body.more === true && body.events.length > 0;
		return null;
	}
}
