/**
 * What an intermediary makes of a message's headers: those that were meant for its own hop are
 * dropped (RFC 9110 §7.6.1), and it signs the message with Via (§7.6.3).
 */
import type { IncomingMessage } from 'node:http';

/** Name, value, name, value, as Node has them. */
export type RawHeaders = readonly string[];

/** How our proxy calls itself. */
export const PROXY_NAME = 'proxy.wire101.test';

/** For the next hop only, whether Connection nominates them or not (§7.6.1, §11.7). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
	'connection',
	'proxy-connection',
	'keep-alive',
	'te',
	'transfer-encoding',
	'upgrade',
	'proxy-authenticate',
	'proxy-authorization'
]);

/** Nobody may nominate them: without them the next hop would cut the messages elsewhere. */
const NEVER_DROPPED: ReadonlySet<string> = new Set(['host', 'content-length']);

/** The headers that are for the message's reader, without those named `replaced`. */
function endToEndHeaders(
	{ rawHeaders, headers }: IncomingMessage,
	...replaced: readonly string[]
): string[] {
	const nominated = (headers.connection ?? '')
		.split(',')
		.map((name) => name.trim().toLowerCase())
		.filter((name) => !NEVER_DROPPED.has(name));
	const dropped = new Set([...HOP_BY_HOP, ...nominated, ...replaced]);
	return pairs(rawHeaders).flatMap(([name, value]) =>
		dropped.has(name.toLowerCase()) ? [] : [name, value]
	);
}

/** Of a request: who it came from is told too, as most reverse proxies do. */
export function requestHeaders(request: IncomingMessage): string[] {
	const headers = [...endToEndHeaders(request, 'x-forwarded-for'), ...via(request)];
	headers.push('X-Forwarded-For', clientsOf(request));
	// The proxy sends the body in chunks of its own.
	if (request.headers['transfer-encoding'] !== undefined) {
		headers.push('Transfer-Encoding', 'chunked');
	}
	return headers;
}

export function responseHeaders(response: IncomingMessage): string[] {
	return [...endToEndHeaders(response), ...via(response)];
}

/** Hop-by-hop headers of the proxy's own: it takes part in the upgrade (§7.8). */
export function upgradeHeaders({ headers }: IncomingMessage): string[] {
	return headers.upgrade === undefined ? [] : ['Upgrade', headers.upgrade, 'Connection', 'Upgrade'];
}

function via({ httpVersion }: IncomingMessage): string[] {
	return ['Via', `${httpVersion} ${PROXY_NAME}`];
}

/** Who came last stands last. */
function clientsOf({ headers, socket }: IncomingMessage): string {
	const before = headers['x-forwarded-for'];
	const address = socket.remoteAddress ?? 'unknown';
	return before === undefined ? address : `${before.toString()}, ${address}`;
}

function pairs(raw: RawHeaders): [string, string][] {
	const list: [string, string][] = [];
	for (let at = 0; at + 1 < raw.length; at += 2) list.push([raw[at] ?? '', raw[at + 1] ?? '']);
	return list;
}
