/**
 * The marks of one lane over time, as path data: x in ms since the run began, y in pixels of the
 * lane's row. The picture is stretched to the row's width, and strokes keep their width, so that a
 * longer run or a wider window moves nothing that has been drawn.
 *
 * A dot is a line of no length with round ends: thousands of them are one element.
 */
import { ChunkedPath } from './chunked-path.ts';

/** Heights in a lane's row, px. */
export const LANE_ROW = {
	height: 48,
	/** A request leaves the client: a tick that stands on the line. */
	request: { top: 8, bottom: 22 },
	/** The line of time; thick where a connection is held. */
	line: 24,
	/** Events delivered, and before them the time for which they waited. */
	delivery: 35,
	/** A request that the browser kept waiting for a free connection. */
	queue: 4
} as const;

/** Heights in the row of the source, px. */
export const SOURCE_ROW = { height: 20, top: 3, bottom: 17 } as const;

export class LaneInk {
	readonly requests = new ChunkedPath();
	readonly held = new ChunkedPath();
	readonly delivered = new ChunkedPath();
	readonly waits = new ChunkedPath();
	readonly queued = new ChunkedPath();
	#waitedUntil = -Infinity;

	/** @param t ms at which its first byte crossed */
	request(t: number): void {
		this.requests.add(t, `M${x(t)} ${LANE_ROW.request.top}V${LANE_ROW.request.bottom}`);
	}

	/** A connection that was held open and has ended. */
	hold(from: number, until: number): void {
		this.held.add(until, line(from, until, LANE_ROW.line));
	}

	/** Waits overlap where one answer brings many events: each stretch is drawn once. */
	deliver(emitted: number, at: number): void {
		this.delivered.add(at, `M${x(at)} ${LANE_ROW.delivery}h0`);
		const from = Math.max(emitted, this.#waitedUntil);
		if (x(at) > x(from)) this.waits.add(at, line(from, at, LANE_ROW.delivery));
		this.#waitedUntil = Math.max(this.#waitedUntil, at);
	}

	/** @param from ms at which the page asked; `until`: at which the request left */
	queue(from: number, until: number): void {
		this.queued.add(until, line(from, until, LANE_ROW.queue));
	}

	/** The request that still waits for a connection; '' where none does. */
	queueing(since: number | null, now: number): string {
		return since === null ? '' : line(since, now, LANE_ROW.queue);
	}

	/** What still waits: from the oldest event that has not come, to now; '' where all have. */
	waiting(oldest: number | null, now: number): string {
		if (oldest === null || now <= oldest) return '';
		return line(Math.max(oldest, this.#waitedUntil), now, LANE_ROW.delivery);
	}
}

/** Connections that are open now, as path data. */
export function openLines(begins: readonly number[], now: number): string {
	if (begins.length === 0) return '';
	// All lie on one line: the longest covers the others.
	return line(Math.min(...begins), now, LANE_ROW.line);
}

/** The source's own marks. */
export class SourceInk {
	readonly events = new ChunkedPath();
	/** The same moments as long hairlines behind each lane. */
	readonly guides = new ChunkedPath();

	emit(t: number): void {
		this.events.add(t, `M${x(t)} ${SOURCE_ROW.top}V${SOURCE_ROW.bottom}`);
		this.guides.add(t, `M${x(t)} 0V${LANE_ROW.height}`);
	}
}

function line(from: number, until: number, y: number): string {
	return `M${x(from)} ${y}H${x(until)}`;
}

/** A tenth of a millisecond is finer than any screen. */
function x(t: number): number {
	return Math.round(t * 10) / 10;
}
