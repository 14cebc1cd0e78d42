/** Waiting on a run: each resolves as soon as the recording shows it, not at the screen's pace. */
import type { Direction } from '#lib/protocol/direction.ts';
import { peerVerdict } from '#lib/runs/verdict/peer-verdict.ts';
import type { PeerVerdict } from '#lib/runs/verdict/verdict.ts';
import { hasRun, isLost, until } from '../session/connection-watch.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';

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
