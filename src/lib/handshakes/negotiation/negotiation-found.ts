/**
 * What really crossed in a negotiation, and what the page was told of it: read from the capture,
 * nothing predicted.
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import { headerValues, type RequestHead, type ResponseHead } from '#lib/protocol/http/http-head.ts';
import { checkResponse, type HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import {
	readAnswer,
	readBrowserAnswer,
	type AnswerKind,
	type BrowserAnswer
} from '../verdict/answer.ts';

export interface NegotiationFound {
	/** The opening request as captured; null while it is not whole. */
	readonly request: RequestHead | null;
	readonly response: ResponseHead | null;
	readonly kind: AnswerKind;
	readonly status: number | null;
	/** Values of the response's two headers, one for each line. */
	readonly protocols: readonly string[];
	readonly extensions: readonly string[];
	/** What the server says of a refusal. */
	readonly body: string;
	/** A strict client's reading of the response; null while there is none. */
	readonly strict: HandshakeVerdict | null;
	/** Null where no page asked. */
	readonly page: BrowserAnswer | null;
}

export function readNegotiation(conversation: Conversation): NegotiationFound {
	const answer = readAnswer(conversation);
	const { asked: request, head: response, kind, status, body } = answer;
	const hasPage = conversation.at(Infinity).readyState !== null;
	return {
		request,
		response,
		kind,
		status,
		body,
		protocols: response ? headerValues(response, 'sec-websocket-protocol') : [],
		extensions: response ? headerValues(response, 'sec-websocket-extensions') : [],
		strict: response && request ? checkResponse(response, request) : null,
		page: hasPage ? readBrowserAnswer(conversation) : null
	};
}

/** What a browser offers by itself; null where it has not asked. '' where it offers nothing. */
export function offerIn(request: RequestHead | null): string | null {
	return request && headerValues(request, 'sec-websocket-extensions').join(', ');
}
