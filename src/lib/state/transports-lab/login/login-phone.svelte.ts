/**
 * The second device of a log-in: says that it has the code, shows who asks, and confirms or
 * declines. Nothing is confirmed but by its owner, and everything it does is a POST.
 */
import {
	LOGIN_PATHS,
	loginAnswerSchema,
	type Asker,
	type LoginAct,
	type LoginAnswer
} from '#lib/transports/login/login-event.ts';
import * as v from 'valibot';

export type PhoneState =
	/** Says that it has the code. */
	| 'scanning'
	/** Its owner is asked. */
	| 'asking'
	/** Their answer is on the way. */
	| 'deciding'
	| 'confirmed'
	| 'declined'
	/** The server knows no such log-in: used, expired, or never there. */
	| 'over'
	/** Nobody decided in time. */
	| 'expired'
	/** The server could not be reached; `retry` tries again. */
	| 'offline'
	/** The server refused what was sent. */
	| 'refused';

export interface LoginPhoneOptions {
	/** As the code says. */
	readonly id: string;
	/** `http://host:port` of the lab server. */
	readonly origin: string;
	readonly fetch?: typeof fetch;
	/** ms of the page's clock. */
	readonly now?: () => number;
}

/** ms until an answer counts as lost. */
const PATIENCE = 15_000;

export class LoginPhone {
	readonly id: string;
	readonly #options: LoginPhoneOptions;
	#inFlight: AbortController | null = null;
	#isDisposed = false;
	#state = $state<PhoneState>('scanning');
	#asker = $state.raw<Asker | null>(null);
	#endsAt = $state<number | null>(null);
	#act: LoginAct = 'scan';
	#expiry: ReturnType<typeof setTimeout> | undefined;

	constructor(options: LoginPhoneOptions) {
		this.id = options.id;
		this.#options = options;
	}

	get state(): PhoneState {
		return this.#state;
	}

	/** Who waits to be logged in, as the server sees them; null: it has not said so. */
	get asker(): Asker | null {
		return this.#asker;
	}

	/** ms that are left to decide; null: the server has not told. */
	get left(): number | null {
		return this.#endsAt === null ? null : Math.max(0, this.#endsAt - this.#now());
	}

	/** Tells the server that the code has been read, and asks who waits. */
	scan(): Promise<void> {
		return this.#post('scan');
	}

	/** The owner's answer; does nothing unless they are asked. */
	async decide(act: 'confirm' | 'decline'): Promise<void> {
		if (this.#state === 'asking') await this.#post(act);
	}

	/** What did not reach the server, once more. */
	async retry(): Promise<void> {
		if (this.#state === 'offline') await this.#post(this.#act);
	}

	/** Nobody looks any more. */
	dispose(): void {
		this.#isDisposed = true;
		this.#inFlight?.abort();
		clearTimeout(this.#expiry);
	}

	async #post(act: LoginAct): Promise<void> {
		this.#act = act;
		this.#state = act === 'scan' ? 'scanning' : 'deciding';
		const answer = await this.#send(act);
		if (this.#isDisposed) return;
		if (typeof answer === 'string') this.#state = answer;
		else this.#take(act, answer);
	}

	#take(act: LoginAct, { expiresIn, asker }: LoginAnswer): void {
		clearTimeout(this.#expiry);
		if (act !== 'scan') {
			this.#state = act === 'confirm' ? 'confirmed' : 'declined';
			return;
		}
		this.#asker = asker;
		this.#endsAt = this.#now() + expiresIn;
		this.#expiry = setTimeout(() => this.#expire(), expiresIn);
		this.#state = 'asking';
	}

	/** The answer, or the state to which its absence leads. */
	async #send(act: LoginAct): Promise<LoginAnswer | PhoneState> {
		const { id, origin, fetch: go = fetch } = this.#options;
		const abort = (this.#inFlight = new AbortController());
		const timer = setTimeout(() => abort.abort(), PATIENCE);
		try {
			const response = await go(origin + LOGIN_PATHS[act], {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ id }),
				cache: 'no-store',
				signal: abort.signal
			});
			if (response.status === 404) return 'over';
			if (response.status >= 500) return 'offline';
			if (!response.ok) return 'refused';
			const answer = v.safeParse(loginAnswerSchema, await response.json());
			return answer.success ? answer.output : 'refused';
		} catch {
			return 'offline';
		} finally {
			clearTimeout(timer);
		}
	}

	#expire(): void {
		if (this.#state === 'asking') this.#state = 'expired';
	}

	#now(): number {
		return (this.#options.now ?? (() => performance.now()))();
	}
}
