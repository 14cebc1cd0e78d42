/** A column of a table of numbers. */
export interface NumbersColumn<Id extends string> {
	readonly id: Id;
	/** With its unit, unless the cells have theirs. */
	readonly head: string;
	/**
	 * A figure by default. `name`: the row's own head, which one column is. `order`: a number before
	 * the name, left out where there is little room. `words`: read from their start. `link`: needs no
	 * head for who sees it.
	 */
	readonly kind?: 'name' | 'order' | 'words' | 'link';
}
