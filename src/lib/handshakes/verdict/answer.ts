/**
 * What the server made of a hand-written request, as it can be read from the capture. Nothing is
 * predicted.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { Conversation, Exchange } from '#lib/capture/conversation.ts';
import type { RequestHead, ResponseHead } from '#lib/protocol/http/http-head.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { authorOf, type AnswerAuthor } from './answer-author.ts';

export type { AnswerAuthor } from './answer-author.ts';
export { readBrowserAnswer, type BrowserAnswer } from './browser-answer.ts';

export type AnswerKind =
	/** Nothing has been sent, or nothing has come yet. */
	| 'waiting'
	/** 101. */
	| 'switched'
	/** Any other final status but 2xx. */
	| 'refused'
	/** 2xx: a plain answer to a plain request. */
	| 'answered'
	/** 2xx to CONNECT. */
	| 'tunnel'
	/** Bytes, and then the end, and no whole HTTP response. */
	| 'not-http'
	/** The server was waited for, and said nothing. */
	| 'silent'
	/** The peer ended TCP without an answer, with FIN or with RST. */
	| 'ended'
	| 'reset'
	/** The student's side ended before an answer came. */
	| 'abandoned';

export interface HandshakeAnswer {
	readonly kind: AnswerKind;
	readonly status: number | null;
	/** Null where there is no answer, or its shape is nobody's here. */
	readonly author: AnswerAuthor | null;
	readonly head: ResponseHead | null;
	/** At most `BODY_SHOWN` bytes, as UTF-8 where they are that, else as latin1. */
	readonly body: string;
	/** What was asked; null where the request never became whole. */
	readonly asked: RequestHead | null;
	/** µs from the request's last byte to the answer's first; null where one of them is missing. */
	readonly after: number | null;
	/** Indexes of their records in the conversation; null where there is none. */
	readonly request: number | null;
	readonly response: number | null;
}

export interface AnswerReading extends HandshakeAnswer {
	/** The answers to all requests of the connection, in order. */
	readonly answers: readonly HandshakeAnswer[];
}

/** Bytes of a body that an answer quotes. */
export const BODY_SHOWN = 4096;

const NOTHING: HandshakeAnswer = {
	kind: 'waiting',
	status: null,
	author: null,
	head: null,
	body: '',
	asked: null,
	after: null,
	request: null,
	response: null
};

/**
 * The answer to the last request that means to open a WebSocket and got one, else to the last one
 * of them, else to the last request at all.
 * @param cursor events of the recording applied; default: all
 */
export function readAnswer(conversation: Conversation, cursor = Infinity): AnswerReading {
	const view = conversation.at(cursor);
	const answers = conversation.exchanges.flatMap(
		(exchange) => readExchange(conversation, view, exchange) ?? []
	);
	const isOpening = ({ request }: HandshakeAnswer) => {
		const record = request === null ? null : view.record(request);
		return record === null || (record.kind === 'request' && record.verdict !== null);
	};
	const last =
		answers.findLast((answer) => isOpening(answer) && answer.response !== null) ??
		answers.findLast(isOpening) ??
		answers.at(-1);
	return { ...(last ?? unasked(conversation, view)), answers };
}

/** Null where nothing of the exchange has happened yet. */
function readExchange(
	conversation: Conversation,
	view: ConversationView,
	exchange: Exchange
): HandshakeAnswer | null {
	const request = wholeHead(view, exchange.request, 'request');
	const response = wholeHead(view, exchange.response, 'response');
	if (!request && !response) return null;
	const asked = request?.head ?? null;
	const place = { asked, request: request?.index ?? null };
	if (!response) return { ...NOTHING, ...place, kind: kindWithoutAnswer(conversation, view) };
	const { head, index } = response;
	const kind = kindOf(head, exchange.isTunnel);
	return {
		...place,
		kind,
		status: head.status,
		author: authorOf(head),
		head,
		body: kind === 'switched' ? '' : bodyAfter(view, index),
		after: request && Math.max(0, response.t - request.tEnd),
		response: index
	};
}

function wholeHead<Kind extends 'request' | 'response'>(
	view: ConversationView,
	index: number,
	kind: Kind
) {
	const record = index < 0 ? null : view.record(index);
	type Found = Extract<NonNullable<typeof record>, { kind: Kind }>;
	return record?.kind === kind && record.isComplete ? (record as Found) : null;
}

function kindOf({ status }: ResponseHead, isTunnel: boolean): AnswerKind {
	if (status === 101) return 'switched';
	if (isTunnel) return 'tunnel';
	return status !== null && status >= 200 && status < 300 ? 'answered' : 'refused';
}

/** The body stands between its head and what else the server sent. */
function bodyAfter(view: ConversationView, response: number): string {
	for (let index = response + 1; index <= view.recordIndex; index++) {
		const record = view.record(index);
		if (record?.direction !== 'server') continue;
		if (record.kind === 'body') return bodyText(record.bytes);
		// A body that has no place there, as after HEAD, is read as the beginning of another response.
		const isLost = record.kind === 'response' && !record.isComplete;
		return isLost ? bodyText(record.head.bytes) : '';
	}
	return '';
}

function bodyText(bytes: Uint8Array): string {
	const shown = bytes.subarray(0, BODY_SHOWN);
	try {
		// A character that the bound has cut through is left out.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(shown, {
			stream: true
		});
	} catch {
		return latin1(shown);
	}
}

/** No request has become whole. */
function unasked(conversation: Conversation, view: ConversationView): HandshakeAnswer {
	return { ...NOTHING, kind: kindWithoutAnswer(conversation, view) };
}

/** Who ended first counts: what comes after the student's own end is no answer. */
function kindWithoutAnswer(conversation: Conversation, view: ConversationView): AnswerKind {
	const end = firstEnd(view);
	const known = Math.min(view.cursor, end?.firstEvent ?? Infinity);
	const isSilent = conversation.runs.some(
		({ event, eventIndex }) => event.told.name === 'unanswered' && eventIndex < known
	);
	if (end?.direction === 'client') return isSilent ? 'silent' : 'abandoned';
	if (end && view.bytes.server > 0 && isCutShort(view)) return 'not-http';
	if (end) return end.kind === 'rst' ? 'reset' : 'ended';
	return isSilent ? 'silent' : 'waiting';
}

function firstEnd(view: ConversationView) {
	for (let index = 0; index <= view.recordIndex; index++) {
		const record = view.record(index);
		if (record?.kind === 'fin' || record?.kind === 'rst') return record;
	}
	return null;
}

/** Whether the last bytes of the server are no whole head, nor the body of one. */
function isCutShort(view: ConversationView): boolean {
	for (let index = view.recordIndex; index >= 0; index--) {
		const record = view.record(index);
		if (record?.direction !== 'server' || record.kind === 'fin' || record.kind === 'rst') continue;
		return record.kind === 'stray' || (record.kind === 'response' && !record.isComplete);
	}
	return false;
}
