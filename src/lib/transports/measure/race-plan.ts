/** What a race is to do: one source of events, and the lanes that carry them side by side. */
import { SOURCE_BOUNDS, type StreamSource } from '../stream-source.ts';
import {
	LANE_BOUNDS,
	type ClientSettings,
	type LaneSettings,
	type Transport
} from '../transport.ts';

export type RaceSource = Extract<StreamSource, { kind: 'race' }>;

/** One lane as it is chosen: what the server is told, and what the page's client does. */
export interface PlannedLane extends LaneSettings {
	readonly client: ClientSettings;
	/** As many further lanes of the same kind are held open, as other tabs would. */
	readonly otherTabs: number;
}

export interface RacePlan {
	readonly source: RaceSource;
	readonly lanes: readonly PlannedLane[];
}

export const OTHER_TABS = { least: 0, most: 9 } as const;

export const DEFAULT_CLIENT: ClientSettings = { interval: 1000, hold: 25, usesEtag: false };

export const DEFAULT_SOURCE: RaceSource = {
	kind: 'race',
	pattern: 'steady',
	rate: 5,
	size: 64,
	seconds: 20,
	seed: 1
};

/** A lane with nothing added. */
export function plainLane(transport: Transport, settings: Partial<PlannedLane> = {}): PlannedLane {
	return {
		transport,
		delay: 0,
		jitter: 0,
		compression: false,
		client: DEFAULT_CLIENT,
		otherTabs: 0,
		...settings
	};
}

/** A lane of the stream, and whose it is: lane of the plan (from 0) and tab (0: the page's own). */
export interface PlacedLane {
	readonly planned: PlannedLane;
	readonly index: number;
	readonly tab: number;
}

/** All lanes that the plan asks for: those of the page first, in order, then the other tabs'. */
export function placeLanes({ lanes }: RacePlan): readonly PlacedLane[] {
	const own = lanes.map((planned, index) => ({ planned, index, tab: 0 }));
	const others = own.flatMap(({ planned, index }) =>
		Array.from({ length: planned.otherTabs }, (_, tab) => ({ planned, index, tab: tab + 1 }))
	);
	return [...own, ...others];
}

/** What a lane's server side is told. */
export function settingsOf({ transport, delay, jitter, compression }: PlannedLane): LaneSettings {
	return { transport, delay, jitter, compression };
}

/** Why a plan cannot be run; null: it can. */
export type PlanFault =
	| 'no-lanes'
	| 'too-many-lanes'
	| 'rate'
	| 'size'
	| 'seconds'
	| 'delay'
	| 'jitter'
	| 'interval'
	| 'hold'
	| 'other-tabs';

export function findPlanFault(plan: RacePlan): PlanFault | null {
	const { rate, size, seconds } = plan.source;
	if (plan.lanes.length === 0) return 'no-lanes';
	if (placeLanes(plan).length > LANE_BOUNDS.lanes.most) return 'too-many-lanes';
	if (!isWithin(rate, SOURCE_BOUNDS.rate)) return 'rate';
	if (!isWithin(size, SOURCE_BOUNDS.size) || !Number.isInteger(size)) return 'size';
	if (!isWithin(seconds, SOURCE_BOUNDS.seconds)) return 'seconds';
	for (const lane of plan.lanes) {
		const fault = findLaneFault(lane);
		if (fault) return fault;
	}
	return null;
}

function findLaneFault({ delay, jitter, client, otherTabs }: PlannedLane): PlanFault | null {
	if (!isWithin(delay, LANE_BOUNDS.delay)) return 'delay';
	if (!isWithin(jitter, LANE_BOUNDS.jitter)) return 'jitter';
	if (!isWithin(client.interval, LANE_BOUNDS.interval)) return 'interval';
	if (!isWithin(client.hold, LANE_BOUNDS.hold)) return 'hold';
	return isWithin(otherTabs, OTHER_TABS) ? null : 'other-tabs';
}

function isWithin(value: number, { least, most }: { least: number; most: number }): boolean {
	return value >= least && value <= most;
}
