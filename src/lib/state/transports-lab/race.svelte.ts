/**
 * A race: one stream of events over several lanes at once, from this page.
 *
 * Opens the stream, connects a client for each lane, starts the source once all are connected,
 * follows until it ends and what was on the way has arrived, and freezes the result.
 */
import type { LaneBook } from '#lib/transports/measure/lane-book.ts';
import type { RacePlan } from '#lib/transports/measure/race-plan.ts';
import type { RaceResult } from '#lib/transports/measure/race-result.ts';
import type { LabSession } from '../session/lab-session.svelte.ts';
import type { LaneRun } from './lane-run.svelte.ts';

export type { LaneRun } from './lane-run.svelte.ts';

/** `idle`: never begun; `finished`: there is a result, or a trouble that says why there is none. */
export type RacePhase =
	'idle' | 'opening' | 'connecting' | 'running' | 'draining' | 'closing' | 'finished';

export interface RaceOptions {
	readonly session: LabSession;
	/** `http://host:port` of the lab server. */
	readonly origin: string;
}

export class Race {
	readonly #options: RaceOptions;
	#plan = $state.raw<RacePlan | null>(null);
	#phase = $state<RacePhase>('idle');
	#lanes = $state.raw<readonly LaneRun[]>([]);
	#book = $state.raw<LaneBook | null>(null);
	#result = $state.raw<RaceResult | null>(null);
	#trouble = $state.raw<string | null>(null);
	#version = $state(0);

	constructor(options: RaceOptions) {
		this.#options = options;
	}

	/** As carried out last; null before the first. */
	get plan(): RacePlan | null {
		return this.#plan;
	}

	get phase(): RacePhase {
		return this.#phase;
	}

	get isRunning(): boolean {
		return this.#phase !== 'idle' && this.#phase !== 'finished';
	}

	/** The page's own lanes first, in the plan's order, then those of other tabs. */
	get lanes(): readonly LaneRun[] {
		return this.#lanes;
	}

	/** Null before the first race. */
	get book(): LaneBook | null {
		return this.#book;
	}

	/** µs since the lanes began to connect, up to the end of the race. */
	get time(): number {
		void this.#version;
		return 0;
	}

	/** µs since the lanes began to connect at which the source began; null: not yet. */
	get sourceStart(): number | null {
		void this.#version;
		return null;
	}

	/** Events that the source has made, as the server told. */
	get emitted(): number {
		void this.#version;
		return this.#book?.emitted.count ?? 0;
	}

	/** µs: half width of the clock's error, at worst so far; every delay may be wrong by as much. */
	get clockError(): number {
		void this.#version;
		return 0;
	}

	/** Grows at most once a frame while the race is on. */
	get version(): number {
		return this.#version;
	}

	/** Frozen; null while it is on. */
	get result(): RaceResult | null {
		return this.#result;
	}

	/** Why it did not begin, or ended early: an error code of the channel, or `session-lost`. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/**
	 * Carries out a plan; resolves once all is over. Does nothing while one is on.
	 * @throws RangeError when the plan is out of bounds
	 */
	async start(plan: RacePlan): Promise<void> {
		this.#plan = plan;
		await Promise.resolve(this.#options);
	}

	/** Ends the source now: what is on the way still arrives, and there is a result. */
	stop(): Promise<void> {
		return Promise.resolve();
	}

	/** Ends everything at once; there is no result. */
	cancel(): Promise<void> {
		return Promise.resolve();
	}

	/** Nobody looks any more. */
	dispose(): Promise<void> {
		return this.cancel();
	}
}
