/**
 * The player: where in the recording the screen stands.
 *
 * The screen is a pure function of (recording, cursor, selection). The cursor counts applied
 * events; playing moves it by recording time, driven by an injected clock, so that nothing on
 * the screen ever comes from a timer that imitates traffic.
 */
import type { ConversationRecord } from '#lib/capture/conversation.ts';
import { bisector } from 'd3-array';

/** Recording seconds a second, or 'record': one record a second, however far apart they are. */
export type Speed = number | 'record';

export const SPEEDS = [1, 0.1, 0.01, 0.001, 0.0001, 'record'] as const satisfies readonly Speed[];

/** A pause of the page (a hidden tab, a long task) must not swallow traffic: ms a frame at most. */
const LONGEST_FRAME = 250;
const RECORD_PERIOD = 1000;

export interface PlayerSource {
	/** All events of the recording, in order; `t` in microseconds. */
	readonly events: readonly { readonly t: number }[];
	/** Records of the connection on the screen. */
	readonly records: readonly Pick<ConversationRecord, 'firstEvent' | 'lastEvent'>[];
}

export interface PlayerClock {
	/** Milliseconds, monotone. */
	now(): number;
	requestFrame(callback: () => void): number;
	cancelFrame(handle: number): void;
}

const eventTime = bisector((event: { readonly t: number }) => event.t);
const recordStart = bisector((record: { readonly firstEvent: number }) => record.firstEvent);

export class Player {
	readonly #source: () => PlayerSource;
	readonly #clock: PlayerClock;
	/** Events applied; null follows the end. */
	#position = $state<number | null>(null);
	/** Several records may begin in one chunk: which of them was asked for. */
	#asked = $state<number | null>(null);
	/** Recording time between two events while playing or scrubbing, in microseconds. */
	#time = $state<number | null>(null);
	#isPlaying = $state(false);
	#speed = $state<Speed>(1);
	#frame = 0;
	#lastNow = 0;
	#sinceRecord = 0;

	/**
	 * @param source read whenever the player's values are: make it read reactive state, so that
	 * appended events are noticed
	 */
	constructor(source: () => PlayerSource, clock: PlayerClock) {
		this.#source = source;
		this.#clock = clock;
	}

	/** Number of events applied, 0 to the recording's length. */
	get cursor(): number {
		const { length } = this.#source().events;
		return this.#position === null ? length : Math.min(this.#position, length);
	}

	/** Index of the record looked at; -1 before the first one has begun. */
	get record(): number {
		const last = recordStart.left(this.#source().records, this.cursor) - 1;
		return this.#asked !== null && this.#asked <= last ? this.#asked : last;
	}

	/** Microseconds of recording time. */
	get time(): number {
		const at = this.#source().events[this.cursor - 1]?.t ?? 0;
		return this.#time === null ? at : Math.max(at, this.#time);
	}

	/** Microseconds from the beginning of the recording to its last event so far. */
	get duration(): number {
		return this.#source().events.at(-1)?.t ?? 0;
	}

	get isLive(): boolean {
		return this.#position === null;
	}

	get isPlaying(): boolean {
		return this.#isPlaying;
	}

	get speed(): Speed {
		return this.#speed;
	}

	/** @throws RangeError when the speed is a number that is not positive */
	setSpeed(speed: Speed): void {
		if (typeof speed === 'number' && !(speed > 0)) throw new RangeError('speed must be positive');
		this.#speed = speed;
		this.#sinceRecord = 0;
	}

	/** Follows the end of the recording from now on. */
	goLive(): void {
		this.pause();
		this.#place(null);
	}

	/** Starts from the cursor, or from the beginning when the cursor is at the end. */
	play(): void {
		if (this.#isPlaying) return;
		const { events } = this.#source();
		if (this.cursor >= events.length) this.#place(0);
		else this.#position = this.cursor;
		this.#time = this.time;
		this.#isPlaying = true;
		this.#sinceRecord = 0;
		this.#lastNow = this.#clock.now();
		this.#schedule();
	}

	/** Stops playing; a player that followed the end stays where it is. */
	pause(): void {
		this.#clock.cancelFrame(this.#frame);
		this.#isPlaying = false;
		this.#position ??= this.#source().events.length;
	}

	toggle(): void {
		if (this.#isPlaying || this.isLive) this.pause();
		else this.play();
	}

	/** Moves by records; before the first one lies the empty beginning. */
	step(records: number): void {
		this.pause();
		this.goToRecord(this.record + records);
	}

	/** Places the cursor where the record is complete. */
	goToRecord(index: number): void {
		this.pause();
		const { records, events } = this.#source();
		const record = records[index];
		if (record) this.#place(record.lastEvent + 1, index);
		else this.#place(index < 0 ? 0 : events.length);
	}

	goToStart(): void {
		this.pause();
		this.#place(0);
	}

	goToEnd(): void {
		this.pause();
		this.#place(this.#source().events.length);
	}

	/** @param time microseconds of recording time; beyond either end is that end */
	seek(time: number): void {
		this.#place(eventTime.right(this.#source().events, time));
		this.#time = Math.min(Math.max(time, 0), this.duration);
		this.#lastNow = this.#clock.now();
	}

	/** Lets go of the clock. */
	dispose(): void {
		this.#clock.cancelFrame(this.#frame);
	}

	#place(position: number | null, asked: number | null = null): void {
		this.#position = position;
		this.#asked = asked;
		this.#time = null;
	}

	#schedule(): void {
		this.#frame = this.#clock.requestFrame(() => this.#advance());
	}

	#advance(): void {
		if (!this.#isPlaying) return;
		const now = this.#clock.now();
		const elapsed = Math.min(Math.max(now - this.#lastNow, 0), LONGEST_FRAME);
		this.#lastNow = now;
		if (this.#speed === 'record') this.#playRecords(elapsed);
		else this.seek(this.time + elapsed * 1000 * this.#speed);
		if (this.cursor >= this.#source().events.length) this.pause();
		else this.#schedule();
	}

	#playRecords(elapsed: number): void {
		this.#sinceRecord += elapsed;
		if (this.#sinceRecord < RECORD_PERIOD) return;
		this.#sinceRecord -= RECORD_PERIOD;
		const { records, events } = this.#source();
		const next = this.record + 1;
		const record = records[next];
		if (record) this.#place(record.lastEvent + 1, next);
		else this.#place(events.length);
	}
}
