/** What a race says of events: which came, which did not, which came twice; and who had to wait. */
import { ownLanes } from './compared-lanes.ts';
import type { Finding } from './finding.ts';
import { BROWSER_CONNECTIONS, showsLimit } from './queue-watch.ts';
import type { LaneResult, RaceResult } from './race-result.ts';

export function findDeliveryFindings(result: RaceResult): readonly Finding[] {
	return [
		...findQueue(result),
		...findLateCode(result),
		...findLosses(result),
		...findRepeats(result)
	];
}

/** The limit is that of all tabs: what waited tells of it, also where this race held fewer. */
function findQueue({ lanes, mostHeld, clockError }: RaceResult): readonly Finding[] {
	const isOwn = mostHeld >= BROWSER_CONNECTIONS;
	const never = lanes.filter((lane) => hasWaitedInVain(lane, isOwn)).length;
	const unsent = lanes.reduce((sum, { queued }) => sum + queued.unsent, 0);
	const waited = lanes.reduce((sum, { queued }) => sum + queued.requests, unsent);
	const longest = Math.max(0, ...lanes.map(({ queued }) => queued.longest));
	if (!showsLimit(longest, mostHeld, clockError) && !(isOwn && never > 0)) return [];
	return [{ kind: 'six-connections', isOwn, held: mostHeld, waited, unsent, longest, never }];
}

/** Never connected for want of a connection: a WebSocket needs none of the six. */
function hasWaitedInVain(lane: LaneResult, isOwn: boolean): boolean {
	const { planned, requests, code, queued } = lane;
	if (requests > 0 || planned.transport === 'websocket' || code !== 'there') return false;
	return isOwn || queued.unsent > 0;
}

function findLateCode(result: RaceResult): readonly Finding[] {
	return ownLanes(result).flatMap(({ lane: { code }, at }) =>
		code === 'there' ? [] : [{ kind: 'late-code' as const, lane: at, code }]
	);
}

function findLosses(result: RaceResult): readonly Finding[] {
	const events = result.emitted.count;
	const lanes = ownLanes(result);
	if (events === 0) return [];
	const losses = lanes.flatMap(({ lane: { missing, skipped }, at }) =>
		missing + skipped > 0 ? [{ kind: 'lost' as const, lane: at, missing, skipped, events }] : []
	);
	return losses.length > 0 ? losses : [{ kind: 'all-delivered', events, lanes: lanes.length }];
}

function findRepeats(result: RaceResult): readonly Finding[] {
	return ownLanes(result).flatMap(({ lane: { duplicates, drops }, at }) => [
		...(duplicates > 0 ? [{ kind: 'duplicated' as const, lane: at, duplicates }] : []),
		...(drops.length > 0 ? [{ kind: 'dropped' as const, lane: at, times: drops.length }] : [])
	]);
}
