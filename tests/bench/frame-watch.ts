/**
 * Watches the page's main thread between `begin` and `end`: its long tasks as the browser reports
 * them, and the time from each animation frame to the next.
 *
 * @see https://www.w3.org/TR/longtasks-1/
 */

export interface FrameFigures {
	/** ms of each task that took 50 ms or more. */
	readonly longTasks: readonly number[];
	/** ms between animation frames. */
	readonly intervals: readonly number[];
}

export interface FrameWatch {
	begin(): void;
	end(): FrameFigures;
}

declare global {
	interface Window {
		frameWatch: FrameWatch;
	}
}

/** Runs in the page, before its own scripts: refers to nothing outside. */
export function watchFrames(): void {
	const tasks: PerformanceEntry[] = [];
	let intervals: number[] = [];
	let beganAt = Infinity;
	let last = -1;
	const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
	observer.observe({ type: 'longtask', buffered: true });
	const onFrame = (): void => {
		const now = performance.now();
		if (last >= 0) intervals.push(now - last);
		last = now;
		requestAnimationFrame(onFrame);
	};
	window.frameWatch = {
		begin() {
			beganAt = performance.now();
			intervals = [];
			if (last < 0) requestAnimationFrame(onFrame);
		},
		end() {
			tasks.push(...observer.takeRecords());
			const during = tasks.filter((task) => task.startTime + task.duration > beganAt);
			return { longTasks: during.map((task) => task.duration), intervals };
		}
	};
}

/** The value below which a share of all values lies. @throws RangeError when there are none */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (value === undefined) throw new RangeError('values must not be empty');
	return value;
}
