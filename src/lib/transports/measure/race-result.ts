/** A race as it ended: all that tables, charts and sentences say of it is computed from this. */
import type { DropReason } from '../lane-told.ts';
import type { DelaySummary } from './delays.ts';
import type { QueuedRequests } from './queue-watch.ts';
import type { PlannedLane, RacePlan } from './race-plan.ts';

export const RACE_RESULT_VERSION = 1;

/** Why it ended: the source ran to its end; the reader stopped it; the channel was lost. */
export type RaceOutcome = 'finished' | 'stopped' | 'lost';

export const CLIENT_CODES = ['there', 'late', 'failed'] as const;
export type ClientCode = (typeof CLIENT_CODES)[number];

export interface LaneResult {
	/** Its lane in the plan, from 0. */
	readonly index: number;
	/** 0: the page's own; from 1: held as another tab would. */
	readonly tab: number;
	/** As planned. */
	readonly planned: PlannedLane;
	/** From the first connection to the last byte. */
	readonly requests: number;
	readonly up: number;
	readonly down: number;
	/** TCP segments that the chunks would fill (segments.ts): an estimate. */
	readonly segmentsUp: number;
	readonly segmentsDown: number;
	/** Bytes of HTTP heads among them, as far as they are known; and of how many exchanges not. */
	readonly headUp: number;
	readonly headDown: number;
	readonly unknownHeads: number;
	/** Bytes of the heads of upgrades, both ways. */
	readonly upgradeHeads: number;
	/** What crossed before the source began: connecting, and waiting for the other lanes. */
	readonly opening: { readonly requests: number; readonly up: number; readonly down: number };
	/** Questions answered with events, with nothing, nobody can tell with what. */
	readonly fullAnswers: number;
	readonly emptyAnswers: number;
	readonly unknownAnswers: number;
	readonly mostHeld: number;
	readonly mostOpen: number;
	readonly connections: number;
	/** Events delivered, each counted once, and the bytes of their data. */
	readonly delivered: number;
	readonly deliveredBytes: number;
	readonly duplicates: number;
	/** Events that the server said it no longer had; and those that never came. */
	readonly skipped: number;
	readonly missing: number;
	/** µs; null: nothing was delivered. */
	readonly delays: DelaySummary | null;
	/** Counts of the log histogram's bins (log-histogram.ts). */
	readonly histogram: readonly number[];
	/** Messages from the client that reached the server's code, and their bytes. */
	readonly received: number;
	readonly receivedBytes: number;
	/** Exchanges that asked for another protocol. */
	readonly upgrades: number;
	/** Requests that waited in the browser for one of its connections. */
	readonly queued: QueuedRequests;
	/** The code of its client, when the lanes began: there; not yet, or never; not to be had. */
	readonly code: ClientCode;
	/** Whether it was connected when the source began. */
	readonly wasConnected: boolean;
	readonly drops: readonly DropReason[];
}

export interface RaceResult {
	readonly version: typeof RACE_RESULT_VERSION;
	/** Wall clock at which the lanes began to connect, ISO 8601. */
	readonly startedAt: string;
	readonly outcome: RaceOutcome;
	readonly plan: RacePlan;
	/** µs: until all were connected, while the source ran, until the last lane was stopped. */
	readonly times: {
		readonly connecting: number;
		readonly running: number;
		readonly draining: number;
	};
	/** Events that the source made, and the bytes of their data. */
	readonly emitted: { readonly count: number; readonly bytes: number };
	/** Exchanges of HTTP under way at once, of all lanes together, at most. */
	readonly mostHeld: number;
	/** µs: half width of the clock's error, at worst. */
	readonly clockError: number;
	/** `User-Agent` of the page's browser. */
	readonly browser: string;
	readonly lanes: readonly LaneResult[];
}
