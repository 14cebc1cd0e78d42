/** What a race says, as data: words are in the dictionaries (`summary`). */
import type { RaceResult } from './race-result.ts';

export interface Finding {
	readonly kind: string;
}

export function findFindings(result: RaceResult): readonly Finding[] {
	void result;
	return [];
}
