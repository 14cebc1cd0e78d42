/** Chance in [0, 1), from the browser's own source. */
export function chance(): number {
	return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
