/** Finds what a race says. In the order in which it is best read. */
import { findByteFindings } from './byte-findings.ts';
import { findDelayFindings } from './delay-findings.ts';
import { findDeliveryFindings } from './delivery-findings.ts';
import type { Finding } from './finding.ts';
import { findPollingFindings } from './polling-findings.ts';
import type { RaceResult } from './race-result.ts';

export type { Finding, FindingKind } from './finding.ts';

export function findFindings(result: RaceResult): readonly Finding[] {
	const { outcome } = result;
	const early: readonly Finding[] = outcome === 'finished' ? [] : [{ kind: 'cut-short', outcome }];
	return [
		...early,
		...findDeliveryFindings(result),
		...findByteFindings(result),
		...findPollingFindings(result),
		...findDelayFindings(result)
	];
}
