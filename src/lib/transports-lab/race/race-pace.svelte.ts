/**
 * Two paces of one race: marks move with every frame, figures a few times a second, for nobody
 * reads faster.
 */
import { untrack } from 'svelte';
import type { LaneRun, Race } from '#lib/state/transports-lab/race/race.svelte.ts';

/** µs between two looks at figures. */
const BEAT = 200_000;
/** ms: a run that goes on past its plan gets so much more room at a time. */
const MORE = 2_000;
/** ms of the short window. */
const WINDOW = 5_000;

export class RacePace {
	readonly #race: Race;
	/** Shows the last seconds instead of the whole run. */
	isWindow = $state(false);

	constructor(race: Race) {
		this.#race = race;
	}

	/** ms since the lanes began to connect. */
	get now(): number {
		return this.#race.time / 1000;
	}

	/** Changes when figures are due. */
	readonly beat = $derived.by(() =>
		this.#race.isRunning ? Math.floor(this.#race.time / BEAT) : Infinity
	);

	/** ms up to which the whole run reaches, with room to come while it is on. */
	readonly #end = $derived.by(() => {
		const { plan, sourceStart, isRunning, time } = this.#race;
		const planned = (plan?.source.seconds ?? 1) * 1000 + (sourceStart ?? 0) / 1000;
		const now = time / 1000;
		if (!isRunning) return Math.max(1000, Math.ceil(now / 100) * 100);
		return now <= planned ? planned : planned + Math.ceil((now - planned) / MORE) * MORE;
	});

	readonly until = $derived.by(() =>
		this.isWindow ? Math.max(WINDOW, this.#race.isRunning ? this.now : this.#end) : this.#end
	);

	readonly from = $derived.by(() => (this.isWindow ? Math.max(0, this.until - WINDOW) : 0));
}

/** What of a lane is written in figures. */
export function figuresOf(run: LaneRun) {
	return untrack(() => {
		const { requests, up, down, held, open, drops } = run.totals;
		const { count: delivered, duplicates, skipped, missing, delays } = run.deliveries;
		const { summary } = delays;
		return {
			requests,
			up,
			down,
			held,
			open,
			delivered,
			duplicates,
			skipped,
			missing,
			summary,
			drop: drops.at(-1) ?? null,
			queue: run.queue.result
		};
	});
}

export type LaneFigures = ReturnType<typeof figuresOf>;
