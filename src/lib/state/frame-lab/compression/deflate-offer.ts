/**
 * An offer of permessage-deflate as header text, and its parameters read from and written to it.
 * The text is the truth: what cannot be read from it is sent all the same.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
import {
	deflateElements,
	offerFaults,
	PERMESSAGE_DEFLATE
} from '#lib/protocol/handshake/deflate-negotiation.ts';
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';

/** Value of a window parameter: `''` for one without a value, null where it is absent. */
export type WindowValue = string | null;

export interface OfferFields {
	readonly clientNoContextTakeover: boolean;
	readonly serverNoContextTakeover: boolean;
	readonly clientMaxWindowBits: WindowValue;
	readonly serverMaxWindowBits: WindowValue;
}

export const USUAL_OFFER = `${PERMESSAGE_DEFLATE}; client_max_window_bits`;

const NO_PARAMETERS: OfferFields = {
	clientNoContextTakeover: false,
	serverNoContextTakeover: false,
	clientMaxWindowBits: null,
	serverMaxWindowBits: null
};

/** The first offer's parameters; null where the text offers no permessage-deflate. */
export function readOffer(text: string): OfferFields | null {
	const [offer] = deflateElements(parseExtensions(text).extensions);
	if (!offer) return null;
	const find = (name: string) => offer.parameters.find((each) => each.name === name);
	const value = (name: string): WindowValue => {
		const found = find(name);
		return found ? (found.value ?? '') : null;
	};
	return {
		clientNoContextTakeover: find('client_no_context_takeover') !== undefined,
		serverNoContextTakeover: find('server_no_context_takeover') !== undefined,
		clientMaxWindowBits: value('client_max_window_bits'),
		serverMaxWindowBits: value('server_max_window_bits')
	};
}

/** The text of one offer with some parameters changed, and nothing that they do not say. */
export function changeOffer(text: string, change: Partial<OfferFields>): string {
	const fields = { ...(readOffer(text) ?? NO_PARAMETERS), ...change };
	const parts = [PERMESSAGE_DEFLATE];
	if (fields.clientNoContextTakeover) parts.push('client_no_context_takeover');
	if (fields.serverNoContextTakeover) parts.push('server_no_context_takeover');
	const window = (name: string, value: WindowValue) => {
		if (value !== null) parts.push(value === '' ? name : `${name}=${value}`);
	};
	window('client_max_window_bits', fields.clientMaxWindowBits);
	window('server_max_window_bits', fields.serverMaxWindowBits);
	return parts.join('; ');
}

export type OfferFault =
	| { readonly code: 'header-unsendable' | 'header-unreadable' | 'not-deflate' }
	| {
			readonly code: 'parameter-unknown' | 'parameter-repeated' | 'value-invalid';
			/** The parameter at fault, as written. */
			readonly name: string;
	  };

const OFFER_FAULTS = {
	'deflate-offer-parameter-unknown': 'parameter-unknown',
	'deflate-offer-parameter-repeated': 'parameter-repeated',
	'deflate-offer-value-invalid': 'value-invalid'
} as const;

/** What to know before the text is sent; null where nothing is wrong with it. */
export function offerFault(text: string): OfferFault | null {
	// Of a header value, only visible characters, spaces and tabs can be sent (RFC 9110 §5.5).
	if (!/^[\t\x20-\x7e\xa0-\xff]*$/.test(text)) return { code: 'header-unsendable' };
	const { extensions, faults } = parseExtensions(text);
	const offers = deflateElements(extensions);
	if (offers.length === 0)
		return {
			code: text.trim() === '' || faults.length === 0 ? 'not-deflate' : 'header-unreadable'
		};
	if (faults.length > 0) return { code: 'header-unreadable' };
	for (const offer of offers) {
		const [fault] = offerFaults(offer);
		if (!fault) return null;
		const code = OFFER_FAULTS[fault.code as keyof typeof OFFER_FAULTS];
		if (offer === offers.at(-1)) return { code, name: text.slice(fault.start, fault.end) };
	}
	return null;
}
