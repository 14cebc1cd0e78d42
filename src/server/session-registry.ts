/** Every session of this server: found by its token, and its observed connections by their tickets. */
import { CHANNEL_LIMITS, type ChannelLimits } from './channel-limits.ts';
import type { Observation } from './recording-sink.ts';

/** What exists now; bytes held wait for a page's acknowledgement. */
export interface RegistryCounts {
	readonly sessions: number;
	readonly connections: number;
	readonly tickets: number;
	readonly heldBytes: number;
	/** Ever recorded by this server. */
	readonly recordedBytes: number;
}

export class SessionRegistry {
	readonly limits: ChannelLimits;

	constructor(limits: Partial<ChannelLimits> = {}) {
		this.limits = { ...CHANNEL_LIMITS, ...limits };
	}

	get counts(): RegistryCounts {
		return { sessions: 0, connections: 0, tickets: 0, heldBytes: 0, recordedBytes: 0 };
	}

	/** Uses up a ticket; null for one that is unknown, used or expired. */
	redeem(_ticket: string): Observation | null {
		return null;
	}

	/** Ends every session. */
	close(): void {
		return;
	}
}
