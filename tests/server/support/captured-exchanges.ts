/**
 * Cuts a captured TCP stream into its HTTP exchanges, each with its bytes in both directions: a
 * reading of HTTP/1.1 of its own, since the server's and the page's are what is judged.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3
 */
import type { Buffer } from 'node:buffer';
import type { CapturedStream } from './capture.ts';

export interface CapturedExchange {
	/** Of the request line. */
	readonly target: string;
	/** Bytes of the client and of the server, heads and all. */
	readonly up: number;
	readonly down: number;
	/** Fields of the answer; empty where there is none. */
	readonly answer: string;
}

interface Message {
	/** Up to its blank line; empty where nothing came. */
	readonly head: string;
	readonly end: number;
}

/** In order. Bytes that belong to none make it throw: nothing may be left over. */
export function exchangesIn({ client, server }: CapturedStream): CapturedExchange[] {
	const exchanges: CapturedExchange[] = [];
	let [up, down] = [0, 0];
	while (up < client.length) {
		const request = readRequest(client, up);
		const response = readResponse(server, down);
		const isUpgraded = statusOf(response.head) === 101;
		const ends = isUpgraded ? [client.length, server.length] : [request.end, response.end];
		const [upEnd = 0, downEnd = 0] = ends;
		exchanges.push({
			target: request.head.split(' ')[1] ?? '',
			up: upEnd - up,
			down: downEnd - down,
			answer: response.head
		});
		[up, down] = [upEnd, downEnd];
	}
	if (down < server.length) throw new RangeError(`${server.length - down} bytes answer no request`);
	return exchanges;
}

function readRequest(bytes: Buffer, at: number): Message {
	const head = readHead(bytes, at);
	const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
	return { head, end: Math.min(bytes.length, at + head.length + length) };
}

function readResponse(bytes: Buffer, at: number): Message {
	const head = readHead(bytes, at);
	const start = at + head.length;
	const status = statusOf(head);
	if (head === '' || status === 204 || status === 304) return { head, end: start };
	if (/\r\ntransfer-encoding: *chunked/i.test(head))
		return { head, end: endOfChunks(bytes, start) };
	const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Infinity);
	return { head, end: Math.min(bytes.length, start + length) };
}

function readHead(bytes: Buffer, at: number): string {
	const blank = bytes.indexOf('\r\n\r\n', at);
	return bytes.toString('latin1', at, blank < 0 ? bytes.length : blank + 4);
}

function statusOf(head: string): number {
	return Number(head.split(' ')[1] ?? 0);
}

/** Behind the last chunk; the end of all bytes where that never came. */
function endOfChunks(bytes: Buffer, start: number): number {
	for (let at = start; at < bytes.length;) {
		const line = bytes.indexOf('\r\n', at);
		if (line < 0) break;
		const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
		at = line + 2 + size + 2;
		if (size === 0) return at;
	}
	return bytes.length;
}
