/** Load runs as a file: every number as the server reported it, and what the page saw them with. */
import type { KeptRun } from './load-runs.svelte.ts';

/** @param browser its `User-Agent` */
export function writeLoadFile(runs: readonly KeptRun[], browser: string): string {
	const kept = runs.map(({ startedAt, result }) => ({ startedAt, result }));
	return `${JSON.stringify({ kind: 'wire101-load-runs', version: 1, browser, runs: kept }, null, '\t')}\n`;
}
