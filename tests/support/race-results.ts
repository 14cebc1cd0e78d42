/** Results of races for tests: numbers that no run made, each named by its test. */
import { HISTOGRAM } from '#lib/transports/measure/log-histogram.ts';
import { DEFAULT_SOURCE, type PlannedLane } from '#lib/transports/measure/race-plan.ts';
import type { LaneResult, RaceResult } from '#lib/transports/measure/race-result.ts';

export function laneResult(planned: PlannedLane, numbers: Partial<LaneResult> = {}): LaneResult {
	return {
		index: 0,
		tab: 0,
		planned,
		requests: 1,
		up: 0,
		down: 0,
		segmentsUp: 0,
		segmentsDown: 0,
		headUp: 0,
		headDown: 0,
		unknownHeads: 0,
		upgrades: 0,
		upgradeHeads: 0,
		opening: { requests: 0, up: 0, down: 0 },
		fullAnswers: 0,
		emptyAnswers: 0,
		unknownAnswers: 0,
		mostHeld: 1,
		mostOpen: 1,
		connections: 1,
		delivered: 10,
		deliveredBytes: 640,
		duplicates: 0,
		skipped: 0,
		missing: 0,
		delays: null,
		histogram: Array.from({ length: HISTOGRAM.bins }, () => 0),
		received: 0,
		receivedBytes: 0,
		queued: { requests: 0, unsent: 0, longest: 0 },
		code: 'there',
		wasConnected: true,
		drops: [],
		...numbers
	};
}

/** Every delay the same, in µs. */
export function steadyDelays(delay: number, count = 10): NonNullable<LaneResult['delays']> {
	return { count, least: delay, p50: delay, p95: delay, p99: delay, most: delay, mean: delay };
}

/** A race of ten events over these lanes. */
export function raceResult(
	lanes: readonly LaneResult[],
	numbers: Partial<RaceResult> = {}
): RaceResult {
	const placed = lanes.map((lane, index) => ({ ...lane, index: lane.tab === 0 ? index : 0 }));
	const planned = placed.filter(({ tab }) => tab === 0).map((lane) => lane.planned);
	return {
		version: 1,
		startedAt: '2026-11-20T12:00:00.000Z',
		outcome: 'finished',
		plan: { source: DEFAULT_SOURCE, lanes: planned },
		times: { connecting: 0, running: 20_000_000, draining: 0 },
		emitted: { count: 10, bytes: 640 },
		mostHeld: 3,
		clockError: 500,
		browser: 'a browser',
		lanes: placed,
		...numbers
	};
}
