/** Where a key leads from a row: the arrows by one, Page Up and Down by ten, Home and End. */
const STEPS: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	ArrowUp: -1,
	PageDown: 10,
	PageUp: -10,
	Home: -Infinity,
	End: Infinity
};

/** Index of the row, kept inside the list; null for a key that does not move. */
export function rowKey(key: string, at: number, count: number): number | null {
	const step = STEPS[key];
	if (step === undefined || count === 0) return null;
	return Math.min(Math.max(at + step, 0), count - 1);
}
