/**
 * Waiting on a connection: each resolves as soon as the recording shows it, and not at the
 * screen's pace.
 */
import type { ObservedConnection } from './observed-connection.svelte.ts';

/** What `look` finds, as soon as it finds something other than null. */
export function until<T>(connection: ObservedConnection, look: () => T | null): Promise<T> {
	return new Promise((resolve) => {
		const lookAgain = (): void => {
			const found = look();
			if (found === null) return;
			stop();
			resolve(found);
		};
		const stop = connection.watch(lookAgain);
		lookAgain();
	});
}

/** Whether so many runs of the connection have ended, or none can any more. */
export function hasRun(connection: ObservedConnection, runs: number): boolean {
	return connection.runsEnded >= runs || isLost(connection);
}

/** Nothing more will come: the session is gone, or the page was told of an end before any run. */
export function isLost({ isAbandoned, capture: { conversation } }: ObservedConnection): boolean {
	const hasPageClosed = conversation.at(Infinity).readyState === 3;
	return isAbandoned || (hasPageClosed && conversation.runs.length === 0);
}

/** Resolves with what is waited for, after so many ms, or when nobody waits any more. */
export function within(ms: number, waited: Promise<unknown>, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		signal?.addEventListener('abort', done);
		if (signal?.aborted) done();
		void waited.then(done, done);
	});
}
