/**
 * Whether the two judges of a run agree, and why they part where it is known.
 *
 * An explanation follows from what both said, never from the name of a case.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { Agreement, PeerVerdict, StrictVerdict } from './verdict.ts';

export const EXPLANATIONS = [
	'length-not-minimal-taken',
	'length-top-bit-as-size',
	'utf8-checked-late',
	'checked-late',
	'utf8-as-protocol-error',
	'deflate-as-protocol-error',
	'deflate-end-unchecked',
	'close-code-taken',
	'close-body-unreported',
	'masked-frame-taken',
	'reserved-close-code-refused',
	'closed-then-failed',
	'size-limit',
	'fragment-limit',
	'closed-without-code',
	'ended-without-close',
	'close-unanswered',
	'taken',
	'refused',
	'another-code'
] as const;

/** Names the words of `frameLab.verdicts.explanations`. */
export type ExplanationId = (typeof EXPLANATIONS)[number];

export function compareVerdicts(strict: StrictVerdict, peer: PeerVerdict): Agreement {
	if (peer.kind === 'waiting' || strict.kind === 'nothing') return 'open';
	if (strict.kind === 'fail') return compareFailure(strict.closeCode, peer);
	if (peer.kind === 'failed') return 'peer-stricter';
	const owesClose = strict.kind === 'close';
	const isUnanswered = peer.kind === 'accepted' || peer.kind === 'silent';
	return owesClose && isUnanswered ? 'peer-lenient' : 'agree';
}

/** §7.1.7: the close frame is a SHOULD, so that an end without one is another way to fail. */
function compareFailure(closeCode: number, peer: PeerVerdict): Agreement {
	if (peer.kind === 'ended') return 'open';
	if (peer.kind !== 'failed') return 'peer-lenient';
	return peer.closeCode === closeCode ? 'agree' : 'other-code';
}

/** Why they part; null where they do not, or where nothing can be said yet. */
export function explainDisagreement(
	strict: StrictVerdict,
	peer: PeerVerdict,
	role: Direction
): ExplanationId | null {
	const agreement = compareVerdicts(strict, peer);
	if (agreement === 'peer-lenient') return explainLenience(strict, peer, role);
	if (agreement === 'other-code') return explainCode(strict, peer);
	if (agreement === 'peer-stricter') return explainRefusal(strict, peer);
	return null;
}

const TEXT_RULES: readonly string[] = ['invalid-utf8', 'close-reason-invalid-utf8'];
const CLOSE_CODE_RULES: readonly string[] = ['close-code-not-on-wire', 'close-code-unassigned'];

function explainLenience(strict: StrictVerdict, peer: PeerVerdict, role: Direction): ExplanationId {
	if (strict.kind === 'close') return 'close-unanswered';
	if (strict.kind !== 'fail') return 'taken';
	const { code } = strict;
	if (code === 'length-not-minimal') return 'length-not-minimal-taken';
	if (code === 'server-frame-masked') return 'masked-frame-taken';
	if (code === 'deflate-data-invalid') return 'deflate-end-unchecked';
	if (peer.kind === 'silent') return code === 'invalid-utf8' ? 'utf8-checked-late' : 'checked-late';
	const isUnreported = role === 'server' && peer.pageClose?.code === 1005;
	if (isUnreported && (CLOSE_CODE_RULES.includes(code) || code === 'close-payload-one-byte')) {
		return 'close-body-unreported';
	}
	if (CLOSE_CODE_RULES.includes(code)) return 'close-code-taken';
	return 'taken';
}

function explainCode(strict: StrictVerdict, { closeCode }: PeerVerdict): ExplanationId {
	if (closeCode === undefined) return 'ended-without-close';
	if (closeCode === null) return 'closed-without-code';
	if (strict.kind !== 'fail') return 'another-code';
	if (strict.code === 'length-top-bit-set' && closeCode === 1009) return 'length-top-bit-as-size';
	if (closeCode !== 1002) return 'another-code';
	if (TEXT_RULES.includes(strict.code)) return 'utf8-as-protocol-error';
	return strict.code === 'deflate-data-invalid' ? 'deflate-as-protocol-error' : 'another-code';
}

function explainRefusal(strict: StrictVerdict, { closeCode }: PeerVerdict): ExplanationId {
	if (closeCode === 1009) return 'size-limit';
	if (closeCode === 1008) return 'fragment-limit';
	if (strict.kind !== 'close' || closeCode === undefined) return 'refused';
	return closeCode === strict.code ? 'closed-then-failed' : 'reserved-close-code-refused';
}
