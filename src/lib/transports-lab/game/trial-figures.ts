/** What follows from the sums of a transport that was played over. */
import type { TrialSummary } from '#lib/state/transports-lab/game/game-trial.ts';

/** Bytes of TCP payload, both ways, key presses and all; null without a snapshot. */
export function bytesPerSnapshot({ up, down, snapshots }: TrialSummary): number | null {
	return snapshots === 0 ? null : (up + down) / snapshots;
}

/** In a second, over all the time on this transport; null where that is too short to say. */
export function perSecond(value: number, { seconds }: TrialSummary): number | null {
	return seconds < 1 ? null : value / seconds;
}
