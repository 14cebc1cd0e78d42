/**
 * A negotiation in a link: readable, for header values are no secret.
 *
 * Links come from anywhere: lengths are bounded, and what is no value is what it is by default.
 */
import { ANY_DEFLATE, type DeflatePolicy } from '#lib/protocol/handshake/negotiate-deflate.ts';
import {
	FIRST_NEGOTIATION,
	NEGOTIATION_LIMITS,
	NEGOTIATION_WAYS,
	type NegotiationDraft
} from './negotiation-draft.ts';

/** Characters of a link; each of a value may take twelve (`%F0%9F…`). */
const MAX_LINK = 2 ** 16;

const SWITCHES = {
	server_no_context_takeover: 'serverNoContextTakeover',
	client_no_context_takeover: 'clientNoContextTakeover'
} as const;
const BITS = {
	server_max_window_bits: 'serverMaxWindowBits',
	client_max_window_bits: 'clientMaxWindowBits'
} as const;

/** With its `#`. Parameters of permessage-deflate are the server's, by their names in RFC 7692. */
export function encodeNegotiationLink(draft: NegotiationDraft): string {
	const { way, protocols, extensions, spoken, policy, answer } = draft;
	const link = new URLSearchParams({ way, offer: protocols.toWellFormed() });
	if (way === 'raw') link.set('extensions', extensions.toWellFormed());
	if (way === 'own') {
		for (const line of answer.protocols) link.append('answer', line.toWellFormed());
		for (const line of answer.extensions) link.append('answer-extensions', line.toWellFormed());
		return `#${link}`;
	}
	if (spoken !== null) link.set('protocols', spoken.toWellFormed());
	link.set('deflate', policy.isOn ? 'on' : 'off');
	for (const [name, key] of entries(SWITCHES)) if (policy[key]) link.set(name, '');
	for (const [name, key] of entries(BITS)) if (policy[key]) link.set(name, String(policy[key]));
	return `#${link}`;
}

/** Null where it holds no negotiation. Never throws. @param hash with or without its `#` */
export function readNegotiationLink(hash: string): NegotiationDraft | null {
	if (hash.length > MAX_LINK) return null;
	const link = new URLSearchParams(hash.replace(/^#/, ''));
	const way = NEGOTIATION_WAYS.find((each) => each === link.get('way'));
	if (!way) return null;
	const spoken = link.get('protocols');
	const lines = (name: string) => link.getAll(name).slice(0, NEGOTIATION_LIMITS.lines).map(bounded);
	return {
		way,
		protocols: bounded(link.get('offer') ?? ''),
		extensions: bounded(link.get('extensions') ?? ''),
		spoken: spoken === null ? null : bounded(spoken),
		policy: readPolicy(link),
		answer:
			way === 'own'
				? { protocols: lines('answer'), extensions: lines('answer-extensions') }
				: FIRST_NEGOTIATION.answer
	};
}

function readPolicy(link: URLSearchParams): DeflatePolicy {
	const isOn = link.get('deflate') !== 'off';
	const bits = (name: string) => {
		const value = link.get(name) ?? '';
		return /^(?:[89]|1[0-5])$/.test(value) ? Number(value) : null;
	};
	return {
		...ANY_DEFLATE,
		isOn,
		serverNoContextTakeover: link.has('server_no_context_takeover'),
		clientNoContextTakeover: link.has('client_no_context_takeover'),
		serverMaxWindowBits: bits('server_max_window_bits'),
		clientMaxWindowBits: bits('client_max_window_bits')
	};
}

/** One line of a header value: line breaks end there. */
function bounded(text: string): string {
	return (text.split(/[\r\n]/, 1)[0] ?? '').slice(0, NEGOTIATION_LIMITS.value);
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
	return Object.entries(record) as [K, V][];
}
