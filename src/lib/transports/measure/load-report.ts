/**
 * A load run: what many waiting clients of one transport cost the server's process, as it reports
 * it line by line (NDJSON) in the answer to `POST /lab/load`.
 */
import * as v from 'valibot';
import { LANE_BOUNDS, TRANSPORTS } from '../transport.ts';

export const LOAD_PATH = '/lab/load';

export const LOAD_BOUNDS = {
	subscribers: { least: 1, most: 2000 },
	events: { least: 0, most: 1000 },
	/** Bytes of each event's data. */
	size: { least: 1, most: 16_384 },
	/** Events a second. */
	rate: { least: 1, most: 200 },
	/** Seconds that all events may take together: `events / rate`. */
	seconds: { least: 0, most: 15 },
	/** Narrower than a lane's: a run waits for whole rounds. */
	interval: { least: LANE_BOUNDS.interval.least, most: 5_000 },
	hold: { least: LANE_BOUNDS.hold.least, most: 15 }
} as const;

function within({ least, most }: { readonly least: number; readonly most: number }) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

export const loadOrderSchema = v.pipe(
	v.strictObject({
		transport: v.picklist(TRANSPORTS),
		subscribers: within(LOAD_BOUNDS.subscribers),
		events: within(LOAD_BOUNDS.events),
		size: within(LOAD_BOUNDS.size),
		rate: within(LOAD_BOUNDS.rate),
		/** ms between two questions of short polling. */
		interval: within(LOAD_BOUNDS.interval),
		/** Seconds for which a question of long polling is held. */
		hold: within(LOAD_BOUNDS.hold)
	}),
	v.check(
		({ events, rate }) => events / rate <= LOAD_BOUNDS.seconds.most,
		`events / rate must be at most ${LOAD_BOUNDS.seconds.most} s`
	)
);
export type LoadOrder = Readonly<v.InferOutput<typeof loadOrderSchema>>;

/**
 * ms for which all clients wait while CPU is counted: one whole round of what their transport does
 * when nothing happens. Two intervals of short polling, one hold of long polling, the 15 s between
 * two keep-alive comments of SSE, the 25 s between two PINGs of Engine.IO; a WebSocket does nothing.
 */
export function idleRound({ transport, interval, hold }: LoadOrder): number {
	if (transport === 'short-polling') return Math.max(SHORTEST_ROUND, 2 * interval);
	if (transport === 'long-polling') return hold * 1000;
	if (transport === 'server-sent-events') return 15_000;
	return transport === 'socket-io' ? 25_000 : SHORTEST_ROUND;
}

const SHORTEST_ROUND = 3_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Bytes, of this process (`process.memoryUsage()`). */
const memorySchema = v.object({
	rss: count,
	heapUsed: count,
	/** Of C++ objects outside the heap, buffers included. */
	external: count
});
export type MemoryUse = Readonly<v.InferOutput<typeof memorySchema>>;

/** Of this process while a phase lasted; all in ms. */
const cpuSchema = v.object({ user: amount, system: amount, elapsed: amount });
export type CpuUse = Readonly<v.InferOutput<typeof cpuSchema>>;

/** What crossed the listener's sockets while a phase lasted: questions and upgrades; bytes of TCP payload. */
const trafficSchema = v.object({ requests: count, up: count, down: count });
export type Traffic = Readonly<v.InferOutput<typeof trafficSchema>>;

const resultSchema = v.object({
	version: v.literal(1),
	order: loadOrderSchema,
	/** Whether garbage was collected before each look at the memory. */
	isCollected: v.boolean(),
	memory: v.object({ before: memorySchema, waiting: memorySchema, after: memorySchema }),
	cpu: v.object({
		/** Nobody is connected: what the rest of the process does meanwhile. */
		before: cpuSchema,
		connecting: cpuSchema,
		/** All wait, nothing happens (short polling asks in vain). */
		waiting: cpuSchema,
		/** From the first event until all had arrived, or time was up. */
		delivering: cpuSchema
	}),
	/** While all waited, as long as `cpu.waiting`. */
	traffic: trafficSchema,
	/** Events that reached clients, and events times clients. */
	delivered: count,
	due: count,
	/** Requests and upgrades that the listener got in all. */
	requests: count,
	/** TCP connections open while all waited. */
	connections: count
});
export type LoadResult = Readonly<v.InferOutput<typeof resultSchema>>;

export const LOAD_FAILURES = [
	/** A process may not open as many files. */
	'too-many-files',
	/** Not all clients could connect in time. */
	'not-connected',
	/** The process with the clients ended before its time. */
	'child-ended',
	/** The server shuts down. */
	'closing',
	'fault'
] as const;
export type LoadFailure = (typeof LOAD_FAILURES)[number];

export const loadMessageSchema = v.variant('phase', [
	v.object({ phase: v.literal('measuring') }),
	v.object({ phase: v.literal('connecting'), connected: count }),
	/** For as many ms. */
	v.object({ phase: v.literal('waiting'), lasts: amount }),
	v.object({ phase: v.literal('delivering'), delivered: count, due: count }),
	v.object({ phase: v.literal('done'), result: resultSchema }),
	/** `text` says in English what happened and what to do. */
	v.object({ phase: v.literal('failed'), reason: v.picklist(LOAD_FAILURES), text: v.string() })
]);
export type LoadMessage = Readonly<v.InferOutput<typeof loadMessageSchema>>;

/** Null where the line is none of a load run's. */
export function readLoadLine(line: string): LoadMessage | null {
	try {
		const read = v.safeParse(loadMessageSchema, JSON.parse(line));
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}
