/**
 * A place in the computation of an Accept, in a link: readable, since a key is no secret.
 *
 * Links come from anywhere: lengths are bounded, and what is no place is the beginning.
 */

/** Characters of a key that is typed: five times a good one, three blocks of SHA-1. */
export const MAX_TYPED_KEY = 128;
/** Characters of a link; each of a key may take twelve (`%F0%9F…`). */
const MAX_LINK = 4096;

const VIEWS = ['text', 'hex', 'binary'] as const;

export interface AcceptPlace {
	readonly key: string;
	/** What it is compared with; empty: nothing. */
	readonly sent: string;
	/** From 0. */
	readonly block: number;
	/** Rounds done, 0 to 80. */
	readonly step: number;
	readonly view: (typeof VIEWS)[number];
}

/** With its `#`. Blocks are numbered from 1, as they are on the screen. */
export function encodeAcceptLink({ key, sent, block, step, view }: AcceptPlace): string {
	const parameters = new URLSearchParams({ key: key.toWellFormed() });
	if (sent !== '') parameters.set('accept', sent.toWellFormed());
	parameters.set('block', String(block + 1));
	parameters.set('round', String(step));
	parameters.set('view', view);
	return `#${parameters}`;
}

/** Null where it holds no key. Never throws. @param hash with or without its `#` */
export function readAcceptLink(hash: string): AcceptPlace | null {
	if (hash.length > MAX_LINK) return null;
	const parameters = new URLSearchParams(hash.replace(/^#/, ''));
	const key = parameters.get('key');
	if (!key) return null;
	return {
		key: key.slice(0, MAX_TYPED_KEY),
		sent: (parameters.get('accept') ?? '').slice(0, MAX_TYPED_KEY),
		block: whole(parameters.get('block'), 1, 4096) - 1,
		step: whole(parameters.get('round'), 0, 80),
		view: VIEWS.find((view) => view === parameters.get('view')) ?? 'hex'
	};
}

/** The least where the text is no whole number, or beyond either end. */
function whole(text: string | null, least: number, most: number): number {
	const value = /^\d{1,4}$/.test(text ?? '') ? Number(text) : least;
	return value >= least && value <= most ? value : least;
}
