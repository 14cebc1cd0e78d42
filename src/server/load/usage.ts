/**
 * What this process uses: memory and CPU. A process has one CPU clock: whatever else it does in the
 * meantime is in the numbers, which is why a load run also looks before it begins.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CpuUse, MemoryUse } from '#lib/transports/measure/load-report.ts';

export function memoryNow(): MemoryUse {
	const { rss, heapUsed, external } = process.memoryUsage();
	return { rss, heapUsed, external };
}

/** Starts to count; each call tells what was used since. */
export function countCpu(): () => CpuUse {
	const start = process.cpuUsage();
	const startedAt = performance.now();
	return () => {
		const { user, system } = process.cpuUsage(start);
		return { user: user / 1000, system: system / 1000, elapsed: performance.now() - startedAt };
	};
}

/**
 * Collects garbage, so that what has died does not count as in use; false where this Node does not
 * let us. V8 has the function only in a context made while its flag is set. It stops the process
 * for some tens of milliseconds; a load run does it three times.
 */
export function collectGarbage(): boolean {
	try {
		setFlagsFromString('--expose-gc');
		const collect = runInNewContext('gc') as () => void;
		setFlagsFromString('--no-expose-gc');
		// The first frees wrappers, whose memory outside the heap the second counts as free.
		collect();
		collect();
		return true;
	} catch {
		return false;
	}
}
