/**
 * The browser's six connections to one origin, as far as a race can know of them: how many its own
 * requests take, and which lanes' requests wait inside the browser for one.
 */
import { BROWSER_CONNECTIONS, LONG_WAIT } from '#lib/transports/measure/queue-watch.ts';
import type { LaneRun } from './lane-run.svelte.ts';

/**
 * Requests under way that do not wait, as far as this page or the server knows of them.
 *
 * @param held by the server, as it told
 * @param now µs of the session
 */
export function countHolding(lanes: readonly LaneRun[], held: number, now: number): number {
	const sum = (count: (run: LaneRun) => number): number =>
		lanes.reduce((total, run) => total + count(run), 0);
	const under = sum(({ asking }) => asking) - sum(({ queue }) => queue.waitingRequests(now));
	return Math.max(0, under, held);
}

/**
 * Has each lane say behind whose connections its requests wait, and since when.
 *
 * @param holding connections that this race takes
 * @param now µs of the session
 * @param clockError µs
 */
export function refreshQueues(
	lanes: readonly LaneRun[],
	holding: number,
	now: number,
	clockError: number
): void {
	const isOwn = holding >= BROWSER_CONNECTIONS;
	// A short wait tells nothing where the rest may be anybody's, or nobody's.
	const least = isOwn ? 0 : LONG_WAIT + clockError;
	for (const run of lanes) {
		const waited = run.queue.waiting(now);
		const isQueued = waited > 0 && waited >= least;
		run.refresh(isQueued ? (isOwn ? 'own' : 'others') : null, now - waited);
	}
}
