/**
 * Undo and redo over whole runs, bounded by steps and by the bytes that only they keep alive.
 */
import type { Run } from '#lib/runs/run.ts';

/** A run and what was selected in it. */
export interface Draft {
	readonly run: Run;
	readonly selectedId: number | null;
}

interface Step {
	readonly draft: Draft;
	/** Bytes of its frames that the draft after it does not share. */
	readonly bytes: number;
}

export interface HistoryLimits {
	readonly steps: number;
	readonly bytes: number;
}

const LIMITS: HistoryLimits = { steps: 200, bytes: 2 ** 24 };

/** Immutable: every step makes a new history. */
export class RunHistory {
	readonly #limits: HistoryLimits;
	readonly #past: readonly Step[];
	readonly #future: readonly Step[];
	/** Of the last change, while the next one may still join it. */
	readonly #mergeKey: string | null;

	constructor(
		limits: HistoryLimits = LIMITS,
		past: readonly Step[] = [],
		future: readonly Step[] = [],
		mergeKey: string | null = null
	) {
		this.#limits = limits;
		this.#past = past;
		this.#future = future;
		this.#mergeKey = mergeKey;
	}

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** Remembers `before`, which `after` has replaced; what was undone is forgotten. */
	push(before: Draft, after: Draft, mergeKey: string | null): RunHistory {
		const joins = mergeKey !== null && mergeKey === this.#mergeKey && this.canUndo;
		if (joins) return new RunHistory(this.#limits, this.#past, [], mergeKey);
		const past = [...this.#past, stepTo(before, after)];
		return new RunHistory(this.#limits, bounded(past, this.#limits), [], mergeKey);
	}

	/** The next change is a step of its own. */
	seal(): RunHistory {
		if (this.#mergeKey === null) return this;
		return new RunHistory(this.#limits, this.#past, this.#future, null);
	}

	/** The draft before `current`; null: there is none. */
	undo(current: Draft): { readonly draft: Draft; readonly history: RunHistory } | null {
		const step = this.#past.at(-1);
		if (!step) return null;
		const future = [...this.#future, stepTo(current, step.draft)];
		const history = new RunHistory(this.#limits, this.#past.slice(0, -1), future);
		return { draft: step.draft, history };
	}

	/** The draft that undo took back last; null: there is none. */
	redo(current: Draft): { readonly draft: Draft; readonly history: RunHistory } | null {
		const step = this.#future.at(-1);
		if (!step) return null;
		const past = [...this.#past, stepTo(current, step.draft)];
		const history = new RunHistory(this.#limits, past, this.#future.slice(0, -1));
		return { draft: step.draft, history };
	}
}

function stepTo(draft: Draft, after: Draft): Step {
	const shared = new Set<Uint8Array>();
	for (const item of after.run.items) if (item.kind === 'frame') shared.add(item.bytes);
	let bytes = 0;
	for (const item of draft.run.items) {
		if (item.kind === 'frame' && !shared.has(item.bytes)) bytes += item.bytes.length;
	}
	return { draft, bytes };
}

/** The newest steps that fit. */
function bounded(past: readonly Step[], limits: HistoryLimits): readonly Step[] {
	let from = past.length;
	for (let bytes = 0; from > 0 && past.length - from < limits.steps; from -= 1) {
		bytes += past[from - 1]?.bytes ?? 0;
		if (bytes > limits.bytes) break;
	}
	return past.slice(from);
}
