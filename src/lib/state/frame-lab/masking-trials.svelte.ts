/**
 * One payload sent in several ways, one connection after another.
 */
import type { Run } from '#lib/runs/run.ts';
import type { LabSession } from '../session/lab-session.svelte.ts';
import { RawTrial } from './raw-trial.svelte.ts';

export class MaskingTrials<Way extends string> {
	readonly ways: readonly Way[];
	readonly #trials: readonly RawTrial[];
	#isOn = $state(false);
	#isCancelled = false;

	constructor(session: LabSession, ways: readonly Way[]) {
		this.ways = ways;
		this.#trials = ways.map(() => new RawTrial(session));
	}

	get isRunning(): boolean {
		return this.#isOn;
	}

	/** Whether anything of the last round is on the wire. */
	get hasResults(): boolean {
		return this.ways.some((way) => this.of(way).capture !== null);
	}

	/** Why the last round did not begin; null: it did. */
	get trouble(): string | null {
		return this.ways.map((way) => this.of(way).trouble).find((code) => code !== null) ?? null;
	}

	of(way: Way): RawTrial {
		const trial = this.#trials[this.ways.indexOf(way)];
		if (!trial) throw new RangeError(`way must be one of ${this.ways.join(', ')}`);
		return trial;
	}

	/** Sends all of them; stops at the first that cannot begin. */
	async send(runOf: (way: Way) => Run, pageUrl: URL): Promise<void> {
		if (this.#isOn) return;
		this.#isOn = true;
		this.#isCancelled = false;
		try {
			for (const way of this.ways) {
				if (this.#isCancelled) break;
				const trial = this.of(way);
				await trial.start(runOf(way), pageUrl);
				if (trial.trouble) break;
			}
		} finally {
			this.#isOn = false;
		}
	}

	async cancel(): Promise<void> {
		this.#isCancelled = true;
		await Promise.all(this.ways.map((way) => this.of(way).cancel()));
	}

	async dispose(): Promise<void> {
		this.#isCancelled = true;
		await Promise.all(this.ways.map((way) => this.of(way).dispose()));
	}
}
