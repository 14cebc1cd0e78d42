/** The standard comparison: its fixed runs, one after another, each a race of its own. */
import type { ComparedRun } from '#lib/transports/measure/comparison-file.ts';
import type { RaceResult } from '#lib/transports/measure/race-result.ts';
import {
	STANDARD_PLAN,
	type PlannedRun,
	type StandardRun
} from '#lib/transports/measure/standard-plan.ts';
import { Race, type RaceOptions } from './race.svelte.ts';

export interface StandardComparisonOptions extends RaceOptions {
	/** What is run; the standard plan by default. */
	readonly plan?: readonly PlannedRun[];
}

export class StandardComparison {
	/** The race of the run that is on, or was on last. */
	readonly race: Race;
	readonly plan: readonly PlannedRun[];
	#results = $state.raw<Readonly<Partial<Record<StandardRun, RaceResult>>>>({});
	#current = $state.raw<StandardRun | null>(null);
	#trouble = $state.raw<string | null>(null);
	#isCancelled = false;
	#done: Promise<void> = Promise.resolve();

	constructor({ plan = STANDARD_PLAN, ...options }: StandardComparisonOptions) {
		this.plan = plan;
		this.race = new Race(options);
	}

	get isRunning(): boolean {
		return this.#current !== null;
	}

	/** The run that is on; null: none is. */
	get current(): StandardRun | null {
		return this.#current;
	}

	/** Runs that are done, in the plan's order. */
	get runs(): readonly ComparedRun[] {
		return this.plan.flatMap(({ id }) => {
			const result = this.#results[id];
			return result ? [{ id, result }] : [];
		});
	}

	resultOf(id: StandardRun): RaceResult | null {
		return this.#results[id] ?? null;
	}

	get isComplete(): boolean {
		return this.runs.length === this.plan.length;
	}

	/** Why it ended early: an error code of the channel, or `session-lost`; null: it did not. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** Share of the runs that is done, between 0 and 1. */
	get progress(): number {
		return this.runs.length / Math.max(1, this.plan.length);
	}

	/** Begins anew; resolves once all is over. Does nothing while it is on. */
	async start(): Promise<void> {
		if (this.isRunning) return;
		this.#isCancelled = false;
		this.#trouble = null;
		this.#results = {};
		this.#done = this.#runAll().finally(() => (this.#current = null));
		await this.#done;
	}

	/** Ends the run that is on, and begins no further one; what is done stays. */
	async cancel(): Promise<void> {
		this.#isCancelled = true;
		await this.race.cancel();
		await this.#done;
	}

	/** Shows what was saved before. Does nothing while a comparison is on. */
	show(runs: readonly ComparedRun[]): void {
		if (this.isRunning) return;
		this.#trouble = null;
		this.#results = Object.fromEntries(runs.map(({ id, result }) => [id, result]));
	}

	/** Nobody looks any more. */
	async dispose(): Promise<void> {
		this.#isCancelled = true;
		await this.race.dispose();
	}

	async #runAll(): Promise<void> {
		for (const { id, plan } of this.plan) {
			if (this.#isCancelled) return;
			this.#current = id;
			await this.race.start(plan);
			const { result, trouble } = this.race;
			if (result) this.#results = { ...this.#results, [id]: result };
			this.#trouble = trouble;
			if (trouble !== null) return;
		}
	}
}
