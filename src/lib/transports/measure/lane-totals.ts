/** What a lane has cost so far: sums over its exchanges, exact to the byte. */
import type { DropReason } from '../lane-told.ts';
import { Timeline } from './timeline.ts';

export interface LaneTotals {
	readonly lane: number;
	/** Exchanges begun: requests, an upgrade among them. */
	readonly requests: number;
	/** Bytes of TCP payload, heads and all. */
	readonly up: number;
	readonly down: number;
	/** TCP segments that these chunks would fill, each chunk alone (segments.ts): an estimate. */
	readonly segmentsUp: number;
	readonly segmentsDown: number;
	/** Bytes of HTTP heads among them, as far as they are known. */
	readonly headUp: number;
	readonly headDown: number;
	/** Exchanges with a head that was not kept whole, so that its size is not known. */
	readonly unknownHeads: number;
	/** Requests for another protocol, and the bytes of their heads, both ways. */
	readonly upgrades: number;
	readonly upgradeHeads: number;
	/** Questions that have been answered with events, with nothing, or nobody can tell with what. */
	readonly fullAnswers: number;
	readonly emptyAnswers: number;
	readonly unknownAnswers: number;
	/** Exchanges under way that are not upgraded, now and at most. */
	readonly held: number;
	readonly mostHeld: number;
	/** TCP connections that served this lane last and are open, now and at most. */
	readonly open: number;
	readonly mostOpen: number;
	/** TCP connections that have served it. */
	readonly connections: number;
	/** Messages of its client that the server's code was given, and their bytes. */
	readonly received: number;
	readonly receivedBytes: number;
	/** Why the server let go of its client, as often as it did (the last 64). */
	readonly drops: readonly DropReason[];
	readonly timeline: Timeline;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type GrowingTotals = Mutable<LaneTotals> & { drops: DropReason[] };

export function emptyTotals(lane: number): GrowingTotals {
	return {
		lane,
		requests: 0,
		up: 0,
		down: 0,
		segmentsUp: 0,
		segmentsDown: 0,
		headUp: 0,
		headDown: 0,
		unknownHeads: 0,
		upgrades: 0,
		upgradeHeads: 0,
		fullAnswers: 0,
		emptyAnswers: 0,
		unknownAnswers: 0,
		held: 0,
		mostHeld: 0,
		open: 0,
		mostOpen: 0,
		connections: 0,
		received: 0,
		receivedBytes: 0,
		drops: [],
		timeline: new Timeline()
	};
}
