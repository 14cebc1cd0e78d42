/**
 * Which requests may be answered with bytes that a student wrote: opening handshakes (RFC 6455
 * §4.2.1) and nothing else. A browser says in Sec-Fetch-Mode what it will take an answer for; never
 * may it be a page, a script or an image.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-mode-header
 */
import type { IncomingMessage } from 'node:http';
import type { Headers } from '../http/refusal.ts';

export interface RawRequestFault {
	/** A short fixed word, for the metrics. */
	readonly kind: string;
	readonly status: number;
	readonly text: string;
	readonly headers?: Headers;
}

/** 16 bytes in base64. */
const KEY = /^[A-Za-z0-9+/]{22}==$/;

/** RFC 9110 §15.5.22 wants Upgrade in a 426, RFC 6455 §4.4 the version. */
const VERSION: Headers = {
	Connection: 'Upgrade, close',
	Upgrade: 'websocket',
	'Sec-WebSocket-Version': '13'
};

/** Null for an opening handshake as a browser makes it. */
export function faultInRawRequest(request: IncomingMessage): RawRequestFault | null {
	const { method, headers, httpVersion } = request;
	if (method !== 'GET') {
		const text = 'An opening handshake is a GET request (RFC 6455 §4.1).';
		return { kind: 'method', status: 405, text, headers: { Allow: 'GET' } };
	}
	const mode = headers['sec-fetch-mode'];
	if (mode !== undefined && mode !== 'websocket') {
		const text = 'This endpoint answers to WebSockets only, not to what a page loads.';
		return { kind: 'fetch-mode', status: 403, text };
	}
	if (httpVersion !== '1.1' || !hasToken(headers.upgrade, 'websocket')) {
		return badHandshake('it needs HTTP/1.1 and Upgrade: websocket');
	}
	if (hasBody(request)) return badHandshake('it has no body');
	if (isBehindOthers(request)) return badHandshake('no other answer is due on its connection');
	if (!hasToken(headers.connection, 'upgrade')) return badHandshake('it needs Connection: Upgrade');
	if (!KEY.test(headers['sec-websocket-key'] ?? '')) {
		return badHandshake('Sec-WebSocket-Key must be 16 bytes in base64');
	}
	if (headers['sec-websocket-version'] === '13') return null;
	const text = 'Only version 13 is spoken here (RFC 6455 §4.4).';
	return { kind: 'handshake', status: 426, text, headers: VERSION };
}

function badHandshake(text: string): RawRequestFault {
	return { kind: 'handshake', status: 400, text: `No opening handshake (RFC 6455 §4.1): ${text}.` };
}

function hasToken(value: string | undefined, token: string): boolean {
	return (value ?? '').split(',').some((item) => item.trim().toLowerCase() === token);
}

/** Who sees a body there and who does not would take different bytes for the next request. */
export function hasBody({ headers }: IncomingMessage): boolean {
	return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Pipelined (RFC 9112 §9.3.2): what is written now would be read as the answer to another request. */
function isBehindOthers({ socket }: IncomingMessage): boolean {
	const { _httpMessage } = socket as { _httpMessage?: unknown };
	return _httpMessage !== undefined && _httpMessage !== null;
}
