/** What a lane's bytes were spent on. All in bytes of TCP payload, counted. */

interface Spent {
	readonly up: number;
	readonly down: number;
	readonly delivered: number;
	readonly deliveredBytes: number;
	readonly receivedBytes: number;
}

/** Both ways. */
export function totalBytes({ up, down }: Pick<Spent, 'up' | 'down'>): number {
	return up + down;
}

/**
 * What is not the data of delivered events or of messages that arrived: heads, framing, empty
 * answers, keep-alives. Below 0 where compression saved more than all that.
 */
export function overheadBytes(lane: Spent): number {
	return totalBytes(lane) - lane.deliveredBytes - lane.receivedBytes;
}

/** All bytes for each delivered event; null where none was delivered. */
export function bytesPerEvent(lane: Spent): number | null {
	return lane.delivered === 0 ? null : totalBytes(lane) / lane.delivered;
}

/** Overhead for each delivered event; null where none was delivered. */
export function overheadPerEvent(lane: Spent): number | null {
	return lane.delivered === 0 ? null : overheadBytes(lane) / lane.delivered;
}
