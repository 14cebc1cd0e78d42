/** One transport that the game was played over, with what can be set for it: its lane and its meter. */
import { GameMeter, type MeterSummary } from '#lib/transports/game/game-meter.ts';
import type { LaneBook } from '#lib/transports/measure/lane-book.ts';
import { plainLane } from '#lib/transports/measure/race-plan.ts';
import type { ClientSettings, Transport } from '#lib/transports/transport.ts';
import { LaneRun } from '../race/lane-run.svelte.ts';
import type { RaceClock } from '../race/race-clock.ts';

export interface GameSettings {
	readonly transport: Transport;
	readonly client: ClientSettings;
}

/** Numbers over the last moments; null: not known yet. */
export interface TrialRates {
	/** In a second. */
	readonly snapshots: number;
	readonly up: number;
	readonly down: number;
	readonly requests: number;
}

/** What is kept of a transport that was tried. */
export interface TrialSummary extends MeterSummary, GameSettings {
	readonly key: string;
	/** Seconds on this transport, so far. */
	readonly seconds: number;
	readonly up: number;
	readonly down: number;
	readonly requests: number;
}

interface Sample extends TrialRates {
	readonly t: number;
}

/** µs over which rates are taken. */
const WINDOW = 3_000_000;

export interface GameTrialOptions {
	readonly lane: number;
	readonly index: number;
	readonly settings: GameSettings;
	readonly book: LaneBook;
	readonly clock: RaceClock;
}

export class GameTrial {
	readonly key: string;
	readonly settings: GameSettings;
	readonly run: LaneRun;
	readonly meter: GameMeter;
	readonly #clock: RaceClock;
	#samples: Sample[] = [];
	#since: number | null = null;
	#before = 0;

	constructor({ lane, index, settings, book, clock }: GameTrialOptions) {
		const { transport, client } = settings;
		this.key = trialKey(settings);
		this.settings = settings;
		this.meter = new GameMeter(book.emitted);
		this.#clock = clock;
		const placed = { planned: plainLane(transport, { client }), index, tab: 0 };
		this.run = new LaneRun({ lane, placed, book, clock, onchange: () => undefined });
	}

	/** It carries the game from now on. */
	begin(): void {
		this.#since = this.#clock.now();
		this.#samples = [];
	}

	pause(): void {
		if (this.#since !== null) this.#before += this.#clock.now() - this.#since;
		this.#since = null;
		this.meter.pause();
	}

	/** To be called a few times a second while it carries the game. */
	sample(): void {
		const t = this.#clock.now();
		const { up, down, requests } = this.run.totals;
		this.#samples.push({ t, up, down, requests, snapshots: this.meter.snapshots });
		const first = this.#samples.findIndex((sample) => sample.t >= t - WINDOW);
		if (first > 0) this.#samples.splice(0, first);
	}

	/** Over the last three seconds; null where there has been less than one. */
	get rates(): TrialRates | null {
		const [first, last] = [this.#samples[0], this.#samples.at(-1)];
		if (!first || !last || last.t - first.t < 900_000) return null;
		const rate = (name: keyof TrialRates): number =>
			((last[name] - first[name]) * 1_000_000) / (last.t - first.t);
		return {
			snapshots: rate('snapshots'),
			up: rate('up'),
			down: rate('down'),
			requests: rate('requests')
		};
	}

	get summary(): TrialSummary {
		const { up, down, requests } = this.run.totals;
		const now = this.#since === null ? 0 : this.#clock.now() - this.#since;
		return {
			...this.meter.summary,
			...this.settings,
			key: this.key,
			seconds: (this.#before + now) / 1_000_000,
			up,
			down,
			requests
		};
	}
}

/** The same for what differs only in what this transport does not use. */
export function trialKey({ transport, client }: GameSettings): string {
	if (transport === 'short-polling') {
		return `${transport} ${client.interval}${client.usesEtag ? ' etag' : ''}`;
	}
	return transport === 'long-polling' ? `${transport} ${client.hold}` : transport;
}
