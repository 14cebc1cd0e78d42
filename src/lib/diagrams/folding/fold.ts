/**
 * Rows of a long diagram that are drawn: a head that always shows, and one window of the rest.
 *
 * A frame of 1 MiB has eight million bits; at no time are more than `largest` rows drawn.
 */
export interface Fold {
	/** Rows in all. */
	readonly total: number;
	/** Rows from 0 that always show. */
	readonly head: number;
	/** Window of further rows, end excluded; head ≤ start ≤ end ≤ total. */
	readonly start: number;
	readonly end: number;
}

export interface FoldSizes {
	/** Rows shown at first, head included. */
	readonly first: number;
	/** Rows that one press adds. */
	readonly step: number;
	/** Most rows a window may have. */
	readonly largest: number;
}

/** The fold at rest. A rest of one or two rows is not worth a button. */
export function openFold(total: number, head: number, sizes: FoldSizes): Fold {
	const kept = Math.min(head, total);
	const all = total <= sizes.first + 2;
	const end = all ? total : Math.max(kept, Math.min(total, sizes.first));
	return { total, head: kept, start: kept, end };
}

/** One step further; rows at the other end go when the window would be too long. */
export function showNext(fold: Fold, sizes: FoldSizes): Fold {
	const end = Math.min(fold.total, fold.end + sizes.step);
	return { ...fold, end, start: Math.max(fold.start, end - sizes.largest) };
}

export function showPrevious(fold: Fold, sizes: FoldSizes): Fold {
	const start = Math.max(fold.head, fold.start - sizes.step);
	return { ...fold, start, end: Math.min(fold.end, start + sizes.largest) };
}

/** The fold in which a row can be seen: itself, a little longer, or a window elsewhere. */
export function reveal(fold: Fold, row: number, sizes: FoldSizes): Fold {
	if (row < 0 || row >= fold.total || isShown(fold, row)) return fold;
	if (row >= fold.end && row < fold.end + sizes.step) return showNext(fold, sizes);
	if (row < fold.start && row >= fold.start - sizes.step) return showPrevious(fold, sizes);
	const start = fold.head + Math.floor((row - fold.head) / sizes.step) * sizes.step;
	return { ...fold, start, end: Math.min(fold.total, start + sizes.step) };
}

export function isShown(fold: Fold, row: number): boolean {
	return row < fold.head || (row >= fold.start && row < fold.end);
}

/** Indices of the rows drawn, in order. */
export function shownRows({ head, start, end }: Fold): number[] {
	const rows: number[] = [];
	for (let row = 0; row < head; row++) rows.push(row);
	for (let row = start; row < end; row++) rows.push(row);
	return rows;
}
