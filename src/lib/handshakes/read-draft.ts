/**
 * What a draft is to a reader: its lines, its head, and what a strict peer makes of that.
 *
 * Total: any bytes are read, up to HANDSHAKE_LIMITS, in time proportional to them. All positions
 * are bytes of the draft.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.2
 */
import type { HandshakeVerdict } from '#lib/protocol/handshake-verdict.ts';
import type { HttpHead } from '#lib/protocol/http-head.ts';
import { checkRequest, checkResponse } from '#lib/protocol/opening-handshake.ts';
import { readHead } from '#lib/protocol/read-head.ts';
import type { HandshakeDraft } from './handshake-draft.ts';

/**
 * How a line ends. LF ends a line, with or without a CR before it, as everywhere in this house. A
 * CR alone ends none: `cr` is that of a last line which stops after the first half of its CR LF.
 */
export type LineEnding = 'crlf' | 'lf' | 'cr' | 'none';

/** One physical line of the head. */
export interface DraftLine {
	/** From 0. */
	readonly index: number;
	readonly start: number;
	/** Past its text. */
	readonly end: number;
	/** Past its ending. */
	readonly next: number;
	readonly ending: LineEnding;
	/** `stray`: not a header, since it has no colon or follows no line that could be folded. */
	readonly kind: 'start' | 'header' | 'fold' | 'blank' | 'stray';
	/** Index in `head.headers` of what it belongs to; null for a line of none. */
	readonly header: number | null;
}

export interface DraftReading {
	/** Of the head, blank lines included; the first HANDSHAKE_LIMITS.lines of them. */
	readonly lines: readonly DraftLine[];
	/** Whether there are more lines than those. */
	readonly hasMoreLines: boolean;
	/** The first head of the draft; the place for the Accept stands in it as it is written. */
	readonly head: HttpHead;
	/** The strict reading of the head, its places for the Accept filled. */
	readonly verdict: HandshakeVerdict;
	/** Bytes of the head, blank line included; all bytes where that is missing. */
	readonly headLength: number;
	/** What follows the head. */
	readonly rest: Uint8Array<ArrayBuffer>;
	/** Whether the head has its blank line. */
	readonly isComplete: boolean;
}

/**
 * @param request which a response answers; null: one that a browser would write, whose key is not
 * known yet
 */
export function readDraft(draft: HandshakeDraft, request: HttpHead | null = null): DraftReading {
	const head = readHead(draft.role === 'client' ? 'request' : 'response', draft.bytes);
	const verdict = head.kind === 'request' ? checkRequest(head) : checkResponse(head, request);
	const { isComplete } = head;
	const rest = draft.bytes.subarray(draft.bytes.length);
	const headLength = draft.bytes.length;
	return { lines: [], hasMoreLines: false, head, verdict, headLength, rest, isComplete };
}
