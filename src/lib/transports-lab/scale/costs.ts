/**
 * What is shown of one load run, worked out from its report: costs of a client and of a delivery,
 * and how small a cost can be told from what the process does anyway.
 */
import { unitCosts } from '#lib/transports/measure/extrapolate.ts';
import type { CpuUse, LoadResult } from '#lib/transports/measure/load-report.ts';

export interface RunCosts {
	/** Bytes for each waiting client. */
	readonly rss: number;
	readonly heap: number;
	readonly external: number;
	/** µs of CPU that a waiting client takes in a second, nothing happening. */
	readonly waiting: number;
	/** The same unit: less cannot be told from the process's own work. */
	readonly floor: number;
	/** ms of CPU for 1,000 events delivered; null: none was. */
	readonly delivered: DeliveryCost | null;
	/** ms of CPU to connect a client. */
	readonly connecting: number;
	/** A second, each client. */
	readonly requests: number;
	readonly up: number;
	readonly down: number;
}

export interface DeliveryCost {
	/** All CPU that the process used meanwhile. */
	readonly all: number;
	/** What waiting alone would have used in that time; no more than all. */
	readonly asWaiting: number;
}

export function costsOf(result: LoadResult): RunCosts {
	const costs = unitCosts(result);
	const { cpu, order } = result;
	return {
		rss: costs.rss,
		heap: costs.heap,
		external: costs.external,
		waiting: costs.waiting * 1000,
		floor: (msPerSecond(cpu.before) * 1000) / order.subscribers,
		delivered: deliveryCost(result),
		connecting: costs.connecting,
		requests: costs.requests,
		up: costs.up,
		down: costs.down
	};
}

/** A cost that is lost in what the process does anyway. */
export function isBelowFloor({ waiting, floor }: RunCosts): boolean {
	return waiting < floor;
}

function deliveryCost({ cpu, delivered }: LoadResult): DeliveryCost | null {
	if (delivered === 0) return null;
	const { delivering, waiting } = cpu;
	const all = delivering.user + delivering.system;
	const asWaiting = Math.min(all, (msPerSecond(waiting) / 1000) * delivering.elapsed);
	const forThousand = (ms: number) => (ms / delivered) * 1000;
	return { all: forThousand(all), asWaiting: forThousand(asWaiting) };
}

/** ms of CPU in a second. */
function msPerSecond({ user, system, elapsed }: CpuUse): number {
	return elapsed > 0 ? ((user + system) / elapsed) * 1000 : 0;
}
