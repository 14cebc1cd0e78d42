/** What a race says of events: which came, which did not, which came twice; and who had to wait. */
import { ownLanes } from './compared-lanes.ts';
import type { Finding } from './finding.ts';
import { BROWSER_CONNECTIONS } from './queue-watch.ts';
import type { RaceResult } from './race-result.ts';

export function findDeliveryFindings(result: RaceResult): readonly Finding[] {
	return [...findQueue(result), ...findLosses(result), ...findRepeats(result)];
}

function findQueue({ lanes, mostHeld }: RaceResult): readonly Finding[] {
	const never = lanes.filter(({ requests }) => requests === 0).length;
	const waited = lanes.reduce((sum, { queued }) => sum + queued.requests, 0);
	const longest = Math.max(0, ...lanes.map(({ queued }) => queued.longest));
	const isFull = mostHeld >= BROWSER_CONNECTIONS;
	if (!isFull || never + waited === 0) return [];
	return [{ kind: 'six-connections', held: mostHeld, waited, longest, never }];
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
