/**
 * Puts a popover beside its trigger, and keeps it there while the page scrolls or is resized.
 * CSS anchors would do it alone, but not in every browser we support.
 */

const GAP = 6;
const EDGE = 8;

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * Below the trigger and in line with its start or end; above where below has no room; over it where
 * neither has.
 */
export function placeBeside(
	trigger: Box,
	popover: Size,
	viewport: Size,
	align: 'start' | 'end'
): { left: number; top: number } {
	const wanted = align === 'start' ? trigger.left : trigger.right - popover.width;
	const left = Math.max(EDGE, Math.min(wanted, viewport.width - popover.width - EDGE));
	const below = trigger.bottom + GAP;
	const above = trigger.top - GAP - popover.height;
	const lowest = viewport.height - popover.height - EDGE;
	if (below <= lowest) return { left, top: below };
	if (above >= EDGE) return { left, top: above };
	// Over the trigger rather than beyond the edge: what is outside a fixed box cannot be scrolled to.
	return { left, top: lowest >= EDGE ? lowest : below };
}

/** Follows the trigger until the returned function is called. */
export function followTrigger(
	trigger: Element,
	popover: HTMLElement,
	align: 'start' | 'end'
): () => void {
	const place = () => {
		const { clientWidth: width, clientHeight: height } = document.documentElement;
		const box = popover.getBoundingClientRect();
		const at = placeBeside(trigger.getBoundingClientRect(), box, { width, height }, align);
		popover.style.left = `${at.left}px`;
		popover.style.top = `${at.top}px`;
	};
	place();
	const options = { capture: true, passive: true } as const;
	addEventListener('scroll', place, options);
	addEventListener('resize', place, options);
	return () => {
		removeEventListener('scroll', place, options);
		removeEventListener('resize', place, options);
	};
}
