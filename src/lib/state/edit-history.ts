/**
 * Undo and redo over whole drafts, bounded by steps and by the bytes that only they keep alive.
 */

interface Step<Draft> {
	readonly draft: Draft;
	/** Bytes of it that the draft after it does not share. */
	readonly bytes: number;
}

export interface HistoryLimits {
	readonly steps: number;
	readonly bytes: number;
}

/** Bytes of a draft that the one after it does not share. */
export type OwnBytes<Draft> = (draft: Draft, after: Draft) => number;

const LIMITS: HistoryLimits = { steps: 200, bytes: 2 ** 24 };

/** Immutable: every step makes a new history. */
export class EditHistory<Draft> {
	readonly #ownBytes: OwnBytes<Draft>;
	readonly #limits: HistoryLimits;
	readonly #past: readonly Step<Draft>[];
	readonly #future: readonly Step<Draft>[];
	/** Of the last change, while the next one may still join it. */
	readonly #mergeKey: string | null;

	constructor(
		ownBytes: OwnBytes<Draft>,
		limits: HistoryLimits = LIMITS,
		past: readonly Step<Draft>[] = [],
		future: readonly Step<Draft>[] = [],
		mergeKey: string | null = null
	) {
		this.#ownBytes = ownBytes;
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
	push(before: Draft, after: Draft, mergeKey: string | null): EditHistory<Draft> {
		const joins = mergeKey !== null && mergeKey === this.#mergeKey && this.canUndo;
		if (joins) return this.#with(this.#past, [], mergeKey);
		const past = [...this.#past, this.#stepTo(before, after)];
		return this.#with(bounded(past, this.#limits), [], mergeKey);
	}

	/** The next change is a step of its own. */
	seal(): EditHistory<Draft> {
		return this.#mergeKey === null ? this : this.#with(this.#past, this.#future, null);
	}

	/** The draft before `current`; null: there is none. */
	undo(current: Draft): { readonly draft: Draft; readonly history: EditHistory<Draft> } | null {
		const step = this.#past.at(-1);
		if (!step) return null;
		const future = [...this.#future, this.#stepTo(current, step.draft)];
		return { draft: step.draft, history: this.#with(this.#past.slice(0, -1), future, null) };
	}

	/** The draft that undo took back last; null: there is none. */
	redo(current: Draft): { readonly draft: Draft; readonly history: EditHistory<Draft> } | null {
		const step = this.#future.at(-1);
		if (!step) return null;
		const past = [...this.#past, this.#stepTo(current, step.draft)];
		return { draft: step.draft, history: this.#with(past, this.#future.slice(0, -1), null) };
	}

	#with(
		past: readonly Step<Draft>[],
		future: readonly Step<Draft>[],
		mergeKey: string | null
	): EditHistory<Draft> {
		return new EditHistory(this.#ownBytes, this.#limits, past, future, mergeKey);
	}

	#stepTo(draft: Draft, after: Draft): Step<Draft> {
		return { draft, bytes: this.#ownBytes(draft, after) };
	}
}

/** The newest steps that fit. */
function bounded<Draft>(
	past: readonly Step<Draft>[],
	limits: HistoryLimits
): readonly Step<Draft>[] {
	let from = past.length;
	for (let bytes = 0; from > 0 && past.length - from < limits.steps; from -= 1) {
		bytes += past[from - 1]?.bytes ?? 0;
		if (bytes > limits.bytes) break;
	}
	return past.slice(from);
}
