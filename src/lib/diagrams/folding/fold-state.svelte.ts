/**
 * A fold that the reader moves: it starts at rest for each record, follows what is chosen
 * elsewhere, and stays put when something inside it is chosen.
 */
import { openFold, reveal, showNext, showPrevious, type Fold, type FoldSizes } from './fold.ts';

export interface FoldSource {
	/** What is folded; another one starts at rest. */
	readonly key: unknown;
	readonly total: number;
	readonly head: number;
	/** Row of what is chosen; null when nothing is. */
	readonly focus: number | null;
}

interface Moved {
	readonly key: unknown;
	readonly focus: number | null;
	readonly fold: Fold;
}

export class FoldState {
	readonly #source: () => FoldSource;
	readonly #sizes: FoldSizes;
	#moved = $state.raw<Moved | null>(null);

	constructor(source: () => FoldSource, sizes: FoldSizes) {
		this.#source = source;
		this.#sizes = sizes;
	}

	/** What is drawn. */
	readonly shown: Fold = $derived.by(() => {
		const { key, total, head, focus } = this.#source();
		const moved = this.#moved;
		// What grows keeps the rows that the reader went to.
		const isSame = moved !== null && moved.key === key && moved.fold.total <= total;
		const fold = isSame ? { ...moved.fold, total } : openFold(total, head, this.#sizes);
		if (isSame && moved.focus === focus) return fold;
		return focus === null ? fold : reveal(fold, focus, this.#sizes);
	});

	get isAtRest(): boolean {
		const { total, head } = this.#source();
		const rest = openFold(total, head, this.#sizes);
		return rest.start === this.shown.start && rest.end === this.shown.end;
	}

	next(): void {
		this.#keep(showNext(this.shown, this.#sizes));
	}

	previous(): void {
		this.#keep(showPrevious(this.shown, this.#sizes));
	}

	fold(): void {
		const { total, head } = this.#source();
		this.#keep(openFold(total, head, this.#sizes));
	}

	/** Keeps the rows in place while a choice is made among them; `row` is about to be chosen. */
	choose(row: number): void {
		const { key } = this.#source();
		this.#moved = { key, focus: row, fold: reveal(this.shown, row, this.#sizes) };
	}

	#keep(fold: Fold): void {
		const { key, focus } = this.#source();
		this.#moved = { key, focus, fold };
	}
}
