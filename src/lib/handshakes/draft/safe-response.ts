/**
 * Headers of a response that act beyond its connection: a browser stores what they say, or asks the
 * person in front of it for something. A hand-written response that holds one needs a second word.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers
 */
import { latin1 } from '#lib/protocol/latin1.ts';
import { asciiLowerCase } from '#lib/protocol/http/http-token.ts';

/** In lower case. */
export const ACTING_HEADERS = [
	/** Cookies of the site (RFC 6265 §4.1; `set-cookie2` of RFC 2965 is within). */
	'set-cookie',
	/** A password prompt (RFC 9110 §11.6.1, §11.7.1). */
	'www-authenticate',
	'proxy-authenticate',
	/** Credentials to go on with (RFC 7615). */
	'authentication-info',
	/** Only https, only these keys, only logged certificates, from now on (RFC 6797, 7469, 9163). */
	'strict-transport-security',
	'public-key-pins',
	'expect-ct',
	/** Empties what the browser keeps of the site. */
	'clear-site-data',
	/** Another server for the same site (RFC 7838). */
	'alt-svc',
	/** Reports about the site, to whom the header says. */
	'report-to',
	'reporting-endpoints',
	'nel',
	/** Client hints in all later requests (RFC 8942). */
	'accept-ch',
	'critical-ch',
	/** Where a page goes by itself. */
	'refresh',
	/** How the site's pages share a process; fetched dictionaries (RFC 9842). */
	'origin-agent-cluster',
	'use-as-dictionary'
] as const;

/** Names so short that other words hold them: they count where a colon follows. */
const SHORT = new Set<string>(['nel', 'refresh']);

/**
 * Those whose name occurs anywhere in the bytes, body and frames included, in any case and however
 * it is broken up by folds, NULs or blanks: rather one too many than one too few.
 */
export function actingHeaders(bytes: Uint8Array): readonly string[] {
	const letters = asciiLowerCase(latin1(bytes)).replace(/[^a-z0-9:-]+/g, '');
	return ACTING_HEADERS.filter((name) => letters.includes(SHORT.has(name) ? `${name}:` : name));
}
