/** What a race says of polling, for and against it. */
import { ownLanes, wholeLanes, type ComparedLane } from './compared-lanes.ts';
import type { Finding } from './finding.ts';
import { overheadBytes, totalBytes } from './overhead.ts';
import type { RaceResult } from './race-result.ts';

export function findPollingFindings(result: RaceResult): readonly Finding[] {
	return [...findEmptyAnswers(result), ...findCost(result)];
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
	{ times }: RaceResult,
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
		const delay = lane.delays?.p50 ?? null;
		const otherDelay = other.lane.delays?.p50 ?? null;
		return [{ kind: 'polling-cheaper', ...common, delay, otherDelay }];
	}
	const question = overheadBytes(lane) / Math.max(1, lane.requests);
	const questions = overheadBytes(other.lane) / question;
	const time = times.connecting + times.running + times.draining;
	const breakEven = question > 0 && questions > 0 ? time / questions : null;
	return [{ kind: 'polling-dearer', ...common, question, breakEven }];
}

function cheapest(lanes: readonly ComparedLane[]): ComparedLane | null {
	return [...lanes].sort((one, two) => totalBytes(one.lane) - totalBytes(two.lane))[0] ?? null;
}

function isShort(transport: string): boolean {
	return transport === 'short-polling';
}
