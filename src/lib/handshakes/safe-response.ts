/**
 * Headers of a response that act beyond its connection: they are stored by the browser, or ask the
 * person in front of it for something. A hand-written response that holds one needs a second word.
 *
 * @see https://fetch.spec.whatwg.org/
 */
import { latin1 } from '#lib/protocol/latin1.ts';
import type { RunScript } from '#lib/runs/run-script.ts';

/** In lower case. */
export const ACTING_HEADERS = [
	'set-cookie',
	'www-authenticate',
	'proxy-authenticate',
	'strict-transport-security',
	'public-key-pins',
	'expect-ct',
	'clear-site-data',
	'alt-svc',
	'nel',
	'report-to',
	'reporting-endpoints',
	'accept-ch',
	'critical-ch',
	'refresh',
	'origin-agent-cluster'
] as const;

/** Those whose name occurs anywhere in the bytes, however it is written or broken up. */
export function actingHeaders(bytes: Uint8Array): readonly string[] {
	const text = latin1(bytes).toLowerCase();
	return ACTING_HEADERS.filter((name) => text.includes(name));
}

/** The same for all that a script writes, its repetitions included. */
export function actingHeadersIn({ steps }: RunScript): readonly string[] {
	const found = new Set(
		steps.flatMap((step) => (step.kind === 'write' ? actingHeaders(step.bytes) : []))
	);
	return [...found];
}
