/**
 * Where `ws` answers an offer otherwise than RFC 7692 has it, and how that is told from what was
 * offered and answered. Each has its row in tests/conformance/ws-negotiation.test.ts or
 * ws-extensions.test.ts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-5.1
 */
import type { JudgedOffer } from '#lib/protocol/handshake/negotiate-deflate.ts';
import { PERMESSAGE_DEFLATE } from '#lib/protocol/handshake/deflate-negotiation.ts';
import type { NegotiationDraft } from './negotiation-draft.ts';
import type { NegotiationDue } from './negotiation-due.ts';
import type { NegotiationFound } from './negotiation-found.ts';

export const NEGOTIATION_EXPLANATIONS = [
	/** `ws` does not read the header with compression off. */
	'unread',
	/** It refuses an empty element of the list. */
	'empty-element',
	/** It refuses a space around `=`. */
	'space-around-equals',
	/** It reads a value as JavaScript reads numbers. */
	'number-read-leniently',
	/** It refuses the handshake over one malformed offer, before or behind a good one. */
	'malformed-refused',
	'malformed-behind-refused',
	/** It refuses the handshake where no offer can be met. */
	'none-met-refused',
	/** It takes its own window as the only one, so that a smaller offer is no good. */
	'smaller-window-refused',
	/** It wants 15 bits offered by name, though they are the default. */
	'fifteen-unnamed',
	'other'
] as const;

export type NegotiationExplanation = (typeof NEGOTIATION_EXPLANATIONS)[number];

/** What each rests on. */
export const NEGOTIATION_SECTIONS: Readonly<Record<NegotiationExplanation, readonly string[]>> = {
	unread: ['9.1'],
	'empty-element': ['9.1', 'RFC 9110 5.6.1'],
	'space-around-equals': ['9.1', 'RFC 9110 5.6.6'],
	'number-read-leniently': ['RFC 7692 7.1.2.1'],
	'malformed-refused': ['RFC 7692 5.1', 'RFC 7692 7'],
	'malformed-behind-refused': ['RFC 7692 5.1'],
	'none-met-refused': ['RFC 7692 5.1'],
	'smaller-window-refused': ['RFC 7692 7.1.2.1', 'RFC 7692 7.1.2.2'],
	'fifteen-unnamed': ['RFC 7692 7.1.2.2'],
	other: ['RFC 7692 5.1']
};

/** Of the captured answer to what was due; they differ. */
export function explainRefusal(
	{ policy }: NegotiationDraft,
	due: NegotiationDue,
	found: NegotiationFound
): NegotiationExplanation {
	if (found.status === 101 && due.status !== 101) return policy.isOn ? 'other' : 'unread';
	if (due.status !== 101 || !due.deflate) return 'other';
	const { offers, accepted } = due.deflate;
	if (isSmaller(offers[accepted ?? -1], policy)) return 'smaller-window-refused';
	if (found.status === 101) return offers.some(isLenient) ? 'number-read-leniently' : 'other';
	if (due.violations.some(({ code }) => code === 'extension-empty-element')) return 'empty-element';
	if (due.offerTexts.some((text) => /\s=|=\s/.test(text))) return 'space-around-equals';
	const malformed = offers.findIndex(({ outcome }) => outcome === 'malformed');
	if (malformed >= 0) {
		const isBehind = accepted !== null && malformed > accepted;
		return isBehind ? 'malformed-behind-refused' : 'malformed-refused';
	}
	const isOffered = offers.some(({ offer }) => offer.name === PERMESSAGE_DEFLATE);
	if (accepted === null && isOffered) return 'none-met-refused';
	return policy.clientMaxWindowBits === 15 ? 'fifteen-unnamed' : 'other';
}

/** It asks for fewer bits than the server's own bound. */
function isSmaller(judged: JudgedOffer | undefined, policy: NegotiationDraft['policy']): boolean {
	if (!judged) return false;
	const bits = (name: string) =>
		Number(judged.offer.parameters.find((each) => each.name === name)?.value ?? NaN);
	return (
		bits('server_max_window_bits') < (policy.serverMaxWindowBits ?? 0) ||
		bits('client_max_window_bits') < (policy.clientMaxWindowBits ?? 0)
	);
}

/** 010 and 1e1 are 10 to JavaScript. */
function isLenient({ offer, outcome, reasons }: JudgedOffer): boolean {
	if (outcome !== 'malformed') return false;
	return reasons.every(({ code, parameter }) => {
		const bits = Number(offer.parameters.find(({ name }) => name === parameter)?.value ?? NaN);
		return code === 'value-invalid' && Number.isInteger(bits) && bits >= 8 && bits <= 15;
	});
}
