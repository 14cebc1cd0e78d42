/** What every client does alike: its state, its pauses before a reconnect, its end. */
import { Backoff } from './backoff.ts';
import { Deliveries } from './deliveries.ts';
import type {
	ClientState,
	ClientTimers,
	ClientTrouble,
	EventClientOptions
} from './event-client.ts';
import { pageTimers } from './page-timers.ts';
import { RequestLog } from './request-log.ts';

const FINAL = new Set<ClientTrouble['kind']>(['unknown-lane', 'refused']);

export class ClientCore {
	readonly options: EventClientOptions;
	readonly timers: ClientTimers;
	readonly deliveries: Deliveries;
	readonly requests: RequestLog;
	readonly #backoff: Backoff;
	readonly #onstopped: () => void;
	#told: ClientState | null = null;
	#trouble: ClientTrouble | null = null;
	#cancelPause: (() => void) | null = null;

	/** `onstopped` lets go of everything the client holds; called once. */
	constructor(options: EventClientOptions, onstopped: () => void) {
		this.options = options;
		this.timers = options.timers ?? pageTimers;
		this.deliveries = new Deliveries(options.after ?? 0, options);
		this.requests = new RequestLog(this.timers, options.onrequest);
		this.#backoff = new Backoff(options.random);
		this.#onstopped = onstopped;
	}

	get isStopped(): boolean {
		return this.#told === 'stopped';
	}

	/** Begins the client's life; a second time is a mistake of the caller. */
	start(connect: () => void): void {
		if (this.#told !== null) throw new TypeError('start: this client was started already');
		this.tell('connecting', null);
		connect();
	}

	/** Says a state once; nothing is said after `stopped`. */
	tell(state: ClientState, trouble: ClientTrouble | null): void {
		if (this.isStopped || (this.#told === state && this.#trouble?.kind === trouble?.kind)) return;
		this.#told = state;
		this.#trouble = trouble;
		this.options.onstate(state, trouble);
	}

	/** Something arrived, or stayed: the connection works, and the next pause is short again. */
	works(): void {
		this.#backoff.reset();
		this.tell('open', null);
	}

	/** Stops for good where trying again cannot help; else waits, then does `again`. */
	fail(trouble: ClientTrouble, again: () => void): void {
		if (this.isStopped) return;
		if (FINAL.has(trouble.kind)) {
			this.stop(trouble);
			return;
		}
		const pause = this.#backoff.next() + (trouble.kind === 'busy' ? trouble.retryAfter : 0);
		this.tell('waiting', trouble);
		this.pause(pause, () => {
			this.tell('connecting', trouble);
			again();
		});
	}

	/** Calls after so many milliseconds, unless the client is stopped. One pause at a time. */
	pause(ms: number, call: () => void): void {
		this.#cancelPause?.();
		this.#cancelPause = null;
		if (this.isStopped) return;
		this.#cancelPause = this.timers.after(ms, () => {
			this.#cancelPause = null;
			call();
		});
	}

	stop(trouble: ClientTrouble | null): void {
		if (this.isStopped) return;
		this.#cancelPause?.();
		this.#cancelPause = null;
		this.deliveries.close();
		this.tell('stopped', trouble);
		this.#onstopped();
	}
}
