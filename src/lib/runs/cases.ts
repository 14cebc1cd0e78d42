/**
 * The table of cases: bytes to try on a peer. What they break is read from them, what a peer makes
 * of them is observed; neither is written down here.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import { CLIENT_CASES } from './client-cases.ts';
import type { Run } from './run.ts';
import { SERVER_CASES } from './server-cases.ts';

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

/** All cases of a side, grouped. */
export function casesOf(role: Direction): readonly Case[] {
	return role === 'client' ? CLIENT_CASES : SERVER_CASES;
}
