/** In one word, what two recordings show of a way. */
import type { WayEvidence } from './evidence.ts';

export type WayVerdict =
	'waiting' | 'forwarded' | 'cut' | 'refused' | 'tunnel-refused' | 'opened' | 'silent';

/** @param isRunning more is to come */
export function wayVerdict(evidence: WayEvidence, isRunning: boolean): WayVerdict {
	const { tunnel, status, forwarded, isCut } = evidence;
	if (isCut) return 'cut';
	if (isRunning) return 'waiting';
	if (tunnel !== null && (tunnel < 200 || tunnel > 299)) return 'tunnel-refused';
	if (status === null) return 'silent';
	if (status !== 101) return 'refused';
	return isForwarded({ forwarded }) ? 'forwarded' : 'opened';
}

/** Data went through in both directions: the way carries a WebSocket. */
export function isForwarded({ forwarded }: Pick<WayEvidence, 'forwarded'>): boolean {
	return forwarded.client > 0 && forwarded.server > 0;
}
