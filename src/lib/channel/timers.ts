/** Timers by name, at most one of each; starting one again replaces it. */
export interface TimerFunctions {
	readonly setTimeout: (run: () => void, ms: number) => unknown;
	readonly clearTimeout: (timer: unknown) => void;
}

export class Timers<Name extends string> {
	readonly #functions: TimerFunctions;
	readonly #started = new Map<Name, unknown>();

	constructor(functions: TimerFunctions) {
		this.#functions = functions;
	}

	has(name: Name): boolean {
		return this.#started.has(name);
	}

	start(name: Name, ms: number, run: () => void): void {
		this.stop(name);
		const timer = this.#functions.setTimeout(() => {
			this.#started.delete(name);
			run();
		}, ms);
		this.#started.set(name, timer);
	}

	stop(name: Name): void {
		if (!this.#started.has(name)) return;
		this.#functions.clearTimeout(this.#started.get(name));
		this.#started.delete(name);
	}

	stopAll(): void {
		for (const name of [...this.#started.keys()]) this.stop(name);
	}
}
