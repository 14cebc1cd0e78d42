/**
 * One ring around all that is lit, instead of one around each byte.
 */
import type { BytesPerRow } from './layout.ts';

/** The sides of a byte where the ring passes; undefined where the byte is not lit. */
export function ringSides(
	index: number,
	perRow: BytesPerRow,
	isLitAt: (index: number) => boolean
): string | undefined {
	if (!isLitAt(index)) return undefined;
	const column = index % perRow;
	const sides = [];
	if (!isLitAt(index - perRow)) sides.push('top');
	if (!isLitAt(index + perRow)) sides.push('bottom');
	if (column === 0 || !isLitAt(index - 1)) sides.push('start');
	if (column === perRow - 1 || !isLitAt(index + 1)) sides.push('end');
	return sides.join(' ');
}
