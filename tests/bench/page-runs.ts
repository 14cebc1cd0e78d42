/** What benches of the page share: one measurement for several figures, and its longest task. */
import type { FrameFigures } from './frame-watch.ts';

/** The browser reports tasks from this length on, ms. */
export const LONG_TASK = 50;

/** One measurement serves several figures. */
export function once<Result>(measure: () => Promise<Result>): () => Promise<Result> {
	let result: Promise<Result> | null = null;
	return () => (result ??= measure());
}

/** ms. Where no task was reported, no frame that came later than 50 ms was one task's doing. */
export function longestOf({ longTasks, intervals }: FrameFigures): number {
	return Math.max(...longTasks, Math.min(Math.max(...intervals), LONG_TASK));
}
