/**
 * The push game as this page plays it: one stream, which is one player, and the transport that
 * carries it now. Whatever is shown arrived; the page moves nothing by itself.
 *
 * To switch the transport ends one client and starts another one after the last event seen: the
 * player stays in the world.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { EventClient } from '#lib/transports/clients/event-client.ts';
import { decodeGameEvent, type GameEnd } from '#lib/transports/game/game-event.ts';
import type { PlayerSeen, Snapshot } from '#lib/transports/game/snapshot.ts';
import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import { plainLane, settingsOf } from '#lib/transports/measure/race-plan.ts';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import { within } from '../../session/connection-watch.ts';
import type { OpenedStream } from '../../session/opened-stream.ts';
import { chance } from '../chance.ts';
import { GameInput } from './game-input.ts';
import { happeningsTo, type ToldHappening } from './game-told.ts';
import {
	GameTrial,
	trialKey,
	type GameSettings,
	type TrialRates,
	type TrialSummary
} from './game-trial.ts';
import type { LaneRun } from '../race/lane-run.svelte.ts';
import type { LaneSource } from '../lane/lane-source.ts';
import { RaceClock } from '../race/race-clock.ts';
import { withDefaults, type RaceOptions } from '../race/race-options.ts';

export type GamePhase = 'idle' | 'joining' | 'playing' | 'over';

/** Numbers as they are now. */
export interface GameNumbers {
	readonly rates: TrialRates | null;
	readonly summary: TrialSummary;
}

/** Interval of the first look at short polling: what a chat page would do. */
export const FIRST_SETTINGS: GameSettings = {
	transport: 'websocket',
	client: { interval: 500, hold: 25, usesEtag: false }
};

/** ms between two looks at the numbers. */
const PERIOD = 100;
/** Looks between two numbers on the screen: a figure that changes faster cannot be read. */
const SLOWER = 5;
const MOST_TOLD = 6;
const LAST_WORDS = 1500;

export class Game implements LaneSource {
	readonly input: GameInput;
	readonly #options: Required<RaceOptions>;
	readonly #clock: RaceClock;
	#settings = $state.raw<GameSettings>(FIRST_SETTINGS);
	#phase = $state<GamePhase>('idle');
	#end = $state.raw<GameEnd | null>(null);
	#trouble = $state.raw<string | null>(null);
	#you = $state.raw<number | null>(null);
	#snapshot = $state.raw<Snapshot | null>(null);
	#told = $state.raw<readonly ToldHappening[]>([]);
	#trials = $state.raw<readonly GameTrial[]>([]);
	#trial = $state.raw<GameTrial | null>(null);
	#numbers = $state.raw<GameNumbers | null>(null);
	/** Of transports tried in games before this one, by key. */
	#before = $state.raw<readonly TrialSummary[]>([]);
	#version = $state(0);
	#book: LaneBook | null = null;
	#stream: OpenedStream | null = null;
	#client: EventClient | null = null;
	#isFollowing = false;
	#lastEvent = 0;
	#looks = 0;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(options: RaceOptions) {
		this.#options = withDefaults(options);
		this.#clock = new RaceClock(options.session, this.#options.now);
		this.input = this.#makeInput();
	}

	get settings(): GameSettings {
		return this.#settings;
	}

	get phase(): GamePhase {
		return this.#phase;
	}

	get isPlaying(): boolean {
		return this.#phase === 'playing';
	}

	get isRunning(): boolean {
		return this.isPlaying;
	}

	/** Why the server ended it; null: it did not. */
	get end(): GameEnd | null {
		return this.#end;
	}

	/** An error code of the channel, or `session-lost`; null: none. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** Number of this page's player; null: not told yet. */
	get you(): number | null {
		return this.#you;
	}

	/** The newest that has arrived. */
	get snapshot(): Snapshot | null {
		return this.#snapshot;
	}

	/** This page's player in it. */
	get self(): PlayerSeen | null {
		return this.#snapshot?.players.find(({ number }) => number === this.#you) ?? null;
	}

	/** What happened to this player by somebody else's doing, newest first. */
	get told(): readonly ToldHappening[] {
		return this.#told;
	}

	/** The transport that carries the game now, or did last. */
	get trial(): GameTrial | null {
		return this.#trial;
	}

	/** Lanes of the last game, for who wants to look inside. */
	get lanes(): readonly LaneRun[] {
		return this.#trials.map(({ run }) => run);
	}

	/** Twice a second. */
	get numbers(): GameNumbers | null {
		return this.#numbers;
	}

	/** Everything tried so far, in the order of trying. */
	get tried(): readonly TrialSummary[] {
		void this.#numbers;
		const now = this.#trials.map(({ summary }) => summary);
		const before = this.#before.filter(({ key }) => now.every((one) => one.key !== key));
		return [...before, ...now];
	}

	/** Grows ten times a second while playing. */
	get version(): number {
		return this.#version;
	}

	/** µs of the session. */
	get now(): number {
		return this.#clock.now();
	}

	/** µs: half width of the clock's error; every age may be wrong by as much. */
	get clockError(): number {
		void this.#version;
		return this.#options.session.clock?.error ?? 0;
	}

	/** Goes into the world; does nothing where the page is in it. */
	async join(): Promise<void> {
		if (this.#phase === 'joining' || this.#phase === 'playing') return;
		this.#reset();
		this.#phase = 'joining';
		const planned = plainLane(this.#settings.transport, { client: this.#settings.client });
		const settings = this.#settings;
		const { session } = this.#options;
		const opened = await session.openStream({ kind: 'game' }, [settingsOf(planned)]);
		if (this.#phase !== 'joining') {
			if (!('code' in opened)) void opened.close();
			return;
		}
		if ('code' in opened) {
			this.#fail(opened.code);
			return;
		}
		this.#begin(opened, settings);
		await this.#follow();
	}

	/** Another transport, or other settings of it: at once where the page plays. */
	set(settings: GameSettings): void {
		this.#settings = settings;
		void this.#follow();
	}

	/** Leaves the world; what was measured stays. */
	async leave(): Promise<void> {
		if (this.#phase === 'playing' || this.#phase === 'joining') await this.#finish();
	}

	async dispose(): Promise<void> {
		await this.leave();
		this.input.stop();
	}

	#makeInput(): GameInput {
		const send = (message: string) =>
			this.#trial?.run.send(message) ?? Promise.resolve({ kind: 'not-sent' as const });
		return new GameInput({ now: this.#options.now, send });
	}

	#reset(): void {
		this.#before = this.tried;
		this.#trials = [];
		this.#trial = this.#numbers = this.#snapshot = null;
		this.#end = this.#trouble = this.#you = null;
		this.#told = [];
		this.#lastEvent = 0;
	}

	#begin(stream: OpenedStream, settings: GameSettings): void {
		this.#stream = stream;
		this.#book = new LaneBook({ origin: this.#clock.now() });
		stream.listen((events) => this.#hear(events));
		stream.onLoss(() => this.#fail('session-lost'));
		const lane = stream.lanes[0]?.lane ?? 0;
		this.#trials = [this.#makeTrial(lane, settings, this.#book)];
		this.#phase = 'playing';
		this.#timer = setInterval(() => this.#look(), PERIOD);
	}

	#makeTrial(lane: number, settings: GameSettings, book: LaneBook): GameTrial {
		const index = this.#trials.length;
		return new GameTrial({ lane, index, settings, book, clock: this.#clock });
	}

	/** Until the client that runs is the one that is wanted. */
	async #follow(): Promise<void> {
		if (this.#isFollowing) return;
		this.#isFollowing = true;
		try {
			while (this.#stream && this.#trial?.key !== trialKey(this.#settings)) {
				const isDone = await this.#change(this.#stream, this.#settings);
				if (!isDone) break;
			}
		} finally {
			this.#isFollowing = false;
		}
	}

	/** False where it cannot be done. */
	async #change(stream: OpenedStream, settings: GameSettings): Promise<boolean> {
		const trial = await this.#trialOf(stream, settings);
		if (!trial || this.#stream !== stream) return false;
		this.#trial?.pause();
		await this.#client?.stop();
		this.#client = null;
		if (this.#stream !== stream) return false;
		const client = await this.#openClient(trial, stream);
		if (this.#stream !== stream) return false;
		this.#client = client;
		this.#trial = trial;
		this.#numbers = null;
		trial.begin();
		client.start();
		return true;
	}

	async #trialOf(stream: OpenedStream, settings: GameSettings): Promise<GameTrial | null> {
		const known = this.#trials.find(({ key }) => key === trialKey(settings));
		if (known) return known;
		const planned = plainLane(settings.transport, { client: settings.client });
		const added = await stream.addLane(settingsOf(planned));
		if (this.#stream !== stream || !this.#book) return null;
		if ('code' in added) {
			this.#trouble = added.code;
			return null;
		}
		const trial = this.#makeTrial(added.lane, settings, this.#book);
		this.#trials = [...this.#trials, trial];
		return trial;
	}

	#openClient(trial: GameTrial, stream: OpenedStream): Promise<EventClient> {
		const { origin, surroundings, openClient } = this.#options;
		const lane = stream.lanes.find((opened) => opened.lane === trial.run.lane)?.key ?? '';
		return trial.run.open((listeners) =>
			openClient(trial.settings.transport, {
				...surroundings,
				...listeners,
				onevent: (event) => {
					listeners.onevent(event);
					this.#take(event, trial);
				},
				onstate: (state, trouble) => {
					listeners.onstate(state, trouble);
					if (state === 'open') this.input.resend();
				},
				origin,
				lane,
				after: this.#lastEvent,
				settings: trial.settings.client,
				random: chance
			})
		);
	}

	#take({ id, data }: StreamEvent, trial: GameTrial): void {
		this.#lastEvent = Math.max(this.#lastEvent, id);
		const event = decodeGameEvent(data);
		if (event?.kind === 'you') {
			this.#you = event.number;
		} else if (event?.kind === 'over') {
			this.#end = event.end;
			void this.#finish();
		} else if (event) {
			trial.meter.show(id, this.#clock.now());
			this.#snapshot = event.snapshot;
			for (const time of this.input.see(this.self?.seen ?? 0)) trial.meter.addEffect(time * 1000);
			this.#noteHappenings(event.snapshot, id, data, trial);
		}
	}

	#noteHappenings(snapshot: Snapshot, event: number, data: string, trial: GameTrial): void {
		if (this.#you === null || snapshot.happenings.length === 0) return;
		const happened = happeningsTo(this.#you, snapshot);
		if (happened.length === 0) return;
		const { lastAt } = this.input;
		const sinceInput = lastAt === null ? null : this.#options.now() - lastAt;
		const common = { tick: snapshot.tick, event, data, t: this.#clock.now(), trial, sinceInput };
		const told = happened.map((happening) => ({ ...happening, ...common }));
		this.#told = [...told.reverse(), ...this.#told].slice(0, MOST_TOLD);
	}

	#hear(events: readonly ChannelEvent[]): void {
		const book = this.#book;
		if (!book) return;
		let hasEmitted = false;
		for (const event of events) {
			const lane = book.add(event);
			this.#trials.find(({ run }) => run.lane === lane)?.run.touch();
			hasEmitted ||= event.kind === 'lane' && event.told.name === 'emitted';
		}
		if (!hasEmitted) return;
		for (const { meter, run } of this.#trials) {
			meter.settle();
			run.settle();
		}
	}

	/** Ten times a second. */
	#look(): void {
		this.#looks += 1;
		this.#version += 1;
		for (const { run } of this.#trials) run.refresh();
		const trial = this.#trial;
		if (!trial) return;
		trial.sample();
		if (this.#looks % SLOWER !== 0 && this.#numbers !== null) return;
		this.#numbers = { rates: trial.rates, summary: trial.summary };
	}

	#fail(code: string): void {
		this.#trouble = code;
		void this.#finish();
	}

	async #finish(): Promise<void> {
		clearInterval(this.#timer);
		const [stream, client] = [this.#stream, this.#client];
		this.#stream = this.#client = null;
		this.#trial?.pause();
		this.#phase = 'over';
		this.input.forget();
		await within(LAST_WORDS, Promise.all([client?.stop()]));
		if (stream) await within(LAST_WORDS, stream.close());
		for (const { run } of this.#trials) run.refresh();
		this.#version += 1;
	}
}
