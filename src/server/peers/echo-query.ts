/**
 * What the query of an echo may ask for: `deflate=on`, and with it the parameters of
 * permessage-deflate by their names in RFC 7692 §7.1, as `ws` has options for them.
 *
 *     ?deflate=on&server_no_context_takeover&client_max_window_bits=10
 */
import type { PerMessageDeflateOptions } from 'ws';

const SWITCHES = {
	server_no_context_takeover: 'serverNoContextTakeover',
	client_no_context_takeover: 'clientNoContextTakeover'
} as const;
const BITS = {
	server_max_window_bits: 'serverMaxWindowBits',
	client_max_window_bits: 'clientMaxWindowBits'
} as const;
const PARAMETERS = [...Object.keys(SWITCHES), ...Object.keys(BITS)];

/** Null where the query is understood, else what is wrong with it. Unknown names are left alone. */
export function faultInQuery(query: URLSearchParams): string | null {
	const [deflate, ...others] = query.getAll('deflate');
	const isAsked = deflate === 'on';
	if (others.length > 0 || (deflate !== undefined && !isAsked && deflate !== 'off')) {
		return 'The query may say deflate=on or deflate=off, nothing else.';
	}
	const named = PARAMETERS.filter((name) => query.has(name));
	if (named.length > 0 && !isAsked) return `${named[0]} needs deflate=on.`;
	return named.map((name) => faultInParameter(name, query.getAll(name))).find(Boolean) ?? null;
}

/** The options for `ws` of a query without fault. */
export function deflateAskedFor(query: URLSearchParams): PerMessageDeflateOptions | false {
	if (query.get('deflate') !== 'on') return false;
	const options: PerMessageDeflateOptions = {};
	for (const [name, option] of entries(SWITCHES)) if (query.has(name)) options[option] = true;
	for (const [name, option] of entries(BITS)) {
		const bits = query.get(name);
		if (bits !== null) options[option] = Number(bits);
	}
	return options;
}

function faultInParameter(name: string, values: readonly string[]): string | null {
	const [value = ''] = values;
	if (values.length > 1) return `${name} may be given once.`;
	if (name in SWITCHES) return value === '' ? null : `${name} has no value (RFC 7692 §7.1.1).`;
	// No leading zero, as in a negotiation.
	return /^(?:[89]|1[0-5])$/.test(value) ? null : `${name} is 8 to 15 (RFC 7692 §7.1.2).`;
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
	return Object.entries(record) as [K, V][];
}
