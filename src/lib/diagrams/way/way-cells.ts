/** The arrows of a way, and where the keyboard leads from one to the next. */
import type { WayRow, WaySide } from './layout.ts';

export interface WayCell {
	/** Side and index of the record. */
	readonly id: string;
	readonly side: WaySide;
	readonly index: number;
	readonly row: number;
}

export function cellsOf(rows: readonly WayRow[]): WayCell[] {
	return rows.flatMap(({ near, far }, row) => {
		const cell = (side: WaySide, record: WayRow['near']): WayCell[] =>
			record ? [{ id: `${side}-${record.index}`, side, index: record.index, row }] : [];
		return [...cell('near', near), ...cell('far', far)];
	});
}

/** Id of the next cell; null: the key leads nowhere in the diagram. */
export function cellAfterKey(cells: readonly WayCell[], id: string, key: string): string | null {
	const at = cells.findIndex((cell) => cell.id === id);
	const from = cells[at];
	if (!from) return null;
	switch (key) {
		case 'Home':
			return cells[0]?.id ?? null;
		case 'End':
			return cells.at(-1)?.id ?? null;
		case 'ArrowDown':
			return nearest(cells.slice(at + 1), from)?.id ?? id;
		case 'ArrowUp':
			return nearest(cells.slice(0, at).reverse(), from)?.id ?? id;
		case 'ArrowLeft':
		case 'ArrowRight': {
			const side = key === 'ArrowLeft' ? 'near' : 'far';
			return cells.find((cell) => cell.row === from.row && cell.side === side)?.id ?? id;
		}
		default:
			return null;
	}
}

/** In the nearest other row: on the same side where it has one. */
function nearest(cells: readonly WayCell[], { row, side }: WayCell): WayCell | undefined {
	const first = cells.find((cell) => cell.row !== row);
	return cells.find((cell) => cell.row === first?.row && cell.side === side) ?? first;
}
