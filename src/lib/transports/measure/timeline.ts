/**
 * A lane over time, in steps of equal length: what crossed and what was delivered in each, and what
 * was open at its end. Charts read the columns; they only grow at their end.
 */
import { GrowingColumn } from './growing-column.ts';

/** µs of one step. */
export const STEP = 200_000;
/** A timeline stops growing here: over 13 minutes. */
const MOST_STEPS = 4096;

const SUMS = ['requests', 'up', 'down', 'delivered'] as const;
const LEVELS = ['held', 'open'] as const;
export type TimelineSum = (typeof SUMS)[number];
export type TimelineLevel = (typeof LEVELS)[number];

export class Timeline {
	/** In each step: requests begun, bytes up and down, events delivered. */
	readonly requests = new GrowingColumn();
	readonly up = new GrowingColumn();
	readonly down = new GrowingColumn();
	readonly delivered = new GrowingColumn();
	/** At the end of each step: exchanges under way that are not upgraded, TCP connections. */
	readonly held = new GrowingColumn();
	readonly open = new GrowingColumn();
	#length = 0;

	/** Steps begun. */
	get length(): number {
		return this.#length;
	}

	/** @param time µs since the timeline's begin */
	add(sum: TimelineSum, time: number, value: number): void {
		this.reach(time);
		this[sum].addAt(Math.min(stepOf(time), this.#length - 1), value);
	}

	/** What a level is from now on. */
	set(level: TimelineLevel, time: number, value: number): void {
		this.reach(time);
		const last = this.#length - 1;
		this[level].addAt(last, value - this[level].at(last));
	}

	/** Time has come so far: levels go on as they are. */
	reach(time: number): void {
		const needed = Math.min(MOST_STEPS, stepOf(time) + 1);
		while (this.#length < needed) {
			for (const sum of SUMS) this[sum].push(0);
			for (const level of LEVELS) this[level].push(this[level].at(this.#length - 1));
			this.#length += 1;
		}
	}
}

function stepOf(time: number): number {
	return Math.max(0, Math.floor(time / STEP));
}
