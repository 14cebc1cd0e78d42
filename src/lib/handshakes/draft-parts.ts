/**
 * The parts of a line as a table shows them, each in the notation of draft-text.ts, on one line.
 * Put together in their order they are the line, byte for byte.
 */
import type { HandshakeDraft } from './handshake-draft.ts';

/** Cut at the first and at the last space (RFC 9112 §3); any part may be empty. */
export interface RequestLineParts {
	readonly kind: 'request';
	readonly method: string;
	readonly target: string;
	readonly version: string;
}

/** Cut at the first and at the second space (RFC 9112 §4). */
export interface StatusLineParts {
	readonly kind: 'response';
	readonly version: string;
	readonly status: string;
	readonly reason: string;
}

export type StartLineParts = RequestLineParts | StatusLineParts;
export type StartPart = 'method' | 'target' | 'version' | 'status' | 'reason';

/** One physical line; of a folded header, its first. */
export interface HeaderParts {
	readonly name: string;
	/** Whitespace. */
	readonly beforeColon: string;
	/** Empty for a line that has no colon: all of it is `name`. */
	readonly colon: ':' | '';
	readonly afterColon: string;
	readonly value: string;
	readonly trailing: string;
}

/** Null where the draft has no start line. */
export function startParts(draft: HandshakeDraft): StartLineParts | null {
	return draft.bytes.length === 0 ? null : { kind: 'request', method: '', target: '', version: '' };
}

/**
 * @param line index among the lines of the draft's reading
 * @returns null for a line that is neither a header nor a part of one
 */
export function headerParts(draft: HandshakeDraft, line: number): HeaderParts | null {
	return line < 0 || draft.bytes.length === 0
		? null
		: { name: '', beforeColon: '', colon: ':', afterColon: ' ', value: '', trailing: '' };
}
