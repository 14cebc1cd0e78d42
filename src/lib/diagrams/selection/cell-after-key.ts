/**
 * Where a key leads in a grid of bits or bytes; null for keys that do not move. Stays inside.
 *
 * @param perRow cells in a row
 * @param count cells in all
 * @param isFar Home and End lead to the first and last cell of all instead of the row's
 */
export function cellAfterKey(
	cell: number,
	key: string,
	perRow: number,
	count: number,
	isFar = false
): number | null {
	const rowStart = cell - (cell % perRow);
	const target = {
		ArrowLeft: cell - 1,
		ArrowRight: cell + 1,
		ArrowUp: cell - perRow,
		ArrowDown: cell + perRow,
		Home: isFar ? 0 : rowStart,
		End: isFar ? count - 1 : Math.min(rowStart + perRow, count) - 1
	}[key];
	if (target === undefined) return null;
	return target < 0 || target >= count ? cell : target;
}
