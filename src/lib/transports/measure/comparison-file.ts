/** The standard comparison as a file: the results of its runs, each with the plan it followed. */
import { readRaceResult, type RaceFileFault } from './race-file.ts';
import type { RaceResult } from './race-result.ts';
import { STANDARD_RUNS, type StandardRun } from './standard-plan.ts';

export interface ComparedRun {
	readonly id: StandardRun;
	readonly result: RaceResult;
}

export type ComparisonRead =
	| { readonly isOk: true; readonly runs: readonly ComparedRun[] }
	| { readonly isOk: false; readonly fault: RaceFileFault };

const VERSION = 1;
const MOST_TEXT = 2 ** 23;

export function writeComparison(runs: readonly ComparedRun[]): string {
	return JSON.stringify({ version: VERSION, runs }, null, '\t');
}

/** Never throws. */
export function readComparison(text: string): ComparisonRead {
	if (text.length > MOST_TEXT) return { isOk: false, fault: 'too-large' };
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { isOk: false, fault: 'not-json' };
	}
	const { version, runs } = (json ?? {}) as { version?: unknown; runs?: unknown };
	if (typeof version === 'number' && version > VERSION) return { isOk: false, fault: 'too-new' };
	if (version !== VERSION || !Array.isArray(runs) || runs.length > STANDARD_RUNS.length) {
		return { isOk: false, fault: 'not-a-run' };
	}
	return readRuns(runs);
}

function readRuns(runs: readonly unknown[]): ComparisonRead {
	const known: ComparedRun[] = [];
	for (const run of runs) {
		const { id, result } = (run ?? {}) as { id?: unknown; result?: unknown };
		const read = readRaceResult(result);
		const name = STANDARD_RUNS.find((each) => each === id);
		if (!read.isOk) return read;
		if (name === undefined) return { isOk: false, fault: 'not-a-run' };
		known.push({ id: name, result: read.result });
	}
	return { isOk: true, runs: known };
}
