/** What load runs are built on: the page's own by default. */

export interface LoadRunsOptions {
	/** `http://host:port` of the lab server. */
	readonly origin: string;
	readonly fetch?: typeof fetch;
	/** ms of the page's clock. */
	readonly now?: () => number;
	/** The wall clock, ISO 8601. */
	readonly date?: () => string;
	/** Resolves early where it is aborted. */
	readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function withLoadDefaults(options: LoadRunsOptions): Required<LoadRunsOptions> {
	return {
		fetch: (...given) => globalThis.fetch(...given),
		now: () => performance.now(),
		date: () => new Date().toISOString(),
		pause,
		...options
	};
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
	});
}
