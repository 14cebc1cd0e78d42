/**
 * What a page spends on scripts from one frame to the next, from a trace of the browser: processor
 * time of its main thread, so that what other programs took meanwhile does not count.
 */
import type { Page } from '@playwright/test';

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Beginning and length on the clock, µs. */
	readonly ts: number;
	readonly dur?: number;
	/** Processor time of the thread, µs. */
	readonly tdur?: number;
	readonly args?: { readonly name?: string };
}

export interface ScriptFigures {
	/** ms of scripting for each frame: from its beginning to the next one's. */
	readonly frames: readonly number[];
	/** ms of the longest task. */
	readonly longestTask: number;
}

const TASK = /RunTask$/;
const FRAME = 'FireAnimationFrame';
/** As the browser's own tools sort them, with microtasks and the collection of garbage. */
const SCRIPTING =
	/^(EventDispatch|FunctionCall|EvaluateScript|v8\..+|TimerFire|FireAnimationFrame|FireIdleCallback|XHR.+|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint|MinorGC|MajorGC|V8\.GC_MC_INCREMENTAL)$/;
/** Also where a script asks for a measure that needs it. */
const RENDERING = /^(UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|HitTest)$/;

const CATEGORIES = ['-*', 'toplevel', '__metadata', 'devtools.timeline', 'v8'];

export async function traceScripts(page: Page): Promise<{ end(): Promise<ScriptFigures> }> {
	const browser = page.context().browser();
	if (!browser) throw new TypeError('page must be of a launched browser');
	await browser.startTracing(page, { categories: CATEGORIES });
	return { end: async () => readTrace((await browser.stopTracing()).toString()) };
}

/** The thread of the page: the one with frames. */
function readTrace(trace: string): ScriptFigures {
	const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
	const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
	const framed = traceEvents.find(({ name }) => name === FRAME);
	if (!framed) throw new RangeError('the trace has no frames');
	const own = traceEvents.filter(
		(event) => event.ph === 'X' && threadOf(event) === threadOf(framed)
	);
	own.sort((left, right) => left.ts - right.ts || (right.dur ?? 0) - (left.dur ?? 0));
	return {
		frames: framesOf(own),
		longestTask: own.reduce(
			(longest, event) => (TASK.test(event.name) ? Math.max(longest, ms(event)) : longest),
			0
		)
	};
}

/** @param events in the order in which they began, outer ones before inner ones */
function framesOf(events: readonly TraceEvent[]): number[] {
	const frames: number[] = [];
	const frameTasks = new Set<TraceEvent>();
	const open: TraceEvent[] = [];
	for (const event of events) {
		while (open.length > 0 && endOf(open.at(-1)) <= event.ts) open.pop();
		const task = open.find(({ name }) => TASK.test(name));
		// All callbacks of one frame are in one task.
		if (event.name === FRAME && task && !frameTasks.has(task)) {
			frameTasks.add(task);
			frames.push(0);
		}
		frames[frames.length - 1] = (frames.at(-1) ?? 0) + shareOf(event, open);
		open.push(event);
	}
	// The last one is not whole.
	return frames.slice(0, -1);
}

/** ms that it adds to scripting, given those that it lies in. */
function shareOf(event: TraceEvent, around: readonly TraceEvent[]): number {
	const isInScript = around.some(({ name }) => SCRIPTING.test(name));
	const isInRendering = around.some(({ name }) => RENDERING.test(name));
	if (SCRIPTING.test(event.name)) return isInScript ? 0 : ms(event);
	if (RENDERING.test(event.name) && isInScript && !isInRendering) return -ms(event);
	return 0;
}

function ms({ tdur = 0 }: TraceEvent): number {
	return tdur / 1000;
}

function endOf(event: TraceEvent | undefined): number {
	return (event?.ts ?? 0) + (event?.dur ?? 0);
}
