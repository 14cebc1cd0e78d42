/**
 * Draws an arc from the match that is looked at to the bytes that it copies, where both are on
 * the screen. Where they stand is known only once the text has been laid out.
 */
import type { Attachment } from 'svelte/attachments';

const SVG = 'http://www.w3.org/2000/svg';
/** Length of the arrow's head, px. */
const HEAD = 5;

/** @param read gives the token looked at, and reads what else moves the arrow */
export function copyArrow(read: () => readonly [number | null, ...unknown[]]): Attachment {
	return (field) => {
		const svg = document.createElementNS(SVG, 'svg');
		const path = document.createElementNS(SVG, 'path');
		svg.classList.add('copy-arrow');
		svg.setAttribute('aria-hidden', 'true');
		svg.append(path);
		field.append(svg);
		let token: number | null = null;
		const draw = () => path.setAttribute('d', token === null ? '' : arc(field, token));
		const observer = new ResizeObserver(draw);
		observer.observe(field);
		$effect(() => {
			[token] = read();
			draw();
		});
		return () => {
			observer.disconnect();
			svg.remove();
		};
	};
}

function arc(field: Element, token: number): string {
	const match = field.querySelector(`[data-token="${token}"]`);
	const source = field.querySelector('[data-source]');
	if (!match || !source) return '';
	const origin = field.getBoundingClientRect();
	const from = match.getBoundingClientRect();
	const [to = source.getBoundingClientRect()] = source.getClientRects();
	const x1 = from.left + Math.min(from.width / 2, 12) - origin.left;
	const y1 = from.top - origin.top;
	const x2 = to.left + Math.min(to.width / 2, 12) - origin.left;
	const y2 = to.top - origin.top - 1;
	// Between two runs of one line the arc goes over it; to a line above it falls on that from above.
	const rise = Math.min(28, 10 + Math.abs(x1 - x2) / 12);
	const top = Math.min(y1, y2) - rise;
	const head = `M${x2 - HEAD} ${y2 - HEAD}L${x2} ${y2}L${x2 + HEAD} ${y2 - HEAD}`;
	return `M${x1} ${y1}C${x1} ${top} ${x2} ${top} ${x2} ${y2}${head}`;
}
