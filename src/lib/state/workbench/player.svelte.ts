/**
 * The player: where in the recording the screen stands.
 *
 * The screen is a pure function of (recording, cursor, selection). The cursor counts applied
 * events; playing moves it by recording time, driven by an injected clock, so that nothing on
 * the screen ever comes from a timer that imitates traffic.
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import { bisect, cursorAtRecord, cursorAtTime, timeAtCursor } from '#lib/capture/cursor.ts';
import type { Recording } from '#lib/capture/recording.ts';

/** Recording seconds a second, or 'record': one record a second, however far apart they are. */
export type Speed = number | 'record';

export const SPEEDS = [1, 0.1, 0.01, 0.001, 0.0001, 'record'] as const satisfies readonly Speed[];

/** A pause of the page (a hidden tab, a long task) must not swallow traffic: ms a frame at most. */
const LONGEST_FRAME = 250;
const RECORD_PERIOD = 1000;

export interface PlayerSource {
	readonly recording: Pick<Recording, 'events'>;
	/** The connection on the screen; null before there is one. */
	readonly conversation: Pick<Conversation, 'records'> | null;
}

export interface PlayerClock {
	/** Milliseconds, monotone. */
	now(): number;
	requestFrame(callback: () => void): number;
	cancelFrame(handle: number): void;
}

const NO_CONVERSATION: Pick<Conversation, 'records'> = { records: [] };

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
		const length = this.#length;
		return this.#position === null ? length : Math.min(this.#position, length);
	}

	/** Index of the record looked at; -1 before the first one has begun. */
	get record(): number {
		const { records } = this.#conversation;
		const { cursor } = this;
		const last = bisect(records.length, (i) => (records[i]?.firstEvent ?? 0) >= cursor) - 1;
		return this.#asked !== null && this.#asked <= last ? this.#asked : last;
	}

	/** Microseconds of recording time. */
	get time(): number {
		const at = timeAtCursor(this.#source().recording, this.cursor);
		return this.#time === null ? at : Math.max(at, this.#time);
	}

	/** Microseconds from the beginning of the recording to its last event so far. */
	get duration(): number {
		return timeAtCursor(this.#source().recording, this.#length);
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
		if (this.cursor >= this.#length) this.goToStart();
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
		this.#position ??= this.#length;
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
		const conversation = this.#conversation;
		if (index < 0) this.goToStart();
		else if (index >= conversation.records.length) this.#place(this.#length);
		else this.#place(cursorAtRecord(conversation, index), index);
	}

	/** Before the first record of the connection: other connections of the recording may lie before. */
	goToStart(): void {
		this.pause();
		this.#place(this.#conversation.records[0]?.firstEvent ?? 0);
	}

	goToEnd(): void {
		this.pause();
		this.#place(this.#length);
	}

	/** @param time microseconds of recording time; beyond either end is that end */
	seek(time: number): void {
		this.#place(cursorAtTime(this.#source().recording, time));
		this.#time = Math.min(Math.max(time, 0), this.duration);
		this.#lastNow = this.#clock.now();
	}

	/** Lets go of the clock. */
	dispose(): void {
		this.#clock.cancelFrame(this.#frame);
	}

	get #length(): number {
		return this.#source().recording.events.length;
	}

	get #conversation(): Pick<Conversation, 'records'> {
		return this.#source().conversation ?? NO_CONVERSATION;
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
		if (this.cursor >= this.#length) this.pause();
		else this.#schedule();
	}

	#playRecords(elapsed: number): void {
		this.#sinceRecord += elapsed;
		if (this.#sinceRecord < RECORD_PERIOD) return;
		this.#sinceRecord -= RECORD_PERIOD;
		const next = this.record + 1;
		if (next >= this.#conversation.records.length) this.#place(this.#length);
		else this.#place(cursorAtRecord(this.#conversation, next), next);
	}
}
