/** The verdict on a way in words. */
import type { WayEvidence } from '#lib/diagrams/way/evidence.ts';
import { isForwarded, type WayVerdict } from '#lib/diagrams/way/verdict.ts';
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';

type Words = Text['handshakeLab']['proxies']['verdict'];

/** Shape and colour of a notice. */
export const VERDICT_KINDS = {
	waiting: 'waiting',
	forwarded: 'ok',
	cut: 'violation',
	refused: 'violation',
	'tunnel-refused': 'violation',
	opened: 'warning',
	silent: 'warning'
} as const satisfies Record<WayVerdict, string>;

export function verdictTitle(words: Words, verdict: WayVerdict, evidence: WayEvidence): string {
	if (verdict === 'refused') return words.refused(String(evidence.status ?? ''));
	if (verdict === 'tunnel-refused') return words['tunnel-refused'](String(evidence.tunnel ?? ''));
	return words[verdict];
}

export function verdictWhy(
	words: Words,
	verdict: WayVerdict,
	evidence: WayEvidence,
	{ hasHeartbeat, format }: { hasHeartbeat: boolean; format: Formats }
): string {
	const { why } = words;
	const [client, server] = [evidence.forwarded.client, evidence.forwarded.server].map(
		format.number
	);
	switch (verdict) {
		case 'forwarded':
			return (hasHeartbeat ? why.kept : why.forwarded)(client ?? '', server ?? '');
		case 'cut':
			return why.cut(format.duration(evidence.cutAfter ?? 0));
		case 'refused':
			return refusedWhy(words, evidence);
		default:
			return why[verdict];
	}
}

function refusedWhy({ why }: Words, { isOwnAnswer, removed }: WayEvidence): string {
	if (isOwnAnswer) return why.own;
	const isStripped = removed.some((name) => name.toLowerCase() === 'upgrade');
	return isStripped ? why.refused : why.refusedOther;
}

/** What was captured of a try speaks for the claim, against it, or not at all. */
export function refutes(evidence: WayEvidence): boolean {
	return evidence.status === 101 && isForwarded(evidence);
}
