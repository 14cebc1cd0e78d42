/** Who may follow which stream, as the transports ask for it: the lanes of sessions, or a bench's. */
import type { Lane } from '../streams/lane.ts';

export interface Subscribers {
	/** Null for a key that is unknown, or whose lane has ended. */
	find(key: string): Lane | null;
	/** False where no lane has delay or jitter; where it is left out, one may have. */
	readonly haveConditions?: boolean;
}
