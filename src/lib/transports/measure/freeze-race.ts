/** Makes the result of a race from what was measured: numbers that change no more. */
import type { Deliveries } from './delivery.ts';
import type { LaneBook } from './lane-book.ts';
import type { LaneTotals } from './lane-totals.ts';
import type { QueueWatch } from './queue-watch.ts';
import type { PlannedLane } from './race-plan.ts';
import {
	RACE_RESULT_VERSION,
	type ClientCode,
	type LaneResult,
	type RaceResult
} from './race-result.ts';

/** What crossed before the source began. */
export interface LaneOpening {
	readonly requests: number;
	readonly up: number;
	readonly down: number;
	readonly wasConnected: boolean;
}

export interface MeasuredLane {
	readonly index: number;
	readonly tab: number;
	readonly planned: PlannedLane;
	readonly totals: LaneTotals;
	readonly deliveries: Deliveries;
	readonly queue: QueueWatch;
	readonly code: ClientCode;
	readonly opening: LaneOpening | null;
	readonly duplicates: number;
}

export interface MeasuredRace extends Pick<
	RaceResult,
	'startedAt' | 'outcome' | 'plan' | 'times' | 'clockError' | 'browser'
> {
	readonly book: LaneBook;
	readonly lanes: readonly MeasuredLane[];
}

export function freezeRace({ book, lanes, ...race }: MeasuredRace): RaceResult {
	return {
		version: RACE_RESULT_VERSION,
		...race,
		emitted: { count: book.emitted.count, bytes: book.emitted.bytes },
		mostHeld: book.mostHeld,
		lanes: lanes.map(freezeLane)
	};
}

function freezeLane(lane: MeasuredLane): LaneResult {
	const { index, tab, planned, totals, deliveries, queue, duplicates } = lane;
	const { requests, up, down, wasConnected } = lane.opening ?? NOT_OPENED;
	const { lane: _number, held: _held, open: _open, timeline: _timeline, ...sums } = totals;
	return {
		index,
		tab,
		planned,
		...sums,
		drops: [...sums.drops],
		opening: { requests, up, down },
		wasConnected,
		delivered: deliveries.count,
		deliveredBytes: deliveries.bytes,
		duplicates,
		skipped: deliveries.skipped,
		missing: deliveries.missing,
		delays: deliveries.delays.summary,
		histogram: [...deliveries.delays.histogram.counts],
		queued: queue.result,
		code: lane.code
	};
}

const NOT_OPENED: LaneOpening = { requests: 0, up: 0, down: 0, wasConnected: false };
