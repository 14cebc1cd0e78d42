/** How a verdict looks: a shape beside its word, so that colour is never alone. */
import type { IconName } from '#lib/components/icons.ts';
import type { Agreement, PeerVerdict, StrictVerdict } from '#lib/runs/verdict/verdict.ts';

export interface VerdictShape {
	readonly icon: IconName;
	readonly tone: 'ok' | 'warning' | 'violation' | 'quiet';
}

const OK: VerdictShape = { icon: 'tick', tone: 'ok' };
const BAD: VerdictShape = { icon: 'octagon', tone: 'violation' };
const OPEN: VerdictShape = { icon: 'waiting', tone: 'quiet' };
const PLAIN: VerdictShape = { icon: 'ring', tone: 'quiet' };

export const STRICT_SHAPES: Readonly<Record<StrictVerdict['kind'], VerdictShape>> = {
	legal: OK,
	close: OK,
	fail: BAD,
	unfinished: { icon: 'triangle', tone: 'warning' },
	nothing: PLAIN
};

export const PEER_SHAPES: Readonly<Record<PeerVerdict['kind'], VerdictShape>> = {
	accepted: OK,
	closed: OK,
	failed: BAD,
	silent: PLAIN,
	ended: PLAIN,
	waiting: OPEN
};

/** `=` and `≠` are the shapes here; nothing to compare is a dash. */
export const AGREEMENT_SIGNS: Readonly<
	Record<Agreement, { readonly sign: string; readonly tone: VerdictShape['tone'] }>
> = {
	agree: { sign: '=', tone: 'quiet' },
	'other-code': { sign: '≠', tone: 'warning' },
	'peer-lenient': { sign: '≠', tone: 'warning' },
	'peer-stricter': { sign: '≠', tone: 'warning' },
	open: { sign: '–', tone: 'quiet' }
};
