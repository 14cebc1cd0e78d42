/**
 * How a server settles the offers of permessage-deflate, step by step, so that each decision can
 * be shown.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-5.1
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
import { offerFaults, PERMESSAGE_DEFLATE } from './deflate-negotiation.ts';
import type { DeflateParameters } from '../deflate/deflate-parameters.ts';
import type { Extension } from './extension.ts';

/** §7.1.2: the window where none is named. */
const MOST_BITS = 15;

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

/**
 * A strict server's answer: the first legal offer that it can meet, in the client's order. What is
 * wrong with one offer is nothing to the others, and where none can be met the handshake goes on
 * without compression (§5.1).
 * @throws RangeError when a window of the policy is not a whole number of bits from 8 to 15
 */
export function negotiateDeflate(
	offers: readonly Extension[],
	policy: DeflatePolicy
): DeflateNegotiation {
	checkBits('serverMaxWindowBits', policy.serverMaxWindowBits);
	checkBits('clientMaxWindowBits', policy.clientMaxWindowBits);
	const judged = offers.map((offer) => judgeOffer(offer, policy));
	const accepted = judged.findIndex(({ outcome }) => outcome === 'accepted');
	const offer = offers[accepted];
	const settled = offer ? settle(offer, policy) : null;
	return {
		offers: judged.map((each, at) => reached(each, at, accepted, settled)),
		accepted: offer ? accepted : null,
		response: settled ? formatResponse(settled) : '',
		parameters: settled && parametersOf(settled)
	};
}

function checkBits(name: string, bits: number | null): void {
	if (bits === null || (Number.isInteger(bits) && bits >= 8 && bits <= 15)) return;
	throw new RangeError(`policy.${name} must be null or an integer from 8 to 15, not ${bits}`);
}

/** What stands behind the accepted offer is read for faults, but no decision is made on it. */
function reached(
	offer: JudgedOffer,
	at: number,
	accepted: number,
	settled: Settled | null
): JudgedOffer {
	if (at === accepted && settled) return { ...offer, response: formatResponse(settled) };
	const isBehind = accepted >= 0 && at > accepted && offer.outcome !== 'malformed';
	return isBehind ? { ...offer, outcome: 'not-reached', reasons: [] } : offer;
}

const FAULT_CODES: Readonly<Record<string, DeclineCode>> = {
	'deflate-offer-parameter-unknown': 'parameter-unknown',
	'deflate-offer-parameter-repeated': 'parameter-repeated',
	'deflate-offer-value-invalid': 'value-invalid'
};

function judgeOffer(offer: Extension, policy: DeflatePolicy): JudgedOffer {
	const judged = (outcome: JudgedOffer['outcome'], reasons: readonly DeclineReason[]) => ({
		offer,
		outcome,
		reasons,
		response: null
	});
	if (offer.name !== PERMESSAGE_DEFLATE) {
		return judged('declined', [{ code: 'extension-unknown', parameter: null }]);
	}
	if (!policy.isOn) return judged('declined', [{ code: 'compression-off', parameter: null }]);
	const faults = offerFaults(offer).map(({ code, start }): DeclineReason => ({
		code: FAULT_CODES[code] ?? 'parameter-unknown',
		parameter: offer.parameters.find((each) => each.start === start)?.name ?? null
	}));
	if (faults.length > 0) return judged('malformed', faults);
	const name = 'client_max_window_bits';
	// §7.1.2.2: a client that does not name its window cannot be asked for a smaller one.
	const isBound = (policy.clientMaxWindowBits ?? MOST_BITS) < MOST_BITS;
	if (isBound && !offer.parameters.some((each) => each.name === name)) {
		return judged('declined', [{ code: 'client-window-not-offered', parameter: name }]);
	}
	return judged('accepted', []);
}

/** The parameters of an answer, in the order in which they are written; null: without a value. */
type Settled = Map<DeflateParameterName, number | null>;

function settle(offer: Extension, policy: DeflatePolicy): Settled {
	const settled: Settled = new Map();
	for (const { name, value } of offer.parameters) {
		settled.set(name as DeflateParameterName, value === null ? null : Number(value));
	}
	if (policy.serverNoContextTakeover) settled.set('server_no_context_takeover', null);
	if (policy.clientNoContextTakeover) settled.set('client_no_context_takeover', null);
	bound(settled, 'server_max_window_bits', policy.serverMaxWindowBits);
	if (settled.has('client_max_window_bits')) {
		bound(settled, 'client_max_window_bits', policy.clientMaxWindowBits);
		// An answer names the client's window only with a value, and owes none.
		if (settled.get('client_max_window_bits') === null) settled.delete('client_max_window_bits');
	}
	return settled;
}

/** §7.1.2: the answer's window is at most the offer's. */
function bound(settled: Settled, name: DeflateParameterName, most: number | null): void {
	if (most !== null) settled.set(name, Math.min(settled.get(name) ?? MOST_BITS, most));
}

function formatResponse(settled: Settled): string {
	const parameters = [...settled].map(([name, value]) =>
		value === null ? name : `${name}=${value}`
	);
	return [PERMESSAGE_DEFLATE, ...parameters].join('; ');
}

function parametersOf(settled: Settled): Required<DeflateParameters> {
	return {
		serverNoContextTakeover: settled.has('server_no_context_takeover'),
		clientNoContextTakeover: settled.has('client_no_context_takeover'),
		serverMaxWindowBits: settled.get('server_max_window_bits') ?? MOST_BITS,
		clientMaxWindowBits: settled.get('client_max_window_bits') ?? MOST_BITS
	};
}
