/** Where the page of one lane finds it: the last race, or the log-ins of this page. */
import type { LaneRun } from '../race/lane-run.svelte.ts';

export interface LaneSource {
	/** Lanes that can be looked into. */
	readonly lanes: readonly LaneRun[];
	/** New exchanges may come. */
	readonly isRunning: boolean;
}

/** As an address names them: `?of=login`. */
export const LANE_SOURCES = ['race', 'login', 'game'] as const;
export type LaneSourceName = (typeof LANE_SOURCES)[number];
