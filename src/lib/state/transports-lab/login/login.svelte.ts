/** Log-ins by QR code that this page has waited for, one at a time; kept, so that they can be compared. */
import type { LoginResult } from '#lib/transports/login/login-result.ts';
import { DEFAULT_CLIENT, plainLane, type PlannedLane } from '#lib/transports/measure/race-plan.ts';
import type { LaneRun } from '../race/lane-run.svelte.ts';
import type { LaneSource } from '../lane/lane-source.ts';
import { LoginAttempt } from './login-attempt.svelte.ts';
import { withDefaults, type RaceOptions } from '../race/race-options.ts';

/** Attempts that are kept with their bytes. */
const MOST = 24;

/** Slow enough to be felt. */
const FIRST = plainLane('short-polling', { client: { ...DEFAULT_CLIENT, interval: 2000 } });

export class QrLogin implements LaneSource {
	/** How the next one is waited for. */
	planned = $state.raw<PlannedLane>(FIRST);
	readonly #surroundings: Required<RaceOptions>;
	#attempts = $state.raw<readonly LoginAttempt[]>([]);
	#count = 0;
	#isDisposed = false;

	constructor(options: RaceOptions) {
		this.#surroundings = withDefaults(options);
	}

	/** Oldest first. */
	get attempts(): readonly LoginAttempt[] {
		return this.#attempts;
	}

	/** The newest; null before the first. */
	get current(): LoginAttempt | null {
		return this.#attempts.at(-1) ?? null;
	}

	/** Those that are over and counted, oldest first. */
	get results(): readonly LoginResult[] {
		return this.#attempts.flatMap(({ result }) => (result ? [result] : []));
	}

	get isRunning(): boolean {
		return this.current?.isWaiting ?? false;
	}

	/** Lanes of all attempts, for who looks inside. */
	get lanes(): readonly LaneRun[] {
		return this.#attempts.flatMap(({ run }) => (run ? [run] : []));
	}

	/** A new code, waited for as planned; the one before is let go. Resolves once it is over. */
	async start(): Promise<void> {
		if (this.#isDisposed) return;
		this.current?.stop();
		const attempt = new LoginAttempt({
			number: ++this.#count,
			planned: this.planned,
			surroundings: this.#surroundings
		});
		this.#attempts = [...this.#attempts, attempt].slice(-MOST);
		await attempt.carryOut();
	}

	/** Waits no more; the code dies. */
	stop(): void {
		this.current?.stop();
	}

	/** Forgets what is over. */
	clear(): void {
		this.#attempts = this.#attempts.filter(({ isWaiting }) => isWaiting);
	}

	/** Nobody looks any more. */
	dispose(): void {
		this.#isDisposed = true;
		this.stop();
	}
}
