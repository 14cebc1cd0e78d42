/**
 * The moment when a page is first touched: by pointer, keyboard or focus. What a page does not
 * begin with is fetched then, before it is asked for.
 */

const TOUCHES = ['pointerover', 'pointerdown', 'keydown', 'focusin'] as const;

/** Calls `run` once; returns what ends the waiting. */
export function onFirstTouch(run: () => void): () => void {
	const waiting = new AbortController();
	const touched = (): void => {
		waiting.abort();
		run();
	};
	for (const type of TOUCHES) addEventListener(type, touched, { signal: waiting.signal });
	return () => waiting.abort();
}
