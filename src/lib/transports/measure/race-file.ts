/** A race's result as a file: JSON of one version, checked before it is believed. */
import * as v from 'valibot';
import { DROP_REASONS } from '../lane-told.ts';
import { PATTERNS } from '../stream-source.ts';
import { LANE_BOUNDS, TRANSPORTS } from '../transport.ts';
import { HISTOGRAM } from './log-histogram.ts';
import { findPlanFault, placeLanes } from './race-plan.ts';
import {
	CLIENT_CODES,
	RACE_RESULT_VERSION,
	type LaneResult,
	type RaceResult
} from './race-result.ts';

/** Why a file is no result. */
export type RaceFileFault = 'not-json' | 'not-a-run' | 'too-new' | 'too-large';
export type RaceFileRead =
	| { readonly isOk: true; readonly result: RaceResult }
	| { readonly isOk: false; readonly fault: RaceFileFault };

/** Characters: 32 lanes take some tens of thousands. */
const MOST_TEXT = 2 ** 20;

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(amount, v.safeInteger());
const text = v.pipe(v.string(), v.maxLength(1024));

const planned = v.object({
	transport: v.picklist(TRANSPORTS),
	delay: count,
	jitter: count,
	compression: v.boolean(),
	client: v.object({ interval: count, hold: count, usesEtag: v.boolean() }),
	otherTabs: count
});

const plan = v.object({
	source: v.object({
		kind: v.literal('race'),
		pattern: v.picklist(PATTERNS),
		rate: amount,
		size: count,
		seconds: amount,
		seed: count
	}),
	lanes: v.pipe(v.array(planned), v.maxLength(LANE_BOUNDS.lanes.most))
});

const delays = v.object({
	count,
	least: amount,
	p50: amount,
	p95: amount,
	p99: amount,
	most: amount,
	mean: amount
});

const lane: v.GenericSchema<unknown, LaneResult> = v.object({
	index: count,
	tab: count,
	planned,
	requests: count,
	up: count,
	down: count,
	segmentsUp: count,
	segmentsDown: count,
	headUp: count,
	headDown: count,
	unknownHeads: count,
	upgrades: count,
	upgradeHeads: count,
	opening: v.object({ requests: count, up: count, down: count }),
	fullAnswers: count,
	emptyAnswers: count,
	unknownAnswers: count,
	mostHeld: count,
	mostOpen: count,
	connections: count,
	delivered: count,
	deliveredBytes: count,
	duplicates: count,
	skipped: count,
	missing: count,
	delays: v.nullable(delays),
	histogram: v.pipe(v.array(count), v.length(HISTOGRAM.bins)),
	received: count,
	receivedBytes: count,
	// Those of the first files had neither: what never left was not counted.
	queued: v.object({ requests: count, unsent: v.optional(count, 0), longest: amount }),
	code: v.optional(v.picklist(CLIENT_CODES), 'there'),
	wasConnected: v.boolean(),
	drops: v.pipe(v.array(v.picklist(DROP_REASONS)), v.maxLength(64))
});

const schema: v.GenericSchema<unknown, RaceResult> = v.object({
	version: v.literal(RACE_RESULT_VERSION),
	startedAt: v.pipe(v.string(), v.isoTimestamp()),
	outcome: v.picklist(['finished', 'stopped', 'lost']),
	plan,
	times: v.object({ connecting: amount, running: amount, draining: amount }),
	emitted: v.object({ count, bytes: count }),
	mostHeld: count,
	clockError: amount,
	browser: text,
	lanes: v.pipe(v.array(lane), v.maxLength(LANE_BOUNDS.lanes.most))
});

export function writeRaceFile(result: RaceResult): string {
	return JSON.stringify(result, null, '\t');
}

/** Never throws. */
export function readRaceFile(text: string): RaceFileRead {
	if (text.length > MOST_TEXT) return { isOk: false, fault: 'too-large' };
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { isOk: false, fault: 'not-json' };
	}
	return readRaceResult(json);
}

/** From a value already parsed. Never throws. */
export function readRaceResult(json: unknown): RaceFileRead {
	if (isTooNew(json)) return { isOk: false, fault: 'too-new' };
	const read = v.safeParse(schema, json, { abortEarly: true });
	if (!read.success || !isCoherent(read.output)) return { isOk: false, fault: 'not-a-run' };
	return { isOk: true, result: read.output };
}

/** Lanes are those of the plan: findings and tables rely on it. */
function isCoherent({ plan, lanes }: RaceResult): boolean {
	if (findPlanFault(plan) !== null) return false;
	const placed = placeLanes(plan);
	return (
		placed.length === lanes.length &&
		placed.every(({ index, tab, planned }, at) => {
			const lane = lanes[at];
			const isSame = lane?.index === index && lane.tab === tab;
			return isSame && lane.planned.transport === planned.transport;
		})
	);
}

function isTooNew(json: unknown): boolean {
	if (typeof json !== 'object' || json === null || !('version' in json)) return false;
	return typeof json.version === 'number' && json.version > RACE_RESULT_VERSION;
}
