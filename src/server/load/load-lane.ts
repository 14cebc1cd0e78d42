/** A lane of nobody: a log and its settings, without a session, a tap or a recording. */
import type { LaneSettings, Transport } from '#lib/transports/transport.ts';
import type { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';

export class LoadLane implements Lane {
	readonly number = 0;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	readonly isEnded = false;
	#onAsked: (() => void) | null;

	/** @param onAsked called with its client's first request */
	constructor(log: EventLog, transport: Transport, onAsked: () => void) {
		this.log = log;
		this.#onAsked = onAsked;
		this.settings = { transport, delay: 0, jitter: 0, compression: false };
	}

	receive(): boolean {
		return false;
	}

	observe(): void {
		this.#onAsked?.();
		this.#onAsked = null;
	}

	dropped(): void {
		// What is missing at the end is counted by the clients.
	}

	/** It never ends: its listener is closed. */
	onEnd(): () => void {
		return () => undefined;
	}
}
