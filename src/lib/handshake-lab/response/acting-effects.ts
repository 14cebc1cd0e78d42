/** What a header that acts beyond its connection does, as far as a student has to know. */
export type ActingEffect = 'cookie' | 'challenge' | 'lasting';

/** @param name in lower case, of ACTING_HEADERS */
export function effectOf(name: string): ActingEffect {
	if (name === 'set-cookie') return 'cookie';
	return name.endsWith('-authenticate') ? 'challenge' : 'lasting';
}
