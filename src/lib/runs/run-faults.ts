/** What of a run is over which bound: the page's own (RUN_LIMITS) and the server's. */
import { compileRun } from './compile-run.ts';
import type { RunBounds } from './run-script.ts';
import { measureScript } from './run-script.ts';
import type { Run } from './run.ts';

export interface RunFault {
	readonly kind:
		| 'empty'
		/** RUN_LIMITS. */
		| 'items'
		| 'frame-bytes'
		| 'draft-bytes'
		| 'frames'
		/** Writes and pauses that cannot be said in MAX_STEPS steps. */
		| 'steps'
		/** The server's. */
		| 'run-bytes'
		| 'run-writes'
		| 'run-seconds';
	readonly limit: number;
	readonly actual: number;
	/** Id of the item at fault, where it is one. */
	readonly item: number | null;
}

/** Empty: the run can be sent. @param bounds the server's; null while they are not known */
export function runFaults(run: Run, bounds: RunBounds | null): readonly RunFault[] {
	const { bytes } = measureScript(compileRun(run, null));
	if (!bounds || bytes <= bounds.maxBytes) return [];
	return [{ kind: 'run-bytes', limit: bounds.maxBytes, actual: bytes, item: null }];
}
