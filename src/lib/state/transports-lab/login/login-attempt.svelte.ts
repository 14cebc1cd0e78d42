/**
 * One log-in that this page waits for: a stream with one lane, whose events are the steps of the
 * second device; what it took, counted as for any lane.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { EventClient } from '#lib/transports/clients/event-client.ts';
import { isFinalStep, readLoginStep, type LoginStep } from '#lib/transports/login/login-event.ts';
import type { LoginOutcome, LoginResult, SeenStep } from '#lib/transports/login/login-result.ts';
import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import { settingsOf, type PlannedLane } from '#lib/transports/measure/race-plan.ts';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import type { OpenedStream } from '../../session/opened-stream.ts';
import { Watchers } from '../../session/watchers.ts';
import { LaneRun } from '../race/lane-run.svelte.ts';
import { RaceClock } from '../race/race-clock.ts';
import { openLaneClient, type RaceOptions } from '../race/race-options.ts';
import { untilSeen } from '../race/race-waits.ts';

/** What the page shows: `opening` has no code yet. */
export type LoginPhase = 'opening' | 'waiting' | 'scanned' | LoginOutcome | 'failed';

export interface LoginAttemptOptions {
	/** Counted from 1 on this page. */
	readonly number: number;
	readonly planned: PlannedLane;
	readonly surroundings: Required<RaceOptions>;
}

interface Seen {
	readonly id: number;
	readonly step: LoginStep;
	/** µs of the session. */
	readonly at: number;
}

/** ms: what the server has to tell of a client that has stopped takes no longer. */
const LAST_WORDS = 1500;
/** ms beyond its life after which a log-in counts as lost: its last step should have come. */
const LATE = 15_000;

export class LoginAttempt {
	readonly number: number;
	readonly planned: PlannedLane;
	readonly #surroundings: Required<RaceOptions>;
	readonly #clock: RaceClock;
	readonly #book: LaneBook;
	readonly #watchers = new Watchers();
	readonly #abort = new AbortController();
	#phase = $state<LoginPhase>('opening');
	#run = $state.raw<LaneRun | null>(null);
	#id = $state<string | null>(null);
	#seen = $state.raw<readonly Seen[]>([]);
	#result = $state.raw<LoginResult | null>(null);
	#trouble = $state<string | null>(null);
	#startedAt = $state<number | null>(null);
	#endsAt = 0;
	#endedAt: number | null = null;
	#client: EventClient | null = null;
	#isLost = false;
	#isDrawn = true;

	constructor({ number, planned, surroundings }: LoginAttemptOptions) {
		this.number = number;
		this.planned = planned;
		this.#surroundings = surroundings;
		this.#clock = new RaceClock(surroundings.session, surroundings.now);
		this.#book = new LaneBook({ origin: this.#clock.now() });
	}

	get phase(): LoginPhase {
		return this.#phase;
	}

	/** A step may still come. */
	get isWaiting(): boolean {
		return this.#phase === 'opening' || this.#phase === 'waiting' || this.#phase === 'scanned';
	}

	/** What the code holds; null: no code yet. */
	get id(): string | null {
		return this.#id;
	}

	/** The lane over which it waits; null: none yet. */
	get run(): LaneRun | null {
		return this.#run;
	}

	/** Why it failed: an error code of the channel; null: it did not. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** Frozen; null until its last byte is counted. */
	get result(): LoginResult | null {
		return this.#result;
	}

	/** Steps that have come, in order; a delay is known as soon as the server has told. */
	get steps(): readonly SeenStep[] {
		void this.#run?.version;
		return this.#seen.map(({ id, step, at }) => {
			const emitted = this.#book.emitted.timeOf(id);
			return { step, delay: emitted === null ? null : at - emitted };
		});
	}

	/** ms until the code expires; 0 where it has, or before there is one. */
	get left(): number {
		return Math.max(0, this.#endsAt - this.#surroundings.now());
	}

	/** µs since its client began, up to the last step. */
	get waited(): number {
		if (this.#startedAt === null) return 0;
		return (this.#endedAt ?? this.#clock.now()) - this.#startedAt;
	}

	/** µs: half width of the clock's error, at worst so far. */
	get clockError(): number {
		void this.#run?.version;
		return this.#clock.worst;
	}

	/** Carries it out; resolves once it is over and counted. Once only. */
	async carryOut(): Promise<void> {
		const { session } = this.#surroundings;
		const opened = await session.openStream({ kind: 'login' }, [settingsOf(this.planned)]);
		if ('code' in opened) return this.#fail(opened.code);
		if (!opened.login) return this.#fail('no-login');
		this.#endsAt = this.#surroundings.now() + opened.login.expiresIn;
		try {
			await this.#wait(opened, opened.login.id);
		} finally {
			await this.#end(opened);
		}
	}

	/** Another code is wanted, or nobody looks any more. */
	stop(): void {
		this.#abort.abort();
	}

	async #wait(stream: OpenedStream, id: string): Promise<void> {
		const run = new LaneRun({
			lane: stream.lanes[0]?.lane ?? 0,
			placed: { planned: this.planned, index: this.number - 1, tab: 0 },
			book: this.#book,
			clock: this.#clock,
			onchange: () => this.#changed()
		});
		this.#run = run;
		stream.listen((events) => this.#take(events));
		stream.onLoss(() => {
			this.#isLost = true;
			this.#watchers.tell();
		});
		const { openClient } = this.#surroundings;
		this.#client = await openLaneClient(run, stream, {
			...this.#surroundings,
			openClient: (transport, given) =>
				openClient(transport, {
					...given,
					onevent: (event) => {
						given.onevent(event);
						this.#see(event);
					}
				})
		});
		if (this.#abort.signal.aborted) return;
		this.#startedAt = this.#clock.now();
		this.#client.start();
		this.#id = id;
		this.#phase = 'waiting';
		await this.#until(() => !this.isWaiting || this.#isGone, this.left + LATE);
	}

	/** The code can be used no more, and the server's last words are heard. */
	async #end(stream: OpenedStream): Promise<void> {
		this.#endedAt ??= this.#clock.now();
		if (this.isWaiting) this.#phase = this.#abort.signal.aborted ? 'stopped' : 'lost';
		await this.#client?.stop();
		await untilSeen(
			this.#watchers,
			() => this.#isCounted,
			LAST_WORDS,
			new AbortController().signal
		);
		await stream.close();
		this.#freeze();
	}

	#freeze(): void {
		const { phase, steps, waited, clockError, planned, number } = this;
		const totals = this.#run ? this.#book.totals(this.#run.lane) : null;
		const isOver = phase !== 'opening' && phase !== 'waiting' && phase !== 'scanned';
		if (!totals || !isOver || phase === 'failed') return;
		const { requests, emptyAnswers, up, down } = totals;
		this.#result = {
			number,
			transport: planned.transport,
			client: planned.client,
			outcome: phase,
			steps,
			waited,
			requests,
			emptyAnswers,
			up,
			down,
			clockError
		};
		this.#run?.touch();
		this.#run?.refresh();
	}

	#see({ id, data }: StreamEvent): void {
		const step = readLoginStep(data);
		if (step === null || !this.isWaiting) return;
		const at = this.#clock.now();
		this.#seen = [...this.#seen, { id, step, at }];
		this.#phase = step;
		if (!isFinalStep(step)) return;
		this.#endedAt = at;
		// At once, so that no further question is asked.
		void this.#client?.stop();
		this.#watchers.tell();
	}

	#take(events: readonly ChannelEvent[]): void {
		for (const event of events) this.#book.add(event);
		this.#run?.settle();
		this.#changed();
	}

	/** Nothing can come any more. */
	get #isGone(): boolean {
		return this.#isLost || this.#run?.state === 'stopped';
	}

	/** Everything is told: no exchange is under way, every step has its time. */
	get #isCounted(): boolean {
		if (this.#isLost) return true;
		return this.#book.underWay === 0 && this.steps.every(({ delay }) => delay !== null);
	}

	#fail(code: string): void {
		this.#trouble = code;
		this.#phase = 'failed';
	}

	/** The screen is told once a frame. */
	#changed(): void {
		this.#run?.touch();
		this.#watchers.tell();
		if (!this.#isDrawn) return;
		this.#isDrawn = false;
		this.#surroundings.schedule(() => {
			this.#isDrawn = true;
			this.#run?.refresh();
		});
	}

	#until(look: () => boolean, ms: number): Promise<void> {
		return untilSeen(this.#watchers, look, ms, this.#abort.signal);
	}
}
