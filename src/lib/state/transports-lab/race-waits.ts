/** How long a race waits for what may never come: ms. */
import type { PlannedLane, RacePlan } from '#lib/transports/measure/race-plan.ts';

/** Connecting takes so many ways there and back at most: TCP, then Socket.IO's two requests. */
const WAYS = 6;
/** A channel that was lost is away for so long at most (lab-session.svelte.ts). */
const LONGEST_LOSS = 36_000;

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
