/** What the query of a lane's request says: whose it is, what it has seen, how long it may be held. */
import { LANE_BOUNDS } from '#lib/transports/transport.ts';
import { QUERY } from '#lib/transports/wire/addresses.ts';
import { decodeCursor } from '#lib/transports/wire/cursor.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';
import type { Subscribers } from './subscribers.ts';

export type Read<Value> = { readonly value: Value } | { readonly fault: string };

/** Seconds for which a question is held that does not say how long. */
const USUAL_HOLD = 25;

export function findLane(subscribers: Subscribers, { query }: RequestTarget): Lane | null {
	const key = query.get(QUERY.lane);
	const lane = key === null ? null : subscribers.find(key);
	return lane?.isEnded === false ? lane : null;
}

/** Id of the last event seen, which the log must know. */
export function readAfter({ query }: RequestTarget, log: EventLog): Read<number> {
	const all = query.getAll(QUERY.after);
	if (all.length > 1) return { fault: `${QUERY.after} may be given once.` };
	return readCursor(QUERY.after, all[0] ?? null, log);
}

/** @param name of the parameter or header that the text stood in */
export function readCursor(name: string, text: string | null, log: EventLog): Read<number> {
	const value = decodeCursor(text);
	if (value === null) {
		return {
			fault: `${name} is the id of the last event seen: a whole number, 0 before the first.`
		};
	}
	if (log.knows(value)) return { value };
	return { fault: `${name} is ${value}, but the newest event of this stream is ${log.lastId}.` };
}

/** Seconds. */
export function readHold({ query }: RequestTarget): Read<number> {
	const { least, most } = LANE_BOUNDS.hold;
	const all = query.getAll(QUERY.hold);
	const text = all[0] ?? String(USUAL_HOLD);
	const value = /^\d{1,3}$/.test(text) ? Number(text) : -1;
	if (all.length < 2 && value >= least && value <= most) return { value };
	return {
		fault: `${QUERY.hold} is a whole number of seconds from ${least} to ${most}, given once.`
	};
}
