/** The words of a case. */
import type { Text } from '#lib/i18n/text.ts';

export interface CaseWords {
	readonly name: string;
	readonly about: string;
}

/** A case without words is shown by its id. */
export function caseWords(text: Text, id: string): CaseWords {
	const table: Readonly<Record<string, CaseWords>> = text.frameLab.cases.table;
	return table[id] ?? { name: id, about: '' };
}
