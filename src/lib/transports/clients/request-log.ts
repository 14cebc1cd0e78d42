/** Tells when each request of a client began, got the head of its answer, and ended. */
import type { ClientTimers, RequestTold } from './event-client.ts';

export interface ToldRequest {
	/** The head of the answer is there. Said once, whatever is called again. */
	answered(): void;
	ended(): void;
}

export class RequestLog {
	readonly #timers: ClientTimers;
	readonly #tell: ((told: RequestTold) => void) | undefined;
	#requests = 0;

	constructor(timers: ClientTimers, tell: ((told: RequestTold) => void) | undefined) {
		this.#timers = timers;
		this.#tell = tell;
	}

	begin(): ToldRequest {
		this.#requests += 1;
		const request = this.#requests;
		const said = new Set<RequestTold['kind']>();
		const say = (kind: RequestTold['kind']) => {
			if (said.has(kind) || said.has('end')) return;
			said.add(kind);
			this.#tell?.({ kind, request, t: this.#timers.now() });
		};
		say('begin');
		return { answered: () => say('first-byte'), ended: () => say('end') };
	}
}
