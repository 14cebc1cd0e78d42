/**
 * The child process with the synthetic subscribers. It ends by itself when this process does, and
 * is ended by its id before.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the child is told, once. */
export interface SubscribersOrder {
	readonly transport: string;
	readonly port: number;
	readonly path: string;
	/** Names in the query of the lane's key, of the cursor and of the hold. */
	readonly query: { readonly lane: string; readonly after: string; readonly hold: string };
	readonly keys: readonly string[];
	/** ms between two questions of short polling; seconds of a held question. */
	readonly interval: number;
	readonly hold: number;
}

/** What the child tells, some times a second. */
export type SubscribersTold =
	| { readonly kind: 'ready' }
	| {
			readonly kind: 'count';
			/** Subscribers that have what they need to wait for events. */
			readonly connected: number;
			/** Those that had to give up. */
			readonly lost: number;
			readonly delivered: number;
	  }
	| { readonly kind: 'fault'; readonly code: string; readonly text: string };

export class SubscribersProcess {
	readonly #child: ChildProcess;
	readonly #gone: Promise<void>;

	/** @param onEnd called once, however it ends */
	constructor(onTold: (told: SubscribersTold) => void, onEnd: () => void) {
		// Beside this module, in the sources as in the build.
		const file = fileURLToPath(new URL('./subscribers.js', import.meta.url));
		this.#child = fork(file, [], {
			execArgv: [],
			env: pick(process.env, ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH']),
			stdio: ['ignore', 'ignore', 'ignore', 'ipc']
		});
		this.#gone = new Promise((resolve) => {
			this.#child.once('exit', () => resolve());
			this.#child.once('error', () => resolve());
		});
		void this.#gone.then(onEnd);
		this.#child.on('message', (message) => onTold(message as SubscribersTold));
	}

	get pid(): number | undefined {
		return this.#child.pid;
	}

	start(order: SubscribersOrder): void {
		// Where it has ended meanwhile, `onEnd` says so.
		if (this.#child.connected) this.#child.send(order, () => undefined);
	}

	/** Resolves when it is gone. */
	async end(): Promise<void> {
		this.#child.kill('SIGKILL');
		await this.#gone;
	}
}

/** Nothing else of the server's environment is the child's business. */
function pick(environment: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
	return Object.fromEntries(names.map((name) => [name, environment[name]]));
}
