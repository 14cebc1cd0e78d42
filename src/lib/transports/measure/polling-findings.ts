/** What a race says of polling, for and against it. */
import { ownLanes, wholeLanes, type ComparedLane } from './compared-lanes.ts';
import type { Finding, QuestionPrice } from './finding.ts';
import { totalBytes } from './overhead.ts';
import type { LaneResult, RaceResult } from './race-result.ts';

export function findPollingFindings(result: RaceResult): readonly Finding[] {
	return [...findEmptyAnswers(result), ...findGathering(result), ...findCost(result)];
}

function findEmptyAnswers(result: RaceResult): readonly Finding[] {
	return ownLanes(result).flatMap(({ lane, at }) => {
		const { emptyAnswers, fullAnswers, unknownAnswers, planned } = lane;
		const isPolling = planned.transport.endsWith('-polling');
		const answers = emptyAnswers + fullAnswers;
		// What cannot be told may be empty or not.
		if (!isPolling || answers === 0 || unknownAnswers > 0) return [];
		return [{ kind: 'empty-answers' as const, lane: at, empty: emptyAnswers, answers }];
	});
}

/** Short polling against long polling, where it is the cheaper of the two. */
function findGathering(result: RaceResult): readonly Finding[] {
	const lanes = wholeLanes(result);
	const long = cheapest(lanes.filter(({ lane }) => lane.planned.transport === 'long-polling'));
	if (!long) return [];
	const bytes = totalBytes(long.lane);
	return lanes
		.filter(({ lane }) => isShort(lane.planned.transport) && totalBytes(lane) < bytes)
		.map(({ lane, at }) => ({
			kind: 'polling-gathers' as const,
			lane: at,
			bytes: totalBytes(lane),
			requests: lane.requests,
			other: long.at,
			otherBytes: bytes,
			otherRequests: long.lane.requests
		}));
}

/** Short polling against the cheapest lane that keeps a connection for what is to come. */
function findCost(result: RaceResult): readonly Finding[] {
	const lanes = wholeLanes(result);
	const other = cheapest(lanes.filter(({ lane }) => !isShort(lane.planned.transport)));
	if (!other) return [];
	return lanes
		.filter(({ lane }) => isShort(lane.planned.transport))
		.flatMap((polling) => compareCost(result, polling, other));
}

function compareCost(
	{ times, clockError }: RaceResult,
	{ lane, at }: ComparedLane,
	other: ComparedLane
): readonly Finding[] {
	const common = {
		lane: at,
		bytes: totalBytes(lane),
		other: other.at,
		otherBytes: totalBytes(other.lane)
	};
	if (common.bytes === common.otherBytes) return [];
	if (common.bytes < common.otherBytes) {
		return [{ kind: 'polling-cheaper', ...common, ...latenessOf(lane, other.lane, clockError) }];
	}
	const time = times.connecting + times.running + times.draining;
	const question = priceQuestions(lane, common.otherBytes, time);
	return [{ kind: 'polling-dearer', ...common, question }];
}

/** @param bytes that may be spent @param time in which they may be, µs */
function priceQuestions(lane: LaneResult, bytes: number, time: number): QuestionPrice | null {
	const headsOfAll = lane.headUp + lane.headDown;
	if (lane.requests === 0 || headsOfAll === 0 || lane.unknownHeads > 0) return null;
	const heads = headsOfAll / lane.requests;
	const bodies = totalBytes(lane) - headsOfAll;
	const questions = (bytes - bodies) / heads;
	return { heads, bodies, breakEven: questions >= 1 ? time / questions : null };
}

/** How much later events came; only where that is more than the clock's error can be. */
function latenessOf(lane: LaneResult, other: LaneResult, clockError: number) {
	const delay = lane.delays?.p50 ?? null;
	const otherDelay = other.delays?.p50 ?? null;
	const isLater = delay !== null && otherDelay !== null && delay - otherDelay > 2 * clockError;
	return isLater ? { delay, otherDelay } : { delay: null, otherDelay: null };
}

function cheapest(lanes: readonly ComparedLane[]): ComparedLane | null {
	return [...lanes].sort((one, two) => totalBytes(one.lane) - totalBytes(two.lane))[0] ?? null;
}

function isShort(transport: string): boolean {
	return transport === 'short-polling';
}
