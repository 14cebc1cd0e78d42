/** Where the events of a stream come from, as the page asks for it over the lab channel. */

export const PATTERNS = ['steady', 'bursty', 'rare'] as const;
export type Pattern = (typeof PATTERNS)[number];

export type StreamSource =
	| {
			/** Events with ids from 1, made by the server's clock. */
			readonly kind: 'race';
			/** Steady: evenly; bursty: the same number in bunches; rare: at random, seconds apart. */
			readonly pattern: Pattern;
			/** Events a second, on the average; 0: none. */
			readonly rate: number;
			/** Bytes of each event's data (ASCII). */
			readonly size: number;
			/** Seconds after which the source ends by itself. */
			readonly seconds: number;
			/** Makes the same times and texts again. */
			readonly seed: number;
	  }
	/** A log-in by QR code: `scanned`, `confirmed`, `declined`, `expired`. */
	| { readonly kind: 'login' }
	/** The shared world of the push game: a snapshot a tick. */
	| { readonly kind: 'game' };

export const SOURCE_BOUNDS = {
	rate: { least: 0, most: 50 },
	size: { least: 1, most: 16_384 },
	seconds: { least: 1, most: 120 }
} as const;
