/**
 * Keeps the words that earlier pages brought: a page that is left is drawn once more with the words
 * of the next one, which may lack its own, and would otherwise never come to its end.
 */
import type { Text } from './text.ts';

type Known = { -readonly [area in keyof Text]?: Text[area] };

/** Adds words to those met before; the same areas in another language take their places. */
export function keepWords(): (words: Text) => Text {
	let known: Known = {};
	return (words) => {
		const all = { ...known, ...words };
		// Each tool of a lab brings its own.
		if (known.frameLab && words.frameLab) all.frameLab = { ...known.frameLab, ...words.frameLab };
		if (known.handshakeLab && words.handshakeLab) {
			all.handshakeLab = { ...known.handshakeLab, ...words.handshakeLab };
		}
		if (known.transportsLab && words.transportsLab) {
			all.transportsLab = { ...known.transportsLab, ...words.transportsLab };
		}
		known = all;
		return all;
	};
}
