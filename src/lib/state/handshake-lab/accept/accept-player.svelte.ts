/**
 * Where in SHA-1 the screen stands: a block, and how many of its 80 rounds are done.
 *
 * Nothing is computed here: the trace is there as a whole, and a place in it is two numbers.
 */
import type { PlayerClock } from '../../workbench/player.svelte.ts';

const ROUNDS = 80;
/** Places of a block: before its first round, and after each. */
const PLACES = ROUNDS + 1;
/** A page that slept must not skip what it slept through: ms at most between two frames. */
const LONGEST_FRAME = 250;

/** Rounds a second. */
export const ROUND_SPEEDS = [1, 2, 5, 20, 80] as const;
export type RoundSpeed = (typeof ROUND_SPEEDS)[number];

const frameClock: PlayerClock = {
	now: () => performance.now(),
	requestFrame: (callback) => requestAnimationFrame(callback),
	cancelFrame: (handle) => cancelAnimationFrame(handle)
};

export class RoundPlayer {
	readonly #blocks: () => number;
	readonly #clock: PlayerClock;
	#place = $state(0);
	#isPlaying = $state(false);
	#speed = $state<RoundSpeed>(2);
	#frame = 0;
	#lastNow = 0;
	/** Rounds that are due and not yet shown, less than 1. */
	#due = 0;

	/** @param blocks how many there are: reactive state, so that another message is noticed */
	constructor(blocks: () => number, clock: PlayerClock = frameClock) {
		this.#blocks = blocks;
		this.#clock = clock;
	}

	/** From 0. */
	get block(): number {
		return Math.floor(this.#at / PLACES);
	}

	/** Rounds of this block that are done, 0 to 80. */
	get step(): number {
		return this.#at % PLACES;
	}

	get isAtStart(): boolean {
		return this.#at === 0;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#last;
	}

	get isPlaying(): boolean {
		return this.#isPlaying;
	}

	get speed(): RoundSpeed {
		return this.#speed;
	}

	set speed(speed: RoundSpeed) {
		this.#speed = speed;
		this.#due = 0;
	}

	/** Beyond either end is that end. */
	stepBy(places: number): void {
		this.pause();
		this.#move(this.#at + places);
	}

	/** @param block from 0 @param step 0 to 80; beyond either end is that end */
	goTo(block: number, step: number): void {
		this.pause();
		const inside = Math.min(Math.max(step, 0), ROUNDS);
		this.#move(block * PLACES + inside);
	}

	goToStart(): void {
		this.goTo(0, 0);
	}

	goToEnd(): void {
		this.goTo(this.#blocks() - 1, ROUNDS);
	}

	/** From here, or from the beginning where this is the end. */
	play(): void {
		if (this.#isPlaying || this.#last <= 0) return;
		if (this.isAtEnd) this.#place = 0;
		this.#isPlaying = true;
		this.#due = 0;
		this.#lastNow = this.#clock.now();
		this.#schedule();
	}

	pause(): void {
		if (!this.#isPlaying) return;
		this.#clock.cancelFrame(this.#frame);
		this.#isPlaying = false;
	}

	toggle(): void {
		if (this.#isPlaying) this.pause();
		else this.play();
	}

	/** Lets go of the clock. */
	dispose(): void {
		this.pause();
	}

	get #last(): number {
		return this.#blocks() * PLACES - 1;
	}

	/** A shorter message has fewer places. */
	get #at(): number {
		return Math.max(0, Math.min(this.#place, this.#last));
	}

	#move(place: number): void {
		this.#place = Math.min(Math.max(place, 0), Math.max(this.#last, 0));
	}

	#schedule(): void {
		this.#frame = this.#clock.requestFrame(() => this.#advance());
	}

	#advance(): void {
		if (!this.#isPlaying) return;
		const now = this.#clock.now();
		const elapsed = Math.min(Math.max(now - this.#lastNow, 0), LONGEST_FRAME);
		this.#lastNow = now;
		this.#due += (elapsed / 1000) * this.#speed;
		const whole = Math.floor(this.#due);
		this.#due -= whole;
		if (whole > 0) this.#move(this.#at + whole);
		if (this.isAtEnd) this.pause();
		else this.#schedule();
	}
}
