/** What a race says of delays; nothing that the clock's error could have made. */
import { hasSameWay, ownLanes, type ComparedLane } from './compared-lanes.ts';
import type { Finding } from './finding.ts';
import type { LaneResult, RaceResult } from './race-result.ts';

/** Fewer delays than this have no median worth a sentence. */
const ENOUGH = 5;

export function findDelayFindings(result: RaceResult): readonly Finding[] {
	const lanes = ownLanes(result).filter(({ lane }) => (lane.delays?.count ?? 0) >= ENOUGH);
	if (lanes.length === 0) return [];
	return [
		...findPollingDelay(lanes, result.clockError),
		...findLongPolling(lanes, result.clockError),
		{ kind: 'clock', error: result.clockError }
	];
}

function findPollingDelay(lanes: readonly ComparedLane[], error: number): readonly Finding[] {
	return lanes.flatMap(({ lane, at }) => {
		const { transport, client } = lane.planned;
		const delay = median(lane);
		if (transport !== 'short-polling' || delay <= error) return [];
		const interval = client.interval * 1000;
		return [{ kind: 'polling-delay' as const, lane: at, delay, interval }];
	});
}

/** Each of the two medians may be wrong by the whole error. */
function findLongPolling(lanes: readonly ComparedLane[], error: number): readonly Finding[] {
	const margin = 2 * error;
	return lanes.flatMap((long) => {
		if (long.lane.planned.transport !== 'long-polling') return [];
		const other = lanes.find(({ lane }) => isPushed(lane) && hasSameWay(lane, long.lane));
		if (!other) return [];
		const [delay, otherDelay] = [median(long.lane), median(other.lane)];
		const later = delay - otherDelay;
		const verdict = Math.abs(later) <= margin ? 'same' : later > 0 ? 'slower' : 'quicker';
		return [
			{
				kind: 'long-polling-delay' as const,
				lane: long.at,
				delay,
				other: other.at,
				otherDelay,
				margin,
				verdict
			}
		];
	});
}

function isPushed({ planned: { transport } }: LaneResult): boolean {
	return transport === 'websocket' || transport === 'server-sent-events';
}

function median({ delays }: LaneResult): number {
	return delays?.p50 ?? 0;
}
