/** The strict reading of cases that were not tried yet, each read once. */
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { Case } from '#lib/runs/cases/cases.ts';
import { readRun } from '#lib/runs/read-run.ts';
import type { StrictVerdict } from '#lib/runs/verdict/verdict.ts';

export function caseReader(inflate: MakeInflater): (tried: Case) => StrictVerdict {
	const found = new Map<Case, StrictVerdict>();
	return (tried) => {
		const verdict = found.get(tried) ?? readRun(tried.run, { inflate }).verdict;
		found.set(tried, verdict);
		return verdict;
	};
}
