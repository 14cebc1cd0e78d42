/** One log-in that waits for its second device; its steps are the events of a stream. */
import type { IncomingMessage } from 'node:http';
import {
	isFinalStep,
	MOST_BROWSER,
	type Asker,
	type LoginAct,
	type LoginAnswer,
	type LoginStep
} from '#lib/transports/login/login-event.ts';
import type { ClientAddresses } from '../http/client-address.ts';
import type { EventLog } from '../streams/event-log.ts';
import type { StreamMaker } from '../streams/stream-maker.ts';

export interface LoginOptions {
	/** The random id that the code holds; it opens nothing but this log-in. */
	readonly id: string;
	/** Milliseconds until it expires. */
	readonly life: number;
	readonly addresses: ClientAddresses;
	/** It can be found no more. */
	readonly onStop: () => void;
}

const STEP_OF: { readonly [act in LoginAct]: LoginStep } = {
	scan: 'scanned',
	confirm: 'confirmed',
	decline: 'declined'
};

export class Login implements StreamMaker {
	readonly startsAtOnce = true;
	readonly login: { readonly id: string; readonly expiresIn: number };
	readonly #options: LoginOptions;
	#log: EventLog | null = null;
	#step: LoginStep | null = null;
	#asker: Asker | null = null;
	#endsAt = 0;
	#timer: NodeJS.Timeout | undefined;

	constructor(options: LoginOptions) {
		this.#options = options;
		this.login = { id: options.id, expiresIn: options.life };
	}

	start(log: EventLog): void {
		this.#log = log;
		this.#endsAt = performance.now() + this.#options.life;
		this.#timer = setTimeout(() => this.#reach('expired'), this.#options.life);
		this.#timer.unref();
	}

	/** The page that waits has nothing to say. */
	receive(): boolean {
		return false;
	}

	/** Who waits is told to the second device: its owner decides whether that is them. */
	asked(request: IncomingMessage): void {
		const { addresses } = this.#options;
		this.#asker = {
			browser: (request.headers['user-agent'] ?? '').slice(0, MOST_BROWSER),
			address: addresses.of(request),
			isServer: addresses.isLoopback(request)
		};
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#options.onStop();
	}

	/** What the second device asks for, and where this leads to. The same act twice is one. */
	act(act: LoginAct): LoginAnswer {
		const step = STEP_OF[act];
		const expiresIn = Math.max(0, Math.round(this.#endsAt - performance.now()));
		if (step !== this.#step) this.#reach(step);
		return { step, expiresIn, asker: this.#asker };
	}

	#reach(step: LoginStep): void {
		this.#step = step;
		this.#log?.append(step);
		if (isFinalStep(step)) this.#log?.end();
	}
}
