/**
 * The table of cases: bytes to try on a peer. What they break is read from them, what a peer makes
 * of them is observed; neither is written down here.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { Run } from './run.ts';

export const CASE_GROUPS = [
	'legal',
	'masking',
	'reserved',
	'lengths',
	'control',
	'fragments',
	'text',
	'closing',
	'limits',
	'deflate',
	'ends'
] as const;

export type CaseGroup = (typeof CASE_GROUPS)[number];

export interface Case {
	/** Unique within its role. */
	readonly id: string;
	readonly role: Direction;
	readonly run: Run;
	readonly group: CaseGroup;
}
