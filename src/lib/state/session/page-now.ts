/** Microseconds since the page began. */
export function pageNow(): number {
	return performance.now() * 1000;
}
