/** What of a draft is over which bound, or what a browser will throw for, in the reader's language. */
import { formatCount } from '#lib/diagrams/field-tree/format.ts';
import type { DraftFault } from '#lib/handshakes/draft/draft-faults.ts';
import type { Text } from '#lib/i18n/text.ts';

export function describeDraftFault(
	{ kind, actual, limit, item }: DraftFault,
	protocols: readonly string[],
	words: Text['handshakeLab']['shell']['sending']
): string {
	if (kind === 'protocol-not-token' || kind === 'protocol-repeated') {
		return words.protocolFaults[kind](protocols[item ?? 0] ?? '');
	}
	return words.faults[kind](formatCount(actual), formatCount(limit));
}
