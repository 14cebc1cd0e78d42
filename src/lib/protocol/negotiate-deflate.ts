/**
 * How a server settles the offers of permessage-deflate, step by step, so that each decision can
 * be shown.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-5.1
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
import type { DeflateParameters } from '#lib/protocol/deflate-parameters.ts';
import type { Extension } from '#lib/protocol/extension.ts';

/** What the server wants of its own accord. */
export interface DeflatePolicy {
	/** Whether it speaks permessage-deflate at all. */
	readonly isOn: boolean;
	readonly serverNoContextTakeover: boolean;
	readonly clientNoContextTakeover: boolean;
	/** Most bits of its own window, 8 to 15; null: as the client likes. */
	readonly serverMaxWindowBits: number | null;
	/** Most bits of the client's window; null: as the client likes. */
	readonly clientMaxWindowBits: number | null;
}

/** Takes every legal offer as it is. */
export const ANY_DEFLATE: DeflatePolicy = {
	isOn: true,
	serverNoContextTakeover: false,
	clientNoContextTakeover: false,
	serverMaxWindowBits: null,
	clientMaxWindowBits: null
};

export const DECLINE_CODES = [
	'compression-off',
	'extension-unknown',
	'parameter-unknown',
	'parameter-repeated',
	'value-invalid',
	'client-window-not-offered'
] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

export interface DeclineReason {
	readonly code: DeclineCode;
	/** Name of the parameter; null where the whole offer is meant. */
	readonly parameter: string | null;
}

export interface JudgedOffer {
	readonly offer: Extension;
	readonly outcome: 'accepted' | 'declined' | 'malformed' | 'not-reached';
	readonly reasons: readonly DeclineReason[];
	/** The element that answers this offer; null where it is not accepted. */
	readonly response: string | null;
}

export interface DeflateNegotiation {
	/** Every element of the client's list, in its order. */
	readonly offers: readonly JudgedOffer[];
	/** Index of the accepted offer; null: none. */
	readonly accepted: number | null;
	/** Value of the response's Sec-WebSocket-Extensions; '' where it holds none. */
	readonly response: string;
	readonly parameters: Required<DeflateParameters> | null;
}

export type DeflateParameterName =
	| 'server_no_context_takeover'
	| 'client_no_context_takeover'
	| 'server_max_window_bits'
	| 'client_max_window_bits';

/** Who may shrink what (RFC 7692 §7.1.1, §7.1.2). */
export interface DeflateParameterRule {
	readonly name: DeflateParameterName;
	/** Whose compressor it binds. */
	readonly binds: 'client' | 'server';
	/** In an offer the client demands it of the server, or hints at what it will do itself. */
	readonly inOffer: 'demand' | 'hint';
	/** Whether an answer that accepts the offer has to repeat it. */
	readonly isOwed: boolean;
	/** Whether the answer may hold it where the offer does not. */
	readonly mayBeAdded: boolean;
	readonly value: 'none' | 'bits' | 'bits-or-none-in-offer';
	readonly section: string;
}

export const DEFLATE_PARAMETER_RULES: readonly DeflateParameterRule[] = [
	{
		name: 'server_no_context_takeover',
		binds: 'server',
		inOffer: 'demand',
		isOwed: true,
		mayBeAdded: true,
		value: 'none',
		section: 'RFC 7692 7.1.1.1'
	},
	{
		name: 'client_no_context_takeover',
		binds: 'client',
		inOffer: 'hint',
		isOwed: false,
		mayBeAdded: true,
		value: 'none',
		section: 'RFC 7692 7.1.1.2'
	},
	{
		name: 'server_max_window_bits',
		binds: 'server',
		inOffer: 'demand',
		isOwed: true,
		mayBeAdded: true,
		value: 'bits',
		section: 'RFC 7692 7.1.2.1'
	},
	{
		name: 'client_max_window_bits',
		binds: 'client',
		inOffer: 'hint',
		isOwed: false,
		mayBeAdded: false,
		value: 'bits-or-none-in-offer',
		section: 'RFC 7692 7.1.2.2'
	}
];

/** A strict server's answer: the first legal offer that it can meet, in the client's order. */
export function negotiateDeflate(
	offers: readonly Extension[],
	policy: DeflatePolicy
): DeflateNegotiation {
	void policy;
	return {
		offers: offers.map((offer) => ({ offer, outcome: 'not-reached', reasons: [], response: null })),
		accepted: null,
		response: '',
		parameters: null
	};
}
