/** The rows on the screen: all of a short table, a window around the cursor of a long one. */

/** A table up to this long is shown whole. */
const WHOLE = 40;
/** Rows of a window. */
export const WINDOW = 24;

export interface RowsWindow {
	readonly start: number;
	/** Exclusive. */
	readonly end: number;
}

/**
 * @param center row of the cursor, -1 before the first
 * @param shift rows by which the reader has moved the window
 */
export function rowsWindow(count: number, center: number, shift = 0): RowsWindow {
	if (count <= WHOLE) return { start: 0, end: count };
	const wanted = Math.max(center, 0) - Math.floor(WINDOW / 2) + shift;
	const start = Math.min(Math.max(wanted, 0), count - WINDOW);
	return { start, end: start + WINDOW };
}
