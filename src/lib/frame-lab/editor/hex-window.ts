/** The window of bytes that the hex form shows. */

/**
 * First byte of the window: where it was moved to, else the one that holds what is chosen.
 *
 * @param moved where it was moved to while `focus` was chosen; another choice moves it again
 */
export function windowStart(
	total: number,
	focus: number | null,
	moved: { readonly focus: number | null; readonly start: number } | null,
	size: number
): number {
	const isKept = moved !== null && (focus === null || moved.focus === focus);
	const wanted = isKept ? moved.start : (focus ?? 0);
	const last = Math.max(0, total - 1);
	return Math.floor(Math.min(wanted, last) / size) * size;
}

/** The bytes with those from `start` to `end` replaced. */
export function replaceWindow(
	bytes: Uint8Array,
	start: number,
	end: number,
	part: Uint8Array
): Uint8Array<ArrayBuffer> {
	const changed = new Uint8Array(start + part.length + bytes.length - end);
	changed.set(bytes.subarray(0, start));
	changed.set(part, start);
	changed.set(bytes.subarray(end), start + part.length);
	return changed;
}
