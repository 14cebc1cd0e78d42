/** A page's time with the error of its clock: no more digits than the error leaves any sense in. */
export function uncertainText(time: number, error: number): string {
	const milliseconds = Math.max(error, 1) / 1000;
	const decimals = Math.min(3, Math.max(0, Math.ceil(-Math.log10(milliseconds))));
	const unit = 10 ** decimals;
	// Rounded up: an error is never shown smaller than it is.
	const shown = Math.ceil(milliseconds * unit - 1e-9) / unit;
	return `${(time / 1000).toFixed(decimals)} ±${shown.toFixed(decimals)}`;
}
