/** Lanes of a result that may be held against each other. */
import type { LaneResult, RaceResult } from './race-result.ts';

export interface ComparedLane {
	/** Its place in `RaceResult.lanes`. */
	readonly at: number;
	readonly lane: LaneResult;
}

/** The page's own lanes; the others stand for other tabs. */
export function ownLanes({ lanes }: RaceResult): readonly ComparedLane[] {
	return lanes.map((lane, at) => ({ at, lane })).filter(({ lane }) => lane.tab === 0);
}

/** Own lanes that did the whole work: connected from the start, every event delivered. */
export function wholeLanes(result: RaceResult): readonly ComparedLane[] {
	return ownLanes(result).filter(
		({ lane }) => lane.wasConnected && lane.delivered === result.emitted.count
	);
}

/** Whether two lanes had the same way to go. */
export function hasSameWay(one: LaneResult, other: LaneResult): boolean {
	return one.planned.delay === other.planned.delay && one.planned.jitter === other.planned.jitter;
}

/** The one with the smallest number, and the one with the largest; null where all are alike. */
export function extremes(
	lanes: readonly ComparedLane[],
	measure: (lane: LaneResult) => number
): { readonly least: ComparedLane; readonly most: ComparedLane } | null {
	const ordered = [...lanes].sort((one, other) => measure(one.lane) - measure(other.lane));
	const [least, most] = [ordered[0], ordered.at(-1)];
	if (!least || !most || measure(least.lane) === measure(most.lane)) return null;
	return { least, most };
}
