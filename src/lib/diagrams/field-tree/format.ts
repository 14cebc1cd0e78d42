/** Numbers as the diagrams write them: the same figures in both languages. */

/** `1,048,576`: groups of three, as both languages write them. */
export function formatCount(value: number | bigint): string {
	return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Microseconds as milliseconds with three decimals: `12.865`. */
export function formatMs(microseconds: number): string {
	return (microseconds / 1000).toFixed(3);
}
