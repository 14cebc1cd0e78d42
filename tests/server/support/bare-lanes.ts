/** Lanes without sessions: each a log and what was said to it, found by a key of the test's. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DropReason } from '#lib/transports/lane-told.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import { EventLog } from '#server/streams/event-log.ts';
import type { Lane } from '#server/streams/lane.ts';
import type { Subscribers } from '#server/transports/subscribers.ts';

const SETTINGS: LaneSettings = {
	transport: 'short-polling',
	delay: 0,
	jitter: 0,
	compression: false
};

export class BareLane implements Lane {
	readonly number: number;
	readonly settings: LaneSettings;
	readonly log: EventLog;
	readonly received: string[] = [];
	readonly drops: DropReason[] = [];
	/** Request lines of what was to be recorded. */
	readonly observed: string[] = [];
	isEnded = false;
	/** Whether it takes messages. */
	takes = true;
	readonly #listeners = new Set<() => void>();

	constructor(number: number, log: EventLog, settings: Partial<LaneSettings> = {}) {
		this.number = number;
		this.log = log;
		this.settings = { ...SETTINGS, ...settings };
	}

	receive(message: string): boolean {
		if (this.takes) this.received.push(message);
		return this.takes;
	}

	observe(request: IncomingMessage, response: ServerResponse | null): void {
		this.observed.push(`${request.method} ${response === null ? 'upgrade' : 'request'}`);
	}

	dropped(reason: DropReason): void {
		this.drops.push(reason);
	}

	onEnd(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** How many wait for its end. */
	get listeners(): number {
		return this.#listeners.size;
	}

	end(): void {
		this.isEnded = true;
		for (const listener of [...this.#listeners]) listener();
	}
}

export class BareLanes implements Subscribers {
	readonly #lanes = new Map<string, BareLane>();

	/** A lane of a log (its own where none is given), found by `key`. */
	add(key: string, settings: Partial<LaneSettings> = {}, log = new EventLog()): BareLane {
		const lane = new BareLane(this.#lanes.size + 1, log, settings);
		this.#lanes.set(key, lane);
		return lane;
	}

	find(key: string): BareLane | null {
		return this.#lanes.get(key) ?? null;
	}
}
