/** Clear answers to what is refused, over HTTP and in place of an upgrade. */
import { Buffer } from 'node:buffer';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long a refused client may go on sending before its connection is cut, in ms. */
const LINGER = 2000;

/** Headers of every answer, pages included. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'same-origin',
	'Content-Security-Policy': "frame-ancestors 'none'",
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=()'
};

export type Headers = Readonly<Record<string, string>>;

export function answer(
	response: ServerResponse,
	status: number,
	body: string,
	headers: Headers = {}
): void {
	response.writeHead(status, {
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Length': Buffer.byteLength(body),
		'Cache-Control': 'no-store',
		...SECURITY_HEADERS,
		...headers
	});
	response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** 204: done, and nothing to say (RFC 9110 §15.3.5). */
export function answerNoContent(response: ServerResponse, headers: Headers = {}): void {
	response.writeHead(204, { 'Cache-Control': 'no-store', ...SECURITY_HEADERS, ...headers });
	response.end();
}

/** What a plain request to a WebSocket endpoint gets (RFC 9110 §15.5.22). */
export function answerUpgradeRequired(response: ServerResponse): void {
	const text = 'This is a WebSocket endpoint: it needs an opening handshake (RFC 6455 §4.1).\n';
	const connection = response.shouldKeepAlive ? 'Upgrade' : 'Upgrade, close';
	answer(response, 426, text, { Upgrade: 'websocket', Connection: connection });
}

/** Refuses an upgrade. Reads on for a moment: closing at once would make an RST of the answer. */
export function refuseUpgrade(
	request: IncomingMessage,
	socket: Duplex,
	status: number,
	text: string,
	headers: Headers = {}
): void {
	socket.on('error', () => socket.destroy());
	const body = request.method === 'HEAD' ? '' : `${text}\n`;
	const lines = Object.entries({
		Connection: 'close',
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Length': String(Buffer.byteLength(`${text}\n`)),
		'X-Content-Type-Options': 'nosniff',
		...headers
	}).map(([name, value]) => `${name}: ${value}\r\n`);
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
	lingerThenDestroy(socket);
}

function lingerThenDestroy(socket: Duplex): void {
	const timer = setTimeout(() => socket.destroy(), LINGER);
	timer.unref();
	socket.once('end', () => socket.destroy());
	socket.once('close', () => clearTimeout(timer));
	socket.resume();
}
