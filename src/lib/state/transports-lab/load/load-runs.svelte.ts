/**
 * Load runs from this page: one transport at a time, one after the other, and what they measured.
 * The server allows one run at a time, since a process has one CPU clock.
 */
import type { LoadMessage, LoadResult } from '#lib/transports/measure/load-report.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { withLoadDefaults, type LoadRunsOptions } from './load-options.ts';
import { isLoadPlan, isSamePlan, orderOf, type LoadPlan } from './load-plan.ts';
import type { LoadFault, LoadFaultCode, LoadOutcome } from './load-stream.ts';

/** One that is over, with all that it measured. */
export interface KeptRun {
	/** Counts up from 1. */
	readonly id: number;
	/** ISO 8601. */
	readonly startedAt: string;
	readonly result: LoadResult;
}

export interface LoadProgress {
	readonly transport: Transport;
	/** Null: asked for, not answered yet. */
	readonly message: LoadMessage | null;
	/** ms of the page's clock at which this phase began. */
	readonly since: number;
}

export interface FailedRun {
	readonly transport: Transport;
	readonly fault: LoadFault;
}

const MOST_KEPT = 60;
/** A run that was cancelled takes the server a moment to end. */
const BUSY_TRIES = 6;
const BUSY_PAUSE = 300;
/** What holds for this transport, and not for those after it. */
const OF_ONE: ReadonlySet<LoadFaultCode> = new Set([
	'too-many-files',
	'not-connected',
	'child-ended',
	'fault'
]);

export class LoadRuns {
	readonly #options: Required<LoadRunsOptions>;
	#progress = $state.raw<LoadProgress | null>(null);
	#queue = $state.raw<readonly Transport[]>([]);
	#kept = $state.raw<readonly KeptRun[]>([]);
	#failed = $state.raw<readonly FailedRun[]>([]);
	#isCancelled = $state(false);
	#abort = new AbortController();
	#made = 0;
	#done: Promise<void> = Promise.resolve();

	constructor(options: LoadRunsOptions) {
		this.#options = withLoadDefaults(options);
	}

	get isRunning(): boolean {
		return this.#progress !== null;
	}

	/** Of the run that is on; null: none is. */
	get progress(): LoadProgress | null {
		return this.#progress;
	}

	/** Transports whose turn comes after the run that is on. */
	get queue(): readonly Transport[] {
		return this.#queue;
	}

	/** In the order in which they ended. */
	get kept(): readonly KeptRun[] {
		return this.#kept;
	}

	/** Of the last start: those that came to nothing. */
	get failed(): readonly FailedRun[] {
		return this.#failed;
	}

	/** The last start was cancelled before its end. */
	get isCancelled(): boolean {
		return this.#isCancelled;
	}

	/** ms since the phase that is on began. */
	get elapsed(): number {
		return this.#progress ? this.#options.now() - this.#progress.since : 0;
	}

	/** Newest run of a transport; null: there is none. */
	latest(transport: Transport): KeptRun | null {
		return this.#kept.findLast(({ result }) => result.order.transport === transport) ?? null;
	}

	/** Runs before this one that were asked for the same. */
	earlier({ id, result: { order } }: KeptRun): readonly KeptRun[] {
		return this.#kept.filter(
			(run) =>
				run.id < id &&
				run.result.order.transport === order.transport &&
				isSamePlan(run.result.order, order)
		);
	}

	/**
	 * Runs one transport after the other; resolves once all is over. Does nothing while one is on.
	 * @throws RangeError when the plan is out of bounds
	 */
	async start(plan: LoadPlan, transports: readonly Transport[]): Promise<void> {
		if (this.isRunning) return;
		if (!isLoadPlan(plan)) throw new RangeError('plan is out of bounds');
		this.#abort = new AbortController();
		this.#failed = [];
		this.#isCancelled = false;
		this.#queue = transports;
		this.#done = this.#runAll(plan).finally(() => {
			this.#progress = null;
			this.#queue = [];
		});
		await this.#done;
	}

	/** Ends the run that is on, and begins no further one; what is over stays. */
	async cancel(): Promise<void> {
		this.#abort.abort();
		await this.#done;
	}

	/** Forgets all runs that are over. */
	clear(): void {
		this.#kept = [];
		this.#failed = [];
		this.#isCancelled = false;
	}

	async #runAll(plan: LoadPlan): Promise<void> {
		for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
			this.#queue = this.#queue.slice(1);
			const outcome = await this.#runOne(plan, next);
			if (outcome.kind === 'cancelled') {
				this.#isCancelled = true;
				return;
			}
			if (outcome.kind !== 'fault') continue;
			this.#failed = [...this.#failed, { transport: next, fault: outcome.fault }];
			if (!OF_ONE.has(outcome.fault.code)) return;
		}
	}

	async #runOne(plan: LoadPlan, transport: Transport): Promise<LoadOutcome> {
		this.#progress = { transport, message: null, since: this.#options.now() };
		const startedAt = this.#options.date();
		const outcome = await this.#follow(plan, transport);
		if (outcome.kind === 'done') {
			const run = { id: ++this.#made, startedAt, result: outcome.result };
			this.#kept = [...this.#kept, run].slice(-MOST_KEPT);
		}
		return outcome;
	}

	async #follow(plan: LoadPlan, transport: Transport): Promise<LoadOutcome> {
		const { followLoad } = await import('./load-stream.ts');
		const { signal } = this.#abort;
		const { origin, fetch } = this.#options;
		const onmessage = (message: LoadMessage) => this.#report(transport, message);
		for (let tries = 1; ; tries++) {
			if (signal.aborted) return { kind: 'cancelled' };
			const options = { origin, fetch, signal, onmessage };
			const outcome = await followLoad(orderOf(plan, transport), options);
			const isBusy = outcome.kind === 'fault' && outcome.fault.code === 'busy';
			if (!isBusy || tries === BUSY_TRIES) return outcome;
			await this.#options.pause(BUSY_PAUSE, signal);
		}
	}

	#report(transport: Transport, message: LoadMessage): void {
		const before = this.#progress;
		const isSame = before?.message?.phase === message.phase;
		const since = before && isSame ? before.since : this.#options.now();
		this.#progress = { transport, message, since };
	}
}
