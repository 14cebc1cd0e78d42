/**
 * One negotiation as a student sets it up: who asks whom, what is offered, what the other side
 * speaks or writes. Header values are text, legal or not; lists and forms are readings of it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-1.9
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-5
 */
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import { listElements } from '#lib/protocol/http/http-token.ts';
import { ANY_DEFLATE, type DeflatePolicy } from '#lib/protocol/handshake/negotiate-deflate.ts';

export const NEGOTIATION_WAYS = ['raw', 'browser', 'own'] as const;
/** Raw client at `ws`; this browser at `ws`; this browser at the student's own answer. */
export type NegotiationWay = (typeof NEGOTIATION_WAYS)[number];

export interface NegotiationDraft {
	readonly way: NegotiationWay;
	/** Value of Sec-WebSocket-Protocol; '': no header. A page hands over its elements. */
	readonly protocols: string;
	/** Value of Sec-WebSocket-Extensions; '': no header. A browser writes its own instead. */
	readonly extensions: string;
	/** Subprotocols that the echo speaks, as a list; null: it is not told, and takes the first. */
	readonly spoken: string | null;
	readonly policy: DeflatePolicy;
	/** The student's own answer: a value for each line of the header. */
	readonly answer: {
		readonly protocols: readonly string[];
		readonly extensions: readonly string[];
	};
}

export const NEGOTIATION_LIMITS = {
	/** Characters of one header value. */
	value: 1024,
	/** Elements of a list that can be edited one by one. */
	elements: 16,
	/** Lines of one header in an answer. */
	lines: 3
} as const;

export const USUAL_OFFER = 'permessage-deflate; client_max_window_bits';

/** What whoever opens the page for the first time finds. */
export const FIRST_NEGOTIATION: NegotiationDraft = {
	way: 'raw',
	protocols: 'chat, superchat',
	extensions: USUAL_OFFER,
	spoken: 'superchat',
	policy: ANY_DEFLATE,
	answer: { protocols: ['superchat'], extensions: [] }
};

/** The elements of a header value or of a text field; none of an empty one. */
export function elementsOf(text: string): readonly string[] {
	if (text.trim() === '') return [];
	return listElements(text).map(({ start, end }) => text.slice(start, end));
}

/** What the page hands to `new WebSocket(url, protocols)`. */
export function pageProtocols({ protocols }: NegotiationDraft): readonly string[] {
	return elementsOf(protocols);
}

/** What a server that is not told otherwise speaks: null, for it takes the first offered. */
export function spokenBy({ spoken }: NegotiationDraft): readonly string[] | null {
	return spoken === null ? null : elementsOf(spoken);
}

/** Path and query of the echo that has these subprotocols and this policy. */
export function echoTarget({ spoken, policy }: NegotiationDraft): string {
	const query: string[] = [];
	if (spoken !== null)
		query.push(`protocols=${encodeURIComponent(spoken.toWellFormed()).replace(/%2C/g, ',')}`);
	if (policy.isOn) query.push('deflate=on', ...deflateQuery(policy));
	return query.length === 0 ? '/ws/echo' : `/ws/echo?${query.join('&')}`;
}

function deflateQuery(policy: DeflatePolicy): string[] {
	const { serverMaxWindowBits: server, clientMaxWindowBits: client } = policy;
	return [
		...(policy.serverNoContextTakeover ? ['server_no_context_takeover'] : []),
		...(policy.clientNoContextTakeover ? ['client_no_context_takeover'] : []),
		...(server === null ? [] : [`server_max_window_bits=${server}`]),
		...(client === null ? [] : [`client_max_window_bits=${client}`])
	];
}

/** Of a header value, only visible characters, spaces and tabs can be sent (RFC 9110 §5.5). */
const SENDABLE = /^[\t\x20-\x7e\xa0-\xff]*$/;

export type NegotiationField = 'protocols' | 'extensions' | 'answer';

/** The first field that cannot be written into a head; null: all can. A page may try any name. */
export function unsendable(draft: NegotiationDraft): NegotiationField | null {
	const { way, protocols, extensions, answer } = draft;
	if (way === 'raw' && !SENDABLE.test(protocols)) return 'protocols';
	if (way === 'raw' && !SENDABLE.test(extensions)) return 'extensions';
	const lines = [...answer.protocols, ...answer.extensions];
	return way === 'own' && !lines.every((line) => SENDABLE.test(line)) ? 'answer' : null;
}

interface RequestContext {
	readonly host: string;
	readonly origin: string;
	/** Sec-WebSocket-Key. */
	readonly key: string;
}

/**
 * The raw client's request.
 * @throws RangeError for what `unsendable` names
 */
export function requestOf(draft: NegotiationDraft, context: RequestContext): Uint8Array {
	const { protocols, extensions } = draft;
	return encodeRequest({
		...context,
		target: echoTarget(draft),
		protocols: protocols === '' ? [] : [protocols],
		extensions
	});
}

/** Lines of the student's answer, without their ends; `accept` as it is to be written. */
export function answerLines({ answer }: NegotiationDraft, accept: string): readonly string[] {
	return [
		'HTTP/1.1 101 Switching Protocols',
		'Upgrade: websocket',
		'Connection: Upgrade',
		`Sec-WebSocket-Accept: ${accept}`,
		...answer.protocols.map((value) => `Sec-WebSocket-Protocol: ${value}`),
		...answer.extensions.map((value) => `Sec-WebSocket-Extensions: ${value}`)
	];
}
