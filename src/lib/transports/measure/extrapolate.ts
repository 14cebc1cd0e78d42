/**
 * From the clients of one load run to a million: a straight line through two measured points, with
 * every number that it is made of and every assumption under it, to be shown beside the answer.
 */
import type { CpuUse, LoadResult } from './load-report.ts';

/** What one client and one delivery cost in a load run. Negative noise counts as nothing. */
export interface UnitCosts {
	/** Bytes of resident memory, of the heap and outside it, for each waiting client. */
	readonly rss: number;
	readonly heap: number;
	readonly external: number;
	/** CPU ms that a waiting client needs in a second. */
	readonly waiting: number;
	/** TCP connections of a waiting client: each is an open file of the server's. */
	readonly files: number;
	/** Requests, and bytes of TCP payload, of a waiting client in a second. */
	readonly requests: number;
	readonly up: number;
	readonly down: number;
	/** CPU ms of 1,000 deliveries, beyond what waiting costs. Null where nothing was delivered. */
	readonly deliveries: number | null;
	/** CPU ms to connect one client. */
	readonly connecting: number;
}

export type ExtrapolatedName =
	| 'memory'
	| 'heap'
	| 'files'
	| 'idle-cores'
	/** A second. */
	| 'idle-requests'
	| 'idle-up'
	| 'idle-down'
	/** CPU seconds of one event to all: as many cores for each event a second. */
	| 'event-seconds'
	| 'connect-seconds';

/** `value` is `factors` multiplied with each other, plus `base`. */
export interface Extrapolated {
	readonly name: ExtrapolatedName;
	readonly value: number;
	readonly base: number;
	readonly factors: readonly { readonly name: FactorName; readonly value: number }[];
}

export type FactorName = 'clients' | 'per-thousand' | Exclude<keyof UnitCosts, 'external'>;

export type Assumption =
	/** Twice the clients cost twice as much: measured with `clients`, carried on to `to`. */
	| { readonly code: 'linear'; readonly clients: number; readonly to: number }
	/** Socket buffers are the kernel's and in none of these numbers. */
	| { readonly code: 'kernel-not-counted' }
	/** Loopback, without TLS, and no packet is lost. */
	| { readonly code: 'loopback' }
	/** A Node process runs its JavaScript on one core: more cores need more processes. */
	| { readonly code: 'one-core-a-process' }
	/** The CPU clock is the process's: `share` of one core was busy before the run began. */
	| { readonly code: 'whole-process'; readonly share: number }
	/** Every client asks each `interval` ms. */
	| { readonly code: 'interval'; readonly interval: number }
	/** Every client asks anew each `hold` s. */
	| { readonly code: 'hold'; readonly hold: number }
	/** Of the events that were due, only some arrived in time: the true cost is higher. */
	| { readonly code: 'overloaded'; readonly delivered: number; readonly due: number }
	/**
	 * Resident memory counts what the process got for earlier work and uses again: the first run
	 * after a start shows the most. The heap shows what is alive.
	 */
	| { readonly code: 'memory-used-again' }
	/** Memory was read without collecting garbage first. */
	| { readonly code: 'not-collected' };

export interface Extrapolation {
	readonly clients: number;
	readonly costs: UnitCosts;
	readonly values: readonly Extrapolated[];
	readonly assumptions: readonly Assumption[];
}

/** CPU ms in a ms: 1 is one core, busy. */
function share({ user, system, elapsed }: CpuUse): number {
	return elapsed > 0 ? (user + system) / elapsed : 0;
}

export function unitCosts(result: LoadResult): UnitCosts {
	const { memory, cpu, delivered, order, traffic } = result;
	const { before, waiting } = memory;
	const each = (more: number) => Math.max(0, more) / order.subscribers;
	const idle = share(cpu.waiting);
	const seconds = cpu.waiting.elapsed / 1000;
	const eachSecond = (crossed: number) => (seconds > 0 ? each(crossed / seconds) : 0);
	const beyond = (use: CpuUse, idleShare: number) =>
		Math.max(0, use.user + use.system - idleShare * use.elapsed);
	return {
		rss: each(waiting.rss - before.rss),
		heap: each(waiting.heapUsed - before.heapUsed),
		external: each(waiting.external - before.external),
		files: each(result.connections),
		requests: eachSecond(traffic.requests),
		up: eachSecond(traffic.up),
		down: eachSecond(traffic.down),
		waiting: each((idle - share(cpu.before)) * 1000),
		deliveries: delivered === 0 ? null : (beyond(cpu.delivering, idle) / delivered) * 1000,
		connecting: each(beyond(cpu.connecting, share(cpu.before)))
	};
}

/** @param clients a whole number, 1 or more */
export function extrapolate(result: LoadResult, clients: number): Extrapolation {
	if (!Number.isSafeInteger(clients) || clients < 1) {
		throw new RangeError(`clients must be a whole number of 1 or more, not ${clients}`);
	}
	const costs = unitCosts(result);
	return {
		clients,
		costs,
		values: valuesOf(result, costs, clients),
		assumptions: assumptionsOf(result, clients)
	};
}

function valuesOf({ memory }: LoadResult, costs: UnitCosts, clients: number): Extrapolated[] {
	const all = { name: 'clients', value: clients } as const;
	const perThousand = { name: 'per-thousand', value: 1 / 1000 } as const;
	const value = (
		name: Extrapolated['name'],
		base: number,
		...factors: Extrapolated['factors']
	): Extrapolated => {
		const product = factors.reduce((sum, factor) => sum * factor.value, 1);
		return { name, base, factors, value: base + product };
	};
	const { before } = memory;
	const values = [
		value('memory', before.rss, all, { name: 'rss', value: costs.rss }),
		value('heap', before.heapUsed, all, { name: 'heap', value: costs.heap }),
		value('files', 0, all, { name: 'files', value: costs.files }),
		value('idle-requests', 0, all, { name: 'requests', value: costs.requests }),
		value('idle-up', 0, all, { name: 'up', value: costs.up }),
		value('idle-down', 0, all, { name: 'down', value: costs.down }),
		value('idle-cores', 0, all, { name: 'waiting', value: costs.waiting }, perThousand)
	];
	if (costs.deliveries !== null) {
		// CPU ms of 1,000 deliveries, for each of the clients once, in s.
		const deliveries = { name: 'deliveries', value: costs.deliveries } as const;
		values.push(value('event-seconds', 0, all, deliveries, perThousand, perThousand));
	}
	const connecting = { name: 'connecting', value: costs.connecting } as const;
	return [...values, value('connect-seconds', 0, all, connecting, perThousand)];
}

function assumptionsOf(result: LoadResult, to: number): Assumption[] {
	const { order, cpu, delivered, due, isCollected } = result;
	const assumptions: Assumption[] = [
		{ code: 'linear', clients: order.subscribers, to },
		{ code: 'kernel-not-counted' },
		{ code: 'loopback' },
		{ code: 'one-core-a-process' },
		{ code: 'whole-process', share: share(cpu.before) },
		{ code: 'memory-used-again' }
	];
	if (order.transport === 'short-polling') {
		assumptions.push({ code: 'interval', interval: order.interval });
	}
	if (order.transport === 'long-polling') assumptions.push({ code: 'hold', hold: order.hold });
	if (delivered < due) assumptions.push({ code: 'overloaded', delivered, due });
	if (!isCollected) assumptions.push({ code: 'not-collected' });
	return assumptions;
}
