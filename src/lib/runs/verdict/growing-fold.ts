/**
 * Folds a list that only grows, as far as a cursor, without reading all of it each time.
 *
 * What has settled is folded once, and its state kept; a cursor that goes back begins at the last
 * state kept before it. So each step costs what is new, or what lies between two kept states.
 */

/** A list as it stood at a cursor. */
export interface FoldSource<Item> {
	/** Events of the recording applied. */
	readonly cursor: number;
	/** Items that have begun. */
	readonly length: number;
	/** An item as far as it had come. */
	item(index: number): Item | null;
	/** Index of the event after which it changes no more; Infinity: it still may. */
	settledAt(index: number): number;
}

interface FoldSteps<Item, State> {
	begin(): State;
	/** Independent of the original: `add` changes a state in place. */
	copy(state: State): State;
	add(state: State, item: Item): void;
}

interface Kept<State> {
	state: State;
	/** Items folded into it, from the first on. */
	length: number;
	/** The last event that settled one of them; -1: none. */
	event: number;
}

/** Items between two states that are kept. */
const APART = 1024;

export class GrowingFold<Item, State> {
	readonly #steps: FoldSteps<Item, State>;
	/** Oldest first; the last one grows. */
	readonly #kept: Kept<State>[];

	constructor(steps: FoldSteps<Item, State>) {
		this.#steps = steps;
		this.#kept = [{ state: steps.begin(), length: 0, event: -1 }];
	}

	/** @param source always of the same list, at any cursor */
	at(source: FoldSource<Item>): State {
		this.#grow(source);
		const from = this.#kept.findLast(({ event }) => event < source.cursor);
		const state = from ? this.#steps.copy(from.state) : this.#steps.begin();
		for (let index = from?.length ?? 0; index < source.length; index++) {
			const item = source.item(index);
			if (item !== null) this.#steps.add(state, item);
		}
		return state;
	}

	/** Folds what is new and has settled into the last state. */
	#grow(source: FoldSource<Item>): void {
		let last = this.#kept.at(-1);
		for (let index = last?.length ?? 0; last && index < source.length; index++) {
			const event = source.settledAt(index);
			const item = event < source.cursor ? source.item(index) : null;
			if (item === null) return;
			if (index > 0 && index % APART === 0) {
				last = { ...last, state: this.#steps.copy(last.state) };
				this.#kept.push(last);
			}
			this.#steps.add(last.state, item);
			last.length = index + 1;
			last.event = Math.max(last.event, event);
		}
	}
}

/** One fold for each list, as long as the list lives. */
export function foldPerList<List extends object, Item, State>(
	steps: FoldSteps<Item, State>
): (list: List) => GrowingFold<Item, State> {
	const folds = new WeakMap<List, GrowingFold<Item, State>>();
	return (list) => {
		let fold = folds.get(list);
		if (!fold) folds.set(list, (fold = new GrowingFold(steps)));
		return fold;
	};
}
