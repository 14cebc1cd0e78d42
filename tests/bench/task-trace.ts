/**
 * The processor time of the page's tasks, from a trace of the browser: unlike the time on the
 * clock, it does not count what other programs took meanwhile.
 */
import type { Page } from '@playwright/test';

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Processor time of the thread, µs. */
	readonly tdur?: number;
	readonly args?: { readonly name?: string };
}

/** Begins a trace of tasks; `end` gives the longest task of a page's main thread, ms. */
export async function traceTasks(page: Page): Promise<{ end(): Promise<number> }> {
	const browser = page.context().browser();
	if (!browser) throw new TypeError('page must be of a launched browser');
	await browser.startTracing(page, { categories: ['-*', 'toplevel', '__metadata'] });
	return { end: async () => longestTask((await browser.stopTracing()).toString()) };
}

function longestTask(trace: string): number {
	const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
	const thread = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
	const mainThreads = new Set(
		traceEvents
			.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
			.map(thread)
	);
	const tasks = traceEvents.filter((event) => event.ph === 'X' && mainThreads.has(thread(event)));
	if (tasks.length === 0) throw new RangeError('the trace has no tasks of a page');
	return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}
