/**
 * Waiting on a connection: each resolves as soon as the recording shows it, and not at the
 * screen's pace.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import { peerVerdict } from '#lib/runs/verdict/peer-verdict.ts';
import type { PeerVerdict } from '#lib/runs/verdict/verdict.ts';
import type { ObservedConnection } from '../observed-connection.svelte.ts';

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

/**
 * Resolves once the peer's answer to the run is known, however it came; `waiting` only where it
 * never will be: the session is lost, or the browser could not connect.
 */
export function untilJudged(connection: ObservedConnection, role: Direction): Promise<PeerVerdict> {
	return until(connection, () => {
		const verdict = peerVerdict(connection.capture.conversation, role);
		return verdict.kind !== 'waiting' || isLost(connection) ? verdict : null;
	});
}

/**
 * Resolves once so many runs have ended and both close frames are there, which is never where one
 * of them does not come: then it is for the server to end TCP, and its client waits (§7.1.1).
 */
export async function untilClosed(connection: ObservedConnection, runs = 1): Promise<void> {
	const { conversation } = connection.capture;
	const isClosed = (): boolean =>
		conversation.hasClose('client') && conversation.hasClose('server');
	await until(connection, () => (hasRun(connection, runs) && isClosed()) || null);
}

/**
 * Resolves once nothing is left to the student's side but to end TCP: so many runs have ended, and
 * the last one is judged, or the student as the server has closed.
 */
export async function untilOver(
	connection: ObservedConnection,
	role: Direction,
	runs = 1
): Promise<void> {
	await until(connection, () => hasRun(connection, runs) || null);
	const judged = untilJudged(connection, role);
	await (role === 'server' ? Promise.race([judged, untilClosed(connection, runs)]) : judged);
}

/** Whether so many runs of the connection have ended, or none can any more. */
export function hasRun(connection: ObservedConnection, runs: number): boolean {
	return connection.runsEnded >= runs || isLost(connection);
}

/** Nothing more will come: the session is gone, or the page was told of an end before any run. */
function isLost({ isAbandoned, capture: { conversation } }: ObservedConnection): boolean {
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
