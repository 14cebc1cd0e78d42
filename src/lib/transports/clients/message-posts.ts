/** Messages to the server by POST: one at a time, so that they arrive in order; none is sent twice. */
import { MESSAGES_PATH } from '../wire/addresses.ts';
import { encodeUpstream } from '../wire/upstream-message.ts';
import { ask } from './ask.ts';
import type { ClientCore } from './client-core.ts';
import type { SendOutcome } from './event-client.ts';

/** Messages that may wait for those before them. */
const MAX_WAITING = 256;

interface WaitingMessage {
	readonly message: string;
	readonly settle: (outcome: SendOutcome) => void;
}

export class MessagePosts {
	readonly #core: ClientCore;
	readonly #waiting: WaitingMessage[] = [];
	#inFlight: AbortController | null = null;
	#posting: Promise<void> | null = null;

	constructor(core: ClientCore) {
		this.#core = core;
	}

	/** When nothing is on its way any more. */
	get settled(): Promise<void> {
		return this.#posting ?? Promise.resolve();
	}

	send(message: string): Promise<SendOutcome> {
		if (this.#core.isStopped || this.#waiting.length >= MAX_WAITING) {
			return Promise.resolve({ kind: 'not-sent' });
		}
		return new Promise((settle) => {
			this.#waiting.push({ message, settle });
			this.#posting ??= this.#postAll();
		});
	}

	/** What waits is not sent; what is on its way is aborted. */
	stop(): void {
		for (const { settle } of this.#waiting.splice(0)) settle({ kind: 'not-sent' });
		this.#inFlight?.abort();
	}

	async #postAll(): Promise<void> {
		for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
			this.#inFlight = new AbortController();
			next.settle(await this.#post(next.message, this.#inFlight));
		}
		this.#inFlight = null;
		this.#posting = null;
	}

	async #post(message: string, abort: AbortController): Promise<SendOutcome> {
		const question = {
			path: MESSAGES_PATH,
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: encodeUpstream(message)
		};
		const answer = await ask(this.#core, question, abort);
		if ('kind' in answer) return { kind: 'failed', trouble: answer };
		return { kind: 'sent', isTaken: true };
	}
}
