/** The columns of a peer's verdicts: what it does now, then what was recorded. */
import type { Case } from '#lib/runs/cases/cases.ts';
import type { MatrixRow } from '#lib/runs/cases/matrix.ts';

export interface Column {
	readonly title: string;
	/** Null where nothing is known of these very bytes. */
	find(tried: Case): MatrixRow | null;
}
