/** ms: a page in the background is not painted, and nobody waits for that. */
const LONGEST_FRAME = 100;

/** Resolves as the frame after next begins: what has changed so far has been painted by then. */
export function afterPaint(): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, LONGEST_FRAME);
		const painted = (): void => {
			clearTimeout(timer);
			resolve();
		};
		requestAnimationFrame(() => requestAnimationFrame(painted));
	});
}
