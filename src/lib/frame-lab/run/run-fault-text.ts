/** What of a run is over which bound, in the reader's language. */
import { formatCount } from '#lib/diagrams/field-tree/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { RunFault } from '#lib/runs/run-faults.ts';

export function describeRunFault(
	{ kind, actual, limit }: RunFault,
	words: Text['frameLab']['runs']['faults']
): string {
	return words[kind](formatCount(actual), formatCount(limit));
}
