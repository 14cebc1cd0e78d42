/** A lane without a session: a log, what its client sent, and why the server let go of it. */
import type { DropReason } from '#lib/transports/lane-told.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import type { EventLog } from '#server/streams/event-log.ts';
import type { Lane } from '#server/streams/lane.ts';

export class BareLane implements Lane {
	readonly number: number;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	/** Messages of its client. */
	readonly received: string[] = [];
	readonly drops: DropReason[] = [];
	readonly #listeners = new Set<() => void>();
	#isEnded = false;

	constructor(number: number, settings: LaneSettings, log: EventLog) {
		this.number = number;
		this.settings = settings;
		this.log = log;
	}

	get isEnded(): boolean {
		return this.#isEnded;
	}

	receive(message: string): boolean {
		if (this.#isEnded) return false;
		this.received.push(message);
		return true;
	}

	observe(): void {
		// Nobody looks at a bare lane's bytes.
	}

	dropped(reason: DropReason): void {
		this.drops.push(reason);
	}

	onEnd(listener: () => void): () => void {
		if (this.#isEnded) listener();
		else this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	end(): void {
		this.#isEnded = true;
		for (const listener of [...this.#listeners]) listener();
		this.#listeners.clear();
	}
}
