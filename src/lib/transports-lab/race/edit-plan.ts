/** Edits of a plan; each returns a new one. */
import {
	placeLanes,
	plainLane,
	DEFAULT_SOURCE,
	type PlannedLane,
	type RacePlan,
	type RaceSource
} from '#lib/transports/measure/race-plan.ts';
import { LANE_BOUNDS, TRANSPORTS, type Transport } from '#lib/transports/transport.ts';

/** Rows that one can still compare. */
export const MOST_ROWS = 8;

/** Socket.IO's client is fetched for its lane only, so a first plan is without it. */
export const FIRST_PLAN: RacePlan = {
	source: DEFAULT_SOURCE,
	lanes: TRANSPORTS.filter((transport) => transport !== 'socket-io').map((transport) =>
		plainLane(transport)
	)
};

export function setSource(plan: RacePlan, change: Partial<RaceSource>): RacePlan {
	return { ...plan, source: { ...plan.source, ...change } };
}

export function setLane(plan: RacePlan, index: number, change: Partial<PlannedLane>): RacePlan {
	const lanes = plan.lanes.map((lane, at) => (at === index ? { ...lane, ...change } : lane));
	return { ...plan, lanes };
}

export function addLane(plan: RacePlan, transport: Transport): RacePlan {
	return hasRoom(plan) ? { ...plan, lanes: [...plan.lanes, plainLane(transport)] } : plan;
}

export function removeLane(plan: RacePlan, index: number): RacePlan {
	return { ...plan, lanes: plan.lanes.filter((_, at) => at !== index) };
}

export function hasRoom(plan: RacePlan): boolean {
	return plan.lanes.length < MOST_ROWS && placeLanes(plan).length < LANE_BOUNDS.lanes.most;
}

/** Tabs that a lane may have beside it: all lanes together stay in their bound. */
export function tabsLeft(plan: RacePlan, index: number, most: number): number {
	const others = placeLanes(plan).length - (plan.lanes[index]?.otherTabs ?? 0);
	return Math.max(0, Math.min(most, LANE_BOUNDS.lanes.most - others));
}
