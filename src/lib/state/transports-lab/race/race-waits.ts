/** How long a race waits for what may never come: ms. */
import type { PlannedLane, RacePlan } from '#lib/transports/measure/race-plan.ts';
import { within } from '../../session/connection-watch.ts';
import type { Watchers } from '../../session/watchers.ts';

/** Connecting takes so many ways there and back at most: TCP, then Socket.IO's two requests. */
const WAYS = 6;
/** A channel that was lost is away for so long at most (lab-session.svelte.ts). */
const LONGEST_LOSS = 36_000;

/** Until the code of the clients is here: it comes over HTTP, and may wait for a connection too. */
export const FETCHING_TIME = 10_000;

/** Until all lanes are connected; one that waits for a free connection may never be. */
export function connectingTime(plan: RacePlan): number {
	return 3000 + WAYS * slowestWay(plan);
}

/** From the start of the source to its end. */
export function runningTime({ source }: RacePlan): number {
	return source.seconds * 1000 + LONGEST_LOSS;
}

/** From the end of the source until everything has arrived that will. */
export function drainingTime(plan: RacePlan): number {
	const intervals = plan.lanes.map(({ transport, client }) =>
		transport === 'short-polling' ? client.interval : 0
	);
	return 1500 + Math.max(0, ...intervals) + WAYS * slowestWay(plan);
}

function slowestWay({ lanes }: RacePlan): number {
	return Math.max(0, ...lanes.map(({ delay, jitter }: PlannedLane) => delay + jitter));
}

/** ms: for what ends by itself. */
const LONGEST = 2 ** 31 - 1;

/** Until it looks so when a watcher is told, nobody waits any more, or so many ms have passed. */
export async function untilSeen(
	watchers: Watchers,
	look: () => boolean,
	ms: number,
	signal: AbortSignal
): Promise<void> {
	let stop = (): void => undefined;
	const seen = new Promise<void>((resolve) => {
		stop = watchers.add(() => look() && resolve());
		if (look()) resolve();
	});
	await within(ms, seen, signal);
	stop();
}

/** Resolves when it has settled, or nobody waits any more. */
export function unlessAborted(waited: Promise<unknown>, signal: AbortSignal): Promise<void> {
	return within(LONGEST, waited, signal);
}
