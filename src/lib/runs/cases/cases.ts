/**
 * The table of cases: bytes to try on a peer. What they break is read from them, what a peer makes
 * of them is observed; neither is written down here.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import { FrameWriter } from './frame-writer.ts';
import { EMPTY_RUN, newFrame, type Run, type RunItem } from '../run.ts';

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
	/** Unique within its role; names the words of `frameLab.cases.table`. */
	readonly id: string;
	readonly role: Direction;
	readonly run: Run;
	readonly group: CaseGroup;
}

/** Bytes of a frame, or how the student ends TCP. */
export type CasePiece = Uint8Array<ArrayBuffer> | 'fin' | 'rst';

export interface CaseRecipe {
	readonly id: string;
	readonly group: CaseGroup;
	/** `write` makes frames as that side sends them: masked from the client. */
	pieces(write: FrameWriter): readonly CasePiece[];
	/** All frames in one TCP write, each byte in its own; default: each frame in its own. */
	readonly writes?: 'one' | 'bytes';
}

/** The recipes as cases of one side, by group. */
export function makeCases(role: Direction, recipes: readonly CaseRecipe[]): readonly Case[] {
	const write = new FrameWriter(role);
	return CASE_GROUPS.flatMap((group) =>
		recipes
			.filter((recipe) => recipe.group === group)
			.map((recipe) => ({ id: recipe.id, role, group, run: makeRun(role, recipe, write) }))
	);
}

function makeRun(role: Direction, { pieces, writes, group }: CaseRecipe, write: FrameWriter): Run {
	return {
		...EMPTY_RUN,
		role,
		extensions: group === 'deflate' ? 'permessage-deflate' : '',
		items: pieces(write).map((piece, id) => makeItem(piece, id + 1, writes === 'one')),
		unit: writes === 'bytes' ? 'byte' : 'as-cut'
	};
}

function makeItem(piece: CasePiece, id: number, joinsNext: boolean): RunItem {
	if (typeof piece === 'string') return { id, kind: 'end', how: piece };
	return { ...newFrame(piece), id, joinsNext };
}
