/**
 * How client and server agree on permessage-deflate.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-7.1
 */
import type { DeflateParameters } from '../deflate/deflate-parameters.ts';
import type { Extension, ExtensionParameter } from './extension.ts';
import type { HandshakeFault } from './handshake-rules.ts';

export const PERMESSAGE_DEFLATE = 'permessage-deflate';

type Side = 'offer' | 'response';

const FLAGS = ['server_no_context_takeover', 'client_no_context_takeover'];
const WINDOWS = ['server_max_window_bits', 'client_max_window_bits'];
/** §7.1.2: a decimal integer from 8 to 15 without leading zeros. */
const WINDOW_BITS = /^(?:[89]|1[0-5])$/;

/** The elements of a list that name permessage-deflate. */
export function deflateElements(extensions: readonly Extension[]): Extension[] {
	return extensions.filter(({ name }) => name === PERMESSAGE_DEFLATE);
}

function parameter(extension: Extension, name: string): ExtensionParameter | undefined {
	return extension.parameters.find((each) => each.name === name);
}

/** The window bits of a parameter; null where it is absent, or has no or no legal value. */
function windowBits(extension: Extension, name: string): number | null {
	const value = parameter(extension, name)?.value;
	return value && WINDOW_BITS.test(value) ? Number(value) : null;
}

function isLegalValue({ name, value }: ExtensionParameter, side: Side): boolean {
	if (FLAGS.includes(name)) return value === null;
	// §7.1.2.2: only an offer may name the client's window without a value.
	if (value === null) return side === 'offer' && name === 'client_max_window_bits';
	return WINDOW_BITS.test(value);
}

function readFaults(extension: Extension, side: Side): HandshakeFault[] {
	const prefix = side === 'offer' ? 'deflate-offer' : 'deflate';
	const faults: HandshakeFault[] = [];
	for (const each of extension.parameters) {
		const { name, start, end } = each;
		if (![...FLAGS, ...WINDOWS].includes(name)) {
			faults.push({ code: `${prefix}-parameter-unknown`, start, end });
		} else if (parameter(extension, name) !== each) {
			faults.push({ code: `${prefix}-parameter-repeated`, start, end });
		} else if (!isLegalValue(each, side)) {
			faults.push({ code: `${prefix}-value-invalid`, start, end });
		}
	}
	return faults;
}

/** Why a server has to decline an offer; empty where it may accept it. */
export function offerFaults(offer: Extension): HandshakeFault[] {
	return readFaults(offer, 'offer');
}

/** What is wrong with a response as an answer to this very offer. */
function mismatches(response: Extension, offer: Extension): HandshakeFault[] {
	const { start, end } = response;
	const faults: HandshakeFault[] = [];
	for (const name of ['server_no_context_takeover', 'server_max_window_bits']) {
		if (parameter(offer, name) && !parameter(response, name)) {
			faults.push({ code: 'deflate-parameter-left-out', start, end });
		}
	}
	for (const name of WINDOWS) {
		const answer = parameter(response, name);
		const most = windowBits(offer, name) ?? 15;
		if (!answer || (windowBits(response, name) ?? 0) <= most) continue;
		faults.push({ code: 'deflate-window-too-large', start: answer.start, end: answer.end });
	}
	const client = parameter(response, 'client_max_window_bits');
	if (client && !parameter(offer, 'client_max_window_bits')) {
		faults.push({ code: 'deflate-parameter-not-offered', start: client.start, end: client.end });
	}
	return faults;
}

/** Why a client has to fail the connection over a response (§7.1), for the offer it fits best. */
export function responseFaults(
	response: Extension,
	offers: readonly Extension[]
): HandshakeFault[] {
	const own = readFaults(response, 'response');
	const [best = []] = deflateElements(offers)
		.filter((offer) => offerFaults(offer).length === 0)
		.map((offer) => mismatches(response, offer))
		.sort((a, b) => a.length - b.length);
	return [...own, ...best];
}

function parametersOf(extension: Extension): Required<DeflateParameters> {
	return {
		serverNoContextTakeover: parameter(extension, 'server_no_context_takeover') !== undefined,
		clientNoContextTakeover: parameter(extension, 'client_no_context_takeover') !== undefined,
		serverMaxWindowBits: windowBits(extension, 'server_max_window_bits') ?? 15,
		clientMaxWindowBits: windowBits(extension, 'client_max_window_bits') ?? 15
	};
}

/**
 * What is in use after a response: null where it does not name permessage-deflate, or the client
 * had not offered it. A faulty response is read as far as it goes.
 */
export function acceptedDeflate(
	response: readonly Extension[],
	request: readonly Extension[]
): DeflateParameters | null {
	const [accepted] = deflateElements(response);
	return accepted && deflateElements(request).length > 0 ? parametersOf(accepted) : null;
}
