/**
 * What the other side made of a hand-written handshake, as it can be read from the capture: the
 * answer to a request, and what the page was told of a response. Nothing is predicted.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { ResponseHead } from '#lib/protocol/http-head.ts';

/**
 * Who wrote an answer, by its shape: `ws`; Node's HTTP parser, before any of our code ran; or this
 * lab's own code (the router).
 */
export type AnswerAuthor = 'ws' | 'node' | 'lab';

export type AnswerKind =
	/** Nothing has been sent, or nothing has come yet. */
	| 'waiting'
	/** 101. */
	| 'switched'
	/** Any final status from 300 on. */
	| 'refused'
	/** 2xx: a plain answer to a plain request. */
	| 'answered'
	/** 2xx to CONNECT. */
	| 'tunnel'
	/** Bytes that are no HTTP response. */
	| 'not-http'
	/** The server was waited for, and said nothing. */
	| 'silent'
	/** The peer ended TCP without an answer. */
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
	/** As on the wire, latin1, at most `BODY_SHOWN` bytes. */
	readonly body: string;
	/** µs from the request's last byte to the answer's first; null where one of them is missing. */
	readonly after: number | null;
	/** Indexes of their records; null where there is none, or the request never became whole. */
	readonly request: number | null;
	readonly response: number | null;
}

export interface AnswerReading extends HandshakeAnswer {
	/** The answers to all requests of the connection, in order. */
	readonly answers: readonly HandshakeAnswer[];
}

/** Bytes of a body that an answer quotes. */
export const BODY_SHOWN = 4096;

export interface BrowserAnswer {
	/**
	 * `waiting`: the page has been told nothing yet; `unanswered`: the student has written all there
	 * is, and it is no whole response.
	 */
	readonly kind: 'opened' | 'failed' | 'waiting' | 'unanswered';
	/** Subprotocols that the page offered. */
	readonly offered: readonly string[];
	/** As told to the page at `open`. */
	readonly protocol: string | null;
	readonly extensions: string | null;
	/** Told to the page at `close`. */
	readonly close: {
		readonly code: number;
		readonly reason: string;
		readonly wasClean: boolean;
	} | null;
	readonly hasError: boolean;
}

const NOTHING: HandshakeAnswer = {
	kind: 'waiting',
	status: null,
	author: null,
	head: null,
	body: '',
	after: null,
	request: null,
	response: null
};

/**
 * The answer to the last request that means to open a WebSocket, or to the last request at all
 * where none does.
 * @param cursor events of the recording applied; default: all
 */
export function readAnswer(conversation: Conversation, cursor = Infinity): AnswerReading {
	void conversation;
	void cursor;
	return { ...NOTHING, answers: [] };
}

/** What the page was told of the student's response. */
export function readBrowserAnswer(conversation: Conversation, cursor = Infinity): BrowserAnswer {
	void conversation;
	void cursor;
	return {
		kind: 'waiting',
		offered: [],
		protocol: null,
		extensions: null,
		close: null,
		hasError: false
	};
}
