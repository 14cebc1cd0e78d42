/** Recording time as text. Times are microseconds since the recording began. */

/** Widest clock column, in characters: `9999.999`. */
const WIDEST = 8;

/** Milliseconds with as many of the three decimals as a narrow column holds. */
export function clockText(time: number): string {
	const exact = exactText(time);
	const point = exact.length - 4;
	if (exact.length <= WIDEST) return exact;
	const decimals = Math.max(0, WIDEST - point - 1);
	return (time / 1000).toFixed(Math.min(decimals, 3));
}

/** Milliseconds with all three decimals: to the microsecond. */
export function exactText(time: number): string {
	return (time / 1000).toFixed(3);
}

/** A span in the unit that suits it: `340 µs`, `9.8 ms`, `1.25 s`, `3 min 20 s`. */
export function spanText(span: number): string {
	const us = Math.round(span);
	if (us < 1000) return `${us} µs`;
	if (us < 99_950) return `${trim(us / 1000, 1)} ms`;
	if (us < 999_500) return `${Math.round(us / 1000)} ms`;
	if (us < 59_995_000) return `${trim(us / 1e6, 2)} s`;
	const seconds = Math.round(us / 1e6);
	const minutes = Math.floor(seconds / 60);
	return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

function trim(value: number, decimals: number): string {
	return String(Number(value.toFixed(decimals)));
}
