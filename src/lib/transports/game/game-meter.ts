/**
 * What one transport did to the game: how old the picture on the screen was all the time, how often
 * it changed, and how long after a key was pressed its effect came back.
 *
 * The picture's age is the time since the server made the snapshot that is shown. It grows until the
 * next one comes: a sawtooth, whose mean is weighed by time.
 */
import type { EmittedLog } from '../measure/emitted-log.ts';

/** The picture changed; all in µs, `t` of the session. */
export interface PictureChange {
	readonly t: number;
	/** How old the picture was just before, and just after. */
	readonly before: number;
	readonly after: number;
}

export interface MeterSummary {
	readonly snapshots: number;
	/** µs for which the picture's age is known. */
	readonly time: number;
	/** µs; null: not known. */
	readonly meanAge: number | null;
	readonly worstAge: number | null;
	/** µs from key press to effect; null: no key was pressed. */
	readonly effect: number | null;
	readonly effects: number;
}

interface Shown {
	readonly id: number;
	readonly t: number;
}

/** Changes are kept for so long, µs, for the chart. */
export const KEPT_TIME = 10_000_000;
/** Effects that the median is of. */
const KEPT_EFFECTS = 512;
/** Snapshots that may wait to be told when they were made. */
const MOST_WAITING = 4096;

export class GameMeter {
	readonly #emitted: EmittedLog;
	#changes: PictureChange[] = [];
	#waiting: Shown[] = [];
	#shown: { readonly t: number; readonly madeAt: number } | null = null;
	#snapshots = 0;
	#area = 0;
	#time = 0;
	#worst: number | null = null;
	#effects: number[] = [];
	#effectCount = 0;

	constructor(emitted: EmittedLog) {
		this.#emitted = emitted;
	}

	/** Of the last ten seconds, in order. */
	get changes(): readonly PictureChange[] {
		return this.#changes;
	}

	get snapshots(): number {
		return this.#snapshots;
	}

	/** µs that the picture is old at this time of the session; null: not known yet. */
	ageAt(t: number): number | null {
		return this.#shown === null ? null : Math.max(0, t - this.#shown.madeAt);
	}

	/** A snapshot has come, at this time of the session. */
	show(id: number, t: number): void {
		this.#snapshots += 1;
		if (this.#waiting.length < MOST_WAITING) this.#waiting.push({ id, t });
		this.settle();
	}

	/** The server has told when it made more of them. */
	settle(): void {
		let read = 0;
		for (const { id, t } of this.#waiting) {
			const madeAt = this.#emitted.timeOf(id);
			if (madeAt === null) break;
			this.#change(t, madeAt);
			read += 1;
		}
		if (read > 0) this.#waiting.splice(0, read);
	}

	/** Another transport carries on: what is on the screen is not this one's any more. */
	pause(): void {
		this.#shown = null;
		this.#waiting = [];
	}

	/** @param time µs from the key press to the snapshot that shows its effect */
	addEffect(time: number): void {
		this.#effectCount += 1;
		this.#effects.push(time);
		if (this.#effects.length > KEPT_EFFECTS) this.#effects.shift();
	}

	get summary(): MeterSummary {
		const sorted = this.#effects.toSorted((one, other) => one - other);
		return {
			snapshots: this.#snapshots,
			time: this.#time,
			meanAge: this.#time > 0 ? this.#area / this.#time : null,
			worstAge: this.#worst,
			effect: sorted[Math.floor(sorted.length / 2)] ?? null,
			effects: this.#effectCount
		};
	}

	#change(t: number, madeAt: number): void {
		// Two clocks: an effect is never told to be earlier than its cause.
		const after = Math.max(0, t - madeAt);
		const shown = this.#shown;
		this.#shown = { t, madeAt };
		if (shown === null) return;
		const before = Math.max(0, t - shown.madeAt);
		const gap = Math.max(0, t - shown.t);
		this.#area += gap * ((Math.max(0, shown.t - shown.madeAt) + before) / 2);
		this.#time += gap;
		this.#worst = Math.max(this.#worst ?? 0, before);
		this.#changes.push({ t, before, after });
		const old = this.#changes.findIndex((change) => change.t > t - KEPT_TIME);
		if (old > 64) this.#changes.splice(0, old);
	}
}
