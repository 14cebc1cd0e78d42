/** How the verdicts on a handshake look: a shape beside its word, so that colour is never alone. */
import type { IconName } from '#lib/components/icons.ts';
import type { HandshakeAgreement } from '#lib/handshakes/verdict/agreement.ts';
import type { BrowserAnswer, HandshakeAnswer } from '#lib/handshakes/verdict/answer.ts';
import type { HandshakeJudgeRow } from '#lib/handshakes/verdict/judge-rows.ts';
import type { CheckOutcome } from '#lib/protocol/handshake/handshake-verdict.ts';
import type { VerdictShape } from '../judges/verdict-shape.ts';

const OK: VerdictShape = { icon: 'tick', tone: 'ok' };
const BAD: VerdictShape = { icon: 'octagon', tone: 'violation' };
const OPEN: VerdictShape = { icon: 'waiting', tone: 'quiet' };
const PLAIN: VerdictShape = { icon: 'ring', tone: 'quiet' };

export const STRICT_SHAPES = {
	accepted: OK,
	refused: BAD,
	failed: BAD,
	unfinished: { icon: 'triangle', tone: 'warning' }
} as const satisfies Record<string, VerdictShape>;

export type StrictKind = keyof typeof STRICT_SHAPES;

export const ANSWER_SHAPES: Readonly<
	Record<HandshakeAnswer['kind'] | BrowserAnswer['kind'], VerdictShape>
> = {
	waiting: OPEN,
	switched: OK,
	refused: BAD,
	answered: PLAIN,
	tunnel: OK,
	'not-http': BAD,
	silent: PLAIN,
	ended: BAD,
	reset: BAD,
	abandoned: PLAIN,
	opened: OK,
	failed: BAD,
	unanswered: OPEN
};

export const AGREEMENT_SIGNS: Readonly<
	Record<HandshakeAgreement['kind'], { readonly sign: string; readonly tone: VerdictShape['tone'] }>
> = {
	agree: { sign: '=', tone: 'quiet' },
	disagree: { sign: '≠', tone: 'warning' },
	open: { sign: '≈', tone: 'quiet' },
	none: { sign: '–', tone: 'quiet' }
};

export const OUTCOME_ICONS: Readonly<Record<CheckOutcome, IconName>> = {
	passed: 'tick',
	failed: 'octagon',
	absent: 'minus',
	skipped: 'waiting'
};

export const PEER_ICONS: Readonly<Record<HandshakeJudgeRow['peer'], IconName>> = {
	took: 'tick',
	objected: 'octagon',
	unsaid: 'minus'
};
