/**
 * The student's head as it crossed the wire, and what a strict reader says of it.
 *
 * The conversation judges what means to open a WebSocket; here a plain request is judged too, for
 * the student meant it as a handshake.
 */
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { RequestHead, ResponseHead } from '#lib/protocol/http/http-head.ts';
import {
	checkRequest,
	checkResponse,
	type HandshakeVerdict
} from '#lib/protocol/handshake/opening-handshake.ts';

/** Records looked through for a head that the conversation did not judge. */
const SEARCHED = 64;

/** Null while no head of the student's has become whole. */
export function strictOnCaptured(view: ConversationView, role: Direction): HandshakeVerdict | null {
	return role === 'client' ? strictOnRequest(view) : strictOnResponse(view);
}

function strictOnRequest(view: ConversationView): HandshakeVerdict | null {
	if (view.request?.isComplete) return view.request.verdict;
	const head = lastHead(view, 'request');
	return head && checkRequest(head);
}

function strictOnResponse(view: ConversationView): HandshakeVerdict | null {
	if (view.response?.isComplete) return view.response.verdict;
	const head = lastHead(view, 'response');
	const request = view.request?.head ?? null;
	return head && request && checkResponse(head, request);
}

interface Heads {
	readonly request: RequestHead;
	readonly response: ResponseHead;
}

function lastHead<Kind extends keyof Heads>(
	view: ConversationView,
	kind: Kind
): Heads[Kind] | null {
	const from = Math.min(view.recordIndex, SEARCHED);
	for (let index = from; index >= 0; index -= 1) {
		const record = view.record(index);
		if (record?.kind === kind && record.isComplete) return record.head as Heads[Kind];
	}
	return null;
}
