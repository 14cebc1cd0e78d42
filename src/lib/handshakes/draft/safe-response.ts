/**
 * Headers of a response that act beyond its connection: a browser stores what they say, or asks the
 * person in front of it for something. A hand-written response that holds one needs a second word.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers
 */
import { latin1 } from '#lib/protocol/latin1.ts';
import type { RunScript } from '#lib/runs/run-script.ts';

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
	/** What is fetched, connected to or loaded beforehand, also from a 103 (RFC 8288, RFC 8297). */
	'link',
	'speculation-rules',
	/** How the site's pages share a process; fetched dictionaries (RFC 9842). */
	'origin-agent-cluster',
	'use-as-dictionary',
	/** That somebody is logged in; sessions bound to this device. */
	'set-login',
	'idp-signin-status',
	'sec-session-',
	'secure-session-',
	/** What advertising measures and shares between sites. */
	'attribution-reporting-register-',
	'observe-browsing-topics',
	'shared-storage-write'
] as const;

/** Names so short that other words hold them: they count where a colon follows. */
const SHORT = new Set<string>(['nel', 'refresh', 'link']);
/** Characters of the longest name, and its colon. */
const LONGEST = 1 + Math.max(...ACTING_HEADERS.map(({ length }) => length));

/** Bytes that are written one or more times. */
export interface WrittenPart {
	readonly bytes: Uint8Array;
	readonly times: number;
}

/**
 * Those whose name occurs anywhere in the bytes, body and frames included, in any case and however
 * it is broken up by folds, NULs or blanks: rather one too many than one too few.
 */
export function actingHeaders(bytes: Uint8Array): readonly string[] {
	return actingHeadersIn([{ bytes, times: 1 }]);
}

/** The same for all that a script writes. An Accept in its place adds nothing: it ends with `=`. */
export function actingHeadersOf({ steps }: RunScript): readonly string[] {
	return actingHeadersIn(steps.flatMap((step) => (step.kind === 'write' ? [step] : [])));
}

/** The same for what is written in parts, each of them repeated: a name may be cut anywhere. */
export function actingHeadersIn(parts: readonly WrittenPart[]): readonly string[] {
	const letters = parts.map(lettersOf).join('');
	return ACTING_HEADERS.filter((name) => letters.includes(SHORT.has(name) ? `${name}:` : name));
}

/** Of repetitions as many as a name can span: further ones hold nothing new. */
function lettersOf({ bytes, times }: WrittenPart): string {
	const letters = latin1(bytes)
		.toLowerCase()
		.replace(/[^a-z0-9:-]+/g, '');
	if (letters === '') return '';
	return letters.repeat(Math.min(times, Math.ceil(LONGEST / letters.length) + 1));
}
