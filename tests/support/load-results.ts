/** Results of load runs for tests: numbers that no run made. */
import type { LoadResult } from '#lib/transports/measure/load-report.ts';
import type { Transport } from '#lib/transports/transport.ts';

/** 1,000 clients, each with 4,000 bytes of heap in 10,000 of resident memory; the process is idle. */
export function loadResult(transport: Transport, numbers: Partial<LoadResult> = {}): LoadResult {
	return {
		version: 1,
		order: {
			transport,
			subscribers: 1000,
			events: 10,
			size: 64,
			rate: 5,
			interval: 1000,
			hold: 10
		},
		isCollected: true,
		memory: {
			before: { rss: 100e6, heapUsed: 20e6, external: 1e6 },
			waiting: { rss: 110e6, heapUsed: 24e6, external: 1e6 },
			after: { rss: 110e6, heapUsed: 20e6, external: 1e6 }
		},
		cpu: {
			before: { user: 10, system: 0, elapsed: 1000 },
			connecting: { user: 210, system: 100, elapsed: 1000 },
			waiting: { user: 60, system: 0, elapsed: 3000 },
			delivering: { user: 100, system: 40, elapsed: 2000 }
		},
		traffic: { requests: 3000, up: 600_000, down: 300_000 },
		delivered: 10_000,
		due: 10_000,
		requests: 1000,
		connections: 1000,
		...numbers
	};
}
