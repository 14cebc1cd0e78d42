/** The ways to break a compressed payload, without what carries them out. */
export const BROKEN_WAYS = [
	'reserved-type',
	'plain-text',
	'flipped-bit',
	'cut-short',
	'lost-window'
] as const;
export type BrokenWay = (typeof BROKEN_WAYS)[number];
