/**
 * The message schedule: where each of a block's 80 words comes from.
 *
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final (FIPS 180-4 §6.1.2 step 1)
 */

/** Words that are the block itself. */
export const OWN_WORDS = 16;

/** Indices of the four words that word `t` is made of; null for a word of the block itself. */
export function scheduleSources(t: number): readonly [number, number, number, number] | null {
	return t < OWN_WORDS ? null : [t - 3, t - 8, t - 14, t - 16];
}

/** Indices of the words that are made with word `t`: up to four. */
export function scheduleUses(t: number): readonly number[] {
	return [t + 3, t + 8, t + 14, t + 16].filter((use) => use >= OWN_WORDS && use < 80);
}
