/** Which border between two bytes of the bar lies nearest to a point of the screen. */
import type { CutPlace } from './cut-place.ts';

export interface NearPlace {
	readonly place: CutPlace;
	/** How far the border is from the point, in px; 0 inside a folded cell. */
	readonly distance: number;
	/** Where the border is, in px from the bar's corner. */
	readonly x: number;
	readonly y: number;
}

/** @param bar its cells carry `data-item`, `data-from` and `data-to` */
export function nearestPlace(
	bar: HTMLElement,
	clientX: number,
	clientY: number,
	placeIn: (item: number, offset: number) => CutPlace | null
): NearPlace | null {
	const cell = nearestCell(bar, clientX, clientY);
	if (!cell) return null;
	const { item, from, to, rect } = cell;
	const along = Math.min(1, Math.max(0, (clientX - rect.left) / rect.width));
	const offset = from + Math.round(along * (to - from));
	const place = placeIn(item, offset);
	if (!place) return null;
	const isFolded = to - from > 1;
	const x = isFolded ? clientX : offset === from ? rect.left : rect.right;
	const corner = bar.getBoundingClientRect();
	return {
		place,
		distance: isFolded ? 0 : Math.abs(clientX - x),
		x: x - corner.left,
		y: rect.top - corner.top
	};
}

interface Cell {
	readonly item: number;
	readonly from: number;
	readonly to: number;
	readonly rect: DOMRect;
}

/** In the row that is nearest, the cell that is nearest. */
function nearestCell(bar: HTMLElement, x: number, y: number): Cell | null {
	let best: { element: HTMLElement; rect: DOMRect } | null = null;
	let bestScore = Infinity;
	for (const element of bar.querySelectorAll<HTMLElement>('[data-from]')) {
		const rect = element.getBoundingClientRect();
		// A row counts before a column: the cells of the next row are never meant.
		const score = outside(y, rect.top, rect.bottom) * 1e4 + outside(x, rect.left, rect.right);
		if (score >= bestScore) continue;
		best = { element, rect };
		bestScore = score;
	}
	if (!best) return null;
	const { item, from, to } = best.element.dataset;
	return { item: Number(item), from: Number(from), to: Number(to), rect: best.rect };
}

function outside(at: number, from: number, to: number): number {
	return Math.max(from - at, at - to, 0);
}
