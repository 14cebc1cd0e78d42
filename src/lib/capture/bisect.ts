/** Index of the first element for which `isAfter` holds; elements before it must not satisfy it. */
export function bisect(length: number, isAfter: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isAfter(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
