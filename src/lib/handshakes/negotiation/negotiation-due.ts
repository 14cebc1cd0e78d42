/**
 * What is due by our reading of the RFCs: from a request, what a server that speaks so much has to
 * answer; from an answer, what a client has to make of it. Read from heads, captured or yet to be
 * sent, never from a preset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-5.1
 */
import { readExtensions } from '#lib/protocol/handshake/check-request.ts';
import { headersNamed, headerValues, parseHttpHead } from '#lib/protocol/http/http-head.ts';
import type { HttpHead, RequestHead, ResponseHead } from '#lib/protocol/http/http-head.ts';
import type { HttpViolation } from '#lib/protocol/http/http-violation.ts';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import {
	negotiateDeflate,
	type DeflateNegotiation
} from '#lib/protocol/handshake/negotiate-deflate.ts';
import {
	checkRequest,
	checkResponse,
	type HandshakeVerdict
} from '#lib/protocol/handshake/opening-handshake.ts';
import { judgeSubprotocols, type SubprotocolChoice } from './judge-subprotocols.ts';
import {
	answerLines,
	pageProtocols,
	requestOf,
	spokenBy,
	unsendable,
	type NegotiationDraft
} from './negotiation-draft.ts';

export interface NegotiationDue {
	/** The page's constructor has to throw a SyntaxError before anything is sent. */
	readonly throws: boolean;
	/** Of a strict server; 0 where nothing is sent to one. */
	readonly status: number;
	readonly protocols: SubprotocolChoice;
	/** Null: what the browser offers is not known before it has asked. */
	readonly deflate: DeflateNegotiation | null;
	/** The offers as they are written, beside those of `deflate`. */
	readonly offerTexts: readonly string[];
	/** Broken rules of the two headers, to be overlooked or not. */
	readonly violations: readonly HttpViolation[];
}

/** Any legal one: what is due does not depend on the key (§1.3's own). */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const CONTEXT = { host: 'localhost', origin: 'http://localhost', key: KEY };

/**
 * The request of a draft before it is sent; null where it cannot be written.
 * @param browserOffer what the browser offers by itself; null: not known
 */
export function draftRequest(
	draft: NegotiationDraft,
	browserOffer: string | null
): RequestHead | null {
	const isRaw = draft.way === 'raw';
	const protocols = isRaw ? draft.protocols : pageProtocols(draft).join(', ');
	const extensions = isRaw ? draft.extensions : (browserOffer ?? '');
	const asked: NegotiationDraft = { ...draft, way: 'raw', protocols, extensions };
	if (unsendable(asked) !== null) return null;
	const head = headOf('request', requestOf(asked, CONTEXT));
	return head?.kind === 'request' ? head : null;
}

function headOf(kind: 'request' | 'response', bytes: Uint8Array): HttpHead | null {
	const result = parseHttpHead(bytes, { kind });
	return result.kind === 'incomplete' ? null : result.head;
}

/** What the page's constructor makes of its list: duplicates and names that are no tokens throw. */
export function constructorThrows(protocols: readonly string[]): boolean {
	return protocols.length > 0 && !judgeSubprotocols([protocols.join(',')], null).isLegal;
}

/**
 * @param head of the request, captured or a draft's
 * @param isOfferKnown whether its extensions are those that are sent
 */
export function negotiationDue(
	draft: NegotiationDraft,
	head: RequestHead | null,
	isOfferKnown: boolean
): NegotiationDue {
	const values = head
		? headerValues(head, 'sec-websocket-protocol')
		: [draft.way === 'raw' ? draft.protocols : pageProtocols(draft).join(',')];
	const protocols = judgeSubprotocols(
		values.length === 1 && values[0] === '' ? [] : values,
		spokenBy(draft)
	);
	const throws = draft.way !== 'raw' && constructorThrows(pageProtocols(draft));
	const verdict = head && checkRequest(head);
	const { deflate, offerTexts } = deflateDue(draft, isOfferKnown ? head : null);
	return {
		throws,
		status: throws || !verdict ? 0 : (verdict.statusDue ?? 101),
		protocols,
		deflate,
		offerTexts,
		violations: verdict ? listFaults(verdict, 'subprotocols', 'extensions') : []
	};
}

function deflateDue({ policy }: NegotiationDraft, head: RequestHead | null) {
	if (!head) return { deflate: null, offerTexts: [] };
	const { extensions } = readExtensions(headersNamed(head, 'sec-websocket-extensions'));
	return {
		deflate: negotiateDeflate(extensions, policy),
		offerTexts: extensions.map(({ start, end }) => latin1(head.bytes, start, end))
	};
}

/** What the 101 due says, where one is; null: no header. */
export function answerDue({ status, protocols, deflate }: NegotiationDue): {
	readonly protocol: string | null;
	/** Undefined: not known yet. */
	readonly extensions: string | null | undefined;
} {
	if (status !== 101) return { protocol: null, extensions: null };
	return {
		protocol: protocols.chosen,
		extensions: deflate ? deflate.response || null : undefined
	};
}

/** One line of an answer, and what a strict client has against it. */
export interface JudgedLine {
	readonly header: 'protocol' | 'extensions';
	readonly value: string;
	/** Null: it cannot be told before the browser's own offer is known. */
	readonly violations: readonly HttpViolation[] | null;
}

export interface AnswerReadingDue {
	readonly throws: boolean;
	readonly lines: readonly JudgedLine[];
	/** Of the whole answer; null: it cannot be told yet, or written. */
	readonly verdict: HandshakeVerdict | null;
}

/** How a strict client reads the student's answer to a request. */
export function writtenDue(
	draft: NegotiationDraft,
	request: RequestHead | null,
	isOfferKnown: boolean
): AnswerReadingDue {
	const throws = constructorThrows(pageProtocols(draft));
	const head = request && unsendable(draft) === null ? answerHead(draft, request) : null;
	if (!head || !request) return { throws, lines: [], verdict: null };
	const verdict = checkResponse(head, request);
	const isOpen = !isOfferKnown && draft.answer.extensions.length > 0;
	const isRefused = listFaults(verdict, 'chosen-subprotocol').some(({ isFatal }) => isFatal);
	return {
		throws,
		lines: judgeLines(head, verdict, isOfferKnown),
		verdict: isOpen && !isRefused ? null : verdict
	};
}

function answerHead(draft: NegotiationDraft, request: RequestHead): ResponseHead | null {
	const accept = checkRequest(request).expectedAccept ?? '';
	const text = [...answerLines(draft, accept), '', ''].join('\r\n');
	const head = headOf('response', latin1Bytes(text));
	return head?.kind === 'response' ? head : null;
}

const JUDGED = {
	'sec-websocket-protocol': ['protocol', 'chosen-subprotocol'],
	'sec-websocket-extensions': ['extensions', 'accepted-extensions']
} as const;

function judgeLines(
	head: ResponseHead,
	verdict: HandshakeVerdict,
	isOfferKnown: boolean
): readonly JudgedLine[] {
	return Object.entries(JUDGED).flatMap(([name, [header, check]]) =>
		headersNamed(head, name).map(({ value, nameStart, valueEnd }) => {
			const faults = listFaults(verdict, check).filter(
				({ bitOffset }) => bitOffset >= nameStart * 8 && bitOffset <= valueEnd * 8
			);
			const isOpen = header === 'extensions' && !isOfferKnown;
			return { header, value, violations: isOpen ? null : faults };
		})
	);
}

function listFaults(verdict: HandshakeVerdict, ...ids: readonly string[]): HttpViolation[] {
	return verdict.checks.filter(({ id }) => ids.includes(id)).flatMap((each) => each.violations);
}
