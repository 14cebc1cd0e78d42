/**
 * Keeps the words that earlier pages brought: a page that is left is drawn once more with the words
 * of the next one, which may lack its own, and would otherwise never come to its end.
 */
import type { Text } from './text.ts';

/** Adds words to those met before; the same areas in another language take their places. */
export function keepWords(): (words: Text) => Text {
	let known: Partial<Text> = {};
	return (words) => {
		const all = { ...known, ...words };
		known = all;
		return all;
	};
}
