/**
 * What a draft is to a reader: its lines, its head, and what a strict peer makes of that.
 *
 * Total: any bytes are read, up to HANDSHAKE_LIMITS, in time proportional to them. All positions
 * are bytes of the draft.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.2
 */
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/handshake-verdict.ts';
import { MAX_HEAD_BYTES, type HttpHead, type ResponseHead } from '#lib/protocol/http/http-head.ts';
import { isToken } from '#lib/protocol/http/http-token.ts';
import { checkRequest, checkResponse } from '#lib/protocol/handshake/opening-handshake.ts';
import { readHead } from '#lib/protocol/http/read-head.ts';
import { headLength, readLines, type DraftLine, type LineEnding } from './draft-lines.ts';
import { ACCEPT_HOLE, HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';

export type { DraftLine, LineEnding };

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
	const bytes = draft.bytes.subarray(0, HANDSHAKE_LIMITS.draftBytes);
	const length = headLength(bytes);
	const lines = readLines(bytes, HANDSHAKE_LIMITS.lines);
	const kind = draft.role === 'client' ? 'request' : 'response';
	const head = readHead(kind, bytes.slice(0, length), length > MAX_HEAD_BYTES);
	const verdict =
		head.kind === 'request' ? checkRequest(head) : judgeResponse(head, request, draft.protocols);
	return {
		lines,
		hasMoreLines: (lines.at(-1)?.next ?? 0) < length,
		head,
		verdict,
		headLength: length,
		rest: draft.bytes.slice(length),
		isComplete: head.isComplete
	};
}

/** 16 zero bytes: no Accept that anyone would write down is that of this key. */
const STAND_IN_KEY = 'AAAAAAAAAAAAAAAAAAAAAA==';
/** As Chromium offers it; what Firefox offers is part of that. */
const USUAL_OFFER = 'permessage-deflate; client_max_window_bits';

function judgeResponse(
	head: ResponseHead,
	request: HttpHead | null,
	protocols: readonly string[]
): HandshakeVerdict {
	const asked = request ?? standIn(protocols);
	const due = checkRequest(asked).expectedAccept;
	const verdict = checkResponse(due === null ? head : fillHead(head, due), asked);
	return request ? verdict : { ...verdict, key: null, expectedAccept: null };
}

/** What the page's WebSocket will ask. */
function standIn(protocols: readonly string[]): HttpHead {
	const bytes = encodeRequest({
		target: '/',
		host: 'localhost',
		key: STAND_IN_KEY,
		protocols: protocols.filter(isToken),
		extensions: USUAL_OFFER
	});
	return readHead('request', bytes);
}

/** Values change, positions stay: faults are to be marked in the draft as it is written. */
function fillHead(head: ResponseHead, accept: string): ResponseHead {
	const headers = head.headers.map((header) =>
		header.value.includes(ACCEPT_HOLE)
			? { ...header, value: header.value.replaceAll(ACCEPT_HOLE, accept) }
			: header
	);
	return { ...head, headers };
}
