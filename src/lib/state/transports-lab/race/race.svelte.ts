/**
 * A race: one stream of events over several lanes at once, from this page.
 *
 * Opens the stream, connects a client for each lane, starts the source once all are connected,
 * follows until it ends and what was on the way has arrived, and freezes the result.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { freezeRace } from '#lib/transports/measure/freeze-race.ts';
import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import {
	findPlanFault,
	placeLanes,
	settingsOf,
	type RacePlan
} from '#lib/transports/measure/race-plan.ts';
import type { RaceResult } from '#lib/transports/measure/race-result.ts';
import { within } from '../../session/connection-watch.ts';
import { isoAfter } from '../../session/iso-time.ts';
import type { OpenedStream } from '../../session/opened-stream.ts';
import { Watchers } from '../../session/watchers.ts';
import { countHolding, refreshQueues } from './lane-queues.ts';
import { LaneRun } from './lane-run.svelte.ts';
import { RaceClock } from './race-clock.ts';
import { openLaneClient, withDefaults, type RaceOptions } from './race-options.ts';
import {
	connectingTime,
	drainingTime,
	FETCHING_TIME,
	runningTime,
	unlessAborted,
	untilSeen
} from './race-waits.ts';

export type { LaneRun } from './lane-run.svelte.ts';
export type { RaceOptions } from './race-options.ts';

/** `idle`: never begun; `fetching`: the code of clients; `finished`: there is a result, or a trouble that says why there is none. */
export type RacePhase =
	'idle' | 'opening' | 'fetching' | 'connecting' | 'running' | 'draining' | 'closing' | 'finished';

/** ms: what the server has to tell of clients that have stopped takes no longer. */
const LAST_WORDS = 1500;

export class Race {
	readonly #options: Required<RaceOptions>;
	readonly #watchers = new Watchers();
	readonly #clock: RaceClock;
	#plan = $state.raw<RacePlan | null>(null);
	#phase = $state<RacePhase>('idle');
	#lanes = $state.raw<readonly LaneRun[]>([]);
	#book = $state.raw<LaneBook | null>(null);
	#result = $state.raw<RaceResult | null>(null);
	#trouble = $state.raw<string | null>(null);
	#version = $state(0);
	#holding = $state(0);
	#stream: OpenedStream | null = null;
	#abort = new AbortController();
	#isStopping = false;
	#isLost = false;
	#isTicking = false;
	#isDisposed = false;
	/** µs of the session at which phases began. */
	#startedAt = 0;
	#sourceAt: number | null = null;
	#drainAt: number | null = null;
	#endedAt: number | null = null;
	#done: Promise<void> = Promise.resolve();

	constructor(options: RaceOptions) {
		this.#options = withDefaults(options);
		this.#clock = new RaceClock(options.session, this.#options.now);
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
		if (this.#startedAt === 0) return 0;
		return Math.max(0, (this.#endedAt ?? this.#clock.now()) - this.#startedAt);
	}

	/** µs since the lanes began to connect at which the source began; null: not yet. */
	get sourceStart(): number | null {
		void this.#version;
		return this.#sourceAt === null ? null : this.#sourceAt - this.#startedAt;
	}

	/** Events that the source has made, as the server told. */
	get emitted(): number {
		void this.#version;
		return this.#book?.emitted.count ?? 0;
	}

	/** µs: half width of the clock's error, at worst so far; every delay may be wrong by as much. */
	get clockError(): number {
		void this.#version;
		return this.#clock.worst;
	}

	/** Grows at most once a frame while the race is on. */
	get version(): number {
		return this.#version;
	}

	/** Frozen; null while it is on, and after a race that was cancelled. */
	get result(): RaceResult | null {
		return this.#result;
	}

	/** Of the browser's six connections: those that requests of this race take now, at most. */
	get holding(): number {
		return this.#holding;
	}

	/** µs for which the race has been waiting for the code of clients; 0: it is not. */
	get codeWait(): number {
		void this.#version;
		return this.#phase === 'fetching' ? this.#clock.now() - this.#startedAt : 0;
	}

	/**
	 * Why it did not begin, or ended early: an error code of the channel; `session-lost`;
	 * `no-code`: the code of no client came in time; `code-failed`: it could not be fetched.
	 */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** The channel is away: what it tells will come late, or never. */
	get isChannelLost(): boolean {
		return this.isRunning && this.#options.session.status !== 'open';
	}

	/**
	 * Carries out a plan; resolves once all is over. Does nothing while one is on.
	 * @throws RangeError when the plan is out of bounds
	 */
	async start(plan: RacePlan): Promise<void> {
		if (this.isRunning || this.#isDisposed) return;
		const fault = findPlanFault(plan);
		if (fault) throw new RangeError(`plan is out of bounds: ${fault}`);
		this.#begin(plan);
		this.#done = this.#carryOut(plan).finally(() => {
			this.#phase = 'finished';
			this.#version += 1;
			for (const run of this.#lanes) run.refresh();
		});
		await this.#done;
	}

	/** Ends the source now: what is on the way still arrives, and there is a result. */
	async stop(): Promise<void> {
		if (!this.isRunning || this.#isStopping) return;
		this.#isStopping = true;
		this.#watchers.tell();
		if (this.#sourceAt !== null) await this.#stream?.stop();
	}

	/** Ends everything at once; there is no result. */
	async cancel(): Promise<void> {
		if (!this.isRunning) return;
		this.#abort.abort();
		await this.#done;
	}

	/** Nobody looks any more. */
	async dispose(): Promise<void> {
		this.#isDisposed = true;
		await this.cancel();
	}

	#begin(plan: RacePlan): void {
		this.#plan = plan;
		this.#phase = 'opening';
		this.#abort = new AbortController();
		this.#isStopping = this.#isLost = false;
		this.#lanes = [];
		this.#book = this.#result = this.#trouble = null;
		this.#startedAt = 0;
		this.#clock.reset();
		this.#sourceAt = this.#drainAt = this.#endedAt = null;
	}

	async #carryOut(plan: RacePlan): Promise<void> {
		const stream = await this.#openStream(plan);
		if (!stream) return;
		this.#stream = stream;
		try {
			await this.#race(plan, stream);
			await this.#stopLanes();
		} finally {
			this.#phase = 'closing';
			await within(LAST_WORDS, stream.close());
			this.#stream = null;
			this.#endedAt = this.#clock.now();
		}
		if (!this.#abort.signal.aborted) this.#freeze(plan);
	}

	async #openStream(plan: RacePlan): Promise<OpenedStream | null> {
		const settings = placeLanes(plan).map(({ planned }) => settingsOf(planned));
		const opening = this.#options.session.openStream(plan.source, settings);
		const { signal } = this.#abort;
		await unlessAborted(opening, signal);
		if (signal.aborted) {
			void opening.then((late) => void ('code' in late || late.close()));
			return null;
		}
		const opened = await opening;
		if (!('code' in opened)) return opened;
		this.#trouble = opened.code;
		return null;
	}

	async #race(plan: RacePlan, stream: OpenedStream): Promise<void> {
		this.#openBook(plan, stream);
		await this.#fetchClients(stream);
		if (this.#isOver || this.#isStopping) return;
		const ready = this.#lanes.filter(({ clientCode }) => clientCode === 'there');
		if (ready.length === 0) {
			const hasFailed = this.#lanes.every(({ clientCode }) => clientCode === 'failed');
			this.#trouble = hasFailed ? 'code-failed' : 'no-code';
			return;
		}
		this.#phase = 'connecting';
		for (const run of this.#lanes) run.start();
		await this.#until(() => ready.every((run) => run.isConnected), connectingTime(plan));
		if (!this.#isOver && !this.#isStopping) await this.#runSource(plan, stream);
	}

	/** All code is there before any lane takes one of the browser's connections, if it comes in time. */
	async #fetchClients(stream: OpenedStream): Promise<void> {
		this.#phase = 'fetching';
		this.#tick();
		for (const run of this.#lanes) {
			// The lane keeps in mind that it failed.
			openLaneClient(run, stream, this.#options).catch(() => undefined);
		}
		const isFetched = (): boolean => this.#lanes.every(({ clientCode }) => clientCode !== 'late');
		await this.#until(isFetched, FETCHING_TIME);
	}

	#openBook(plan: RacePlan, stream: OpenedStream): void {
		this.#startedAt = this.#clock.now();
		const book = new LaneBook({ origin: this.#startedAt });
		const common = { book, clock: this.#clock, onchange: () => this.#watchers.tell() };
		this.#lanes = placeLanes(plan).map(
			(placed, at) => new LaneRun({ ...common, placed, lane: stream.lanes[at]?.lane ?? 0 })
		);
		this.#book = book;
		stream.listen((events) => this.#take(events));
		stream.onLoss(() => {
			this.#isLost = true;
			this.#trouble = 'session-lost';
			this.#watchers.tell();
		});
	}

	async #runSource(plan: RacePlan, stream: OpenedStream): Promise<void> {
		const starting = stream.start();
		await unlessAborted(starting, this.#abort.signal);
		if (this.#isOver) return;
		const code = await starting;
		if (code !== null) {
			this.#trouble ??= code;
			return;
		}
		this.#sourceAt = this.#clock.now();
		for (const run of this.#lanes) run.noteSource();
		this.#phase = 'running';
		if (this.#isStopping) await stream.stop();
		await this.#until(() => this.#hasSourceEnded, runningTime(plan));
		this.#drainAt = this.#clock.now();
		if (this.#isOver) return;
		this.#phase = 'draining';
		await this.#until(() => this.#lanes.every((run) => run.hasAll), drainingTime(plan));
	}

	get #hasSourceEnded(): boolean {
		return (this.#book?.emitted.endedAt ?? null) !== null;
	}

	/**
	 * Stops the clients, and waits for what the server has to tell of their last bytes. First those
	 * whose requests wait in the browser: they would be given the connections that others let go.
	 */
	async #stopLanes(): Promise<void> {
		const now = this.#clock.now();
		const waiting = this.#lanes.filter((run) => run.queue.waiting(now) > 0);
		await Promise.all(waiting.map((run) => run.stop()));
		await Promise.all(this.#lanes.map((run) => run.stop()));
		await this.#until(() => this.#book?.underWay === 0, LAST_WORDS);
		if (this.#isLost) return;
		const end = this.#clock.now();
		for (const run of this.#lanes) run.queue.close(end);
	}

	#freeze(plan: RacePlan): void {
		const { session, browser } = this.#options;
		const [book, sourceAt] = [this.#book, this.#sourceAt];
		if (!book || sourceAt === null) return;
		const drainAt = this.#drainAt ?? sourceAt;
		this.#result = freezeRace({
			startedAt: isoAfter(session.startedAt, this.#startedAt),
			outcome: this.#isLost ? 'lost' : this.#isStopping ? 'stopped' : 'finished',
			plan,
			times: {
				connecting: sourceAt - this.#startedAt,
				running: drainAt - sourceAt,
				draining: (this.#endedAt ?? drainAt) - drainAt
			},
			clockError: this.#clock.worst,
			browser,
			book,
			lanes: this.#lanes
		});
	}

	/** Nothing more is worth waiting for. */
	get #isOver(): boolean {
		return this.#isLost || this.#abort.signal.aborted;
	}

	#take(events: readonly ChannelEvent[]): void {
		const book = this.#book;
		if (!book) return;
		for (const event of events) {
			const lane = book.add(event);
			const run = this.#lanes.find((each) => each.lane === lane);
			run?.touch();
			if (event.kind !== 'lane') continue;
			if (event.told.name === 'exchange') run?.queue.see(event.t);
			else if (event.told.name === 'emitted') this.#settle();
		}
		this.#watchers.tell();
	}

	#settle(): void {
		for (const run of this.#lanes) run.settle();
	}

	/** Once a frame: the screen is told, and asked to be told again. */
	#tick(): void {
		if (this.#isTicking) return;
		this.#isTicking = true;
		this.#options.schedule(() => {
			this.#isTicking = false;
			if (!this.isRunning) return;
			this.#refresh();
			this.#tick();
		});
	}

	#refresh(): void {
		const now = this.#clock.now();
		if (this.isChannelLost) for (const run of this.#lanes) run.queue.doubt(now);
		this.#holding = countHolding(this.#lanes, this.#book?.held ?? 0, now);
		this.#version += 1;
		refreshQueues(this.#lanes, this.#holding, now, this.#clock.worst);
	}

	/** Until it looks so, nothing is worth waiting for any more, or so many ms have passed. */
	#until(look: () => boolean, ms: number): Promise<void> {
		const isOver = (): boolean => {
			const isStoppedEarly = this.#isStopping && this.#sourceAt === null;
			return look() || this.#isOver || isStoppedEarly;
		};
		return untilSeen(this.#watchers, isOver, ms, this.#abort.signal);
	}
}
