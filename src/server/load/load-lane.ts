/** A lane of nobody: a log and its settings, without a session, a tap or a recording. */
import type { LaneSettings, Transport } from '#lib/transports/transport.ts';
import type { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';

export class LoadLane implements Lane {
	readonly number = 0;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	readonly isEnded = false;

	constructor(log: EventLog, transport: Transport) {
		this.log = log;
		this.settings = { transport, delay: 0, jitter: 0, compression: false };
	}

	receive(): boolean {
		return false;
	}

	observe(): void {
		// Nobody looks.
	}

	dropped(): void {
		// What is missing at the end is counted by the clients.
	}

	/** It never ends: its listener is closed. */
	onEnd(): () => void {
		return () => undefined;
	}
}
