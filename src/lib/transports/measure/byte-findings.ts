/** What a race says of bytes. */
import { extremes, hasSameWay, wholeLanes, type ComparedLane } from './compared-lanes.ts';
import type { Finding } from './finding.ts';
import { totalBytes } from './overhead.ts';
import type { LaneResult, RaceResult } from './race-result.ts';

/** Shares below this are not worth a sentence. */
const WORTH_TELLING = 0.2;

export function findByteFindings(result: RaceResult): readonly Finding[] {
	const lanes = wholeLanes(result);
	return [
		...findExtremes(result, lanes),
		...findHeads(lanes),
		...findOpening(lanes),
		...findEnvelope(result, lanes),
		...findCompression(lanes)
	];
}

function findExtremes(result: RaceResult, lanes: readonly ComparedLane[]): readonly Finding[] {
	const found = extremes(lanes, totalBytes);
	if (!found) return [];
	const { count } = result.emitted;
	const { least, most } = found;
	const each = count === 0 ? 1 : count;
	const common = {
		least: least.at,
		leastBytes: totalBytes(least.lane) / each,
		most: most.at,
		mostBytes: totalBytes(most.lane) / each
	};
	if (count > 0) return [{ kind: 'bytes-per-event', ...common }];
	const { connecting, running, draining } = result.times;
	return [{ kind: 'silence', ...common, time: connecting + running + draining }];
}

function findHeads(lanes: readonly ComparedLane[]): readonly Finding[] {
	const known = lanes.filter(({ lane }) => lane.unknownHeads === 0 && totalBytes(lane) > 0);
	const share = (lane: LaneResult): number => (lane.headUp + lane.headDown) / totalBytes(lane);
	const most = [...known].sort((one, other) => share(other.lane) - share(one.lane))[0];
	if (!most || share(most.lane) < WORTH_TELLING) return [];
	const { headUp, headDown } = most.lane;
	const bytes = totalBytes(most.lane);
	return [{ kind: 'heads', lane: most.at, heads: headUp + headDown, bytes }];
}

/** Of the lanes that connect once and stay: for polling, the opening is nothing of its own. */
function findOpening(lanes: readonly ComparedLane[]): readonly Finding[] {
	const staying = lanes.filter(({ lane }) => isStaying(lane) && totalBytes(lane) > 0);
	const share = ({ opening, ...lane }: LaneResult): number =>
		totalBytes(opening) / totalBytes(lane);
	const most = [...staying].sort((one, other) => share(other.lane) - share(one.lane))[0];
	if (!most || share(most.lane) < WORTH_TELLING) return [];
	const { lane, at } = most;
	const opening = totalBytes(lane.opening);
	return [{ kind: 'opening', lane: at, opening, bytes: totalBytes(lane) }];
}

function isStaying({ planned: { transport } }: LaneResult): boolean {
	return transport !== 'short-polling' && transport !== 'long-polling';
}

function findEnvelope({ emitted }: RaceResult, lanes: readonly ComparedLane[]): readonly Finding[] {
	const socketIo = lanes.find(({ lane }) => lane.planned.transport === 'socket-io');
	const plain = lanes.find(
		({ lane }) =>
			lane.planned.transport === 'websocket' &&
			lane.planned.compression === socketIo?.lane.planned.compression
	);
	if (!socketIo || !plain || emitted.count === 0) return [];
	const afterOpening = ({ opening, ...lane }: LaneResult): number =>
		(totalBytes(lane) - totalBytes(opening)) / emitted.count;
	return [
		{
			kind: 'envelope',
			lane: socketIo.at,
			other: plain.at,
			opening: totalBytes(socketIo.lane.opening),
			otherOpening: totalBytes(plain.lane.opening),
			perEvent: afterOpening(socketIo.lane),
			otherPerEvent: afterOpening(plain.lane)
		}
	];
}

/** Pairs that differ in nothing else. */
function findCompression(lanes: readonly ComparedLane[]): readonly Finding[] {
	return lanes.flatMap(({ lane, at }) => {
		if (!lane.planned.compression) return [];
		const plain = lanes.find((other) => isPlainTwin(lane, other.lane));
		if (!plain || totalBytes(plain.lane) === 0) return [];
		return [
			{
				kind: 'compression' as const,
				lane: at,
				bytes: totalBytes(lane),
				other: plain.at,
				otherBytes: totalBytes(plain.lane)
			}
		];
	});
}

function isPlainTwin({ planned }: LaneResult, other: LaneResult): boolean {
	const { transport, compression, client } = other.planned;
	return (
		transport === planned.transport &&
		!compression &&
		hasSameWay(other, { ...other, planned }) &&
		client.interval === planned.client.interval &&
		client.hold === planned.client.hold &&
		client.usesEtag === planned.client.usesEtag
	);
}
