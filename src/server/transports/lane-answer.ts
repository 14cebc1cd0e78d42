/** Answers of the lanes' addresses: heads no longer than they must be, since their bytes are counted. */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { answer, type Headers } from '../http/refusal.ts';
import type { Lane } from '../streams/lane.ts';

/** Events of a lane are nobody else's, and old the next moment. */
export const NO_STORE = 'no-store';

/** Bytes up to which a body is handed over as Latin-1 text: Node joins that to the head, and copies it. */
const SHORT_BODY = 4096;

/**
 * Begins an answer. What is set for pages (frames, referrers, permissions) says nothing about data
 * that a script reads, and would be most of what polling sends.
 */
export function beginAnswer(
	response: ServerResponse,
	status: number,
	headers: OutgoingHttpHeaders
): void {
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	response.writeHead(status, headers);
}

/** A whole answer; without its body where nobody asked for one. */
export function answerWith(
	response: ServerResponse,
	body: Buffer,
	headers: OutgoingHttpHeaders
): void {
	beginAnswer(response, 200, headers);
	if (response.req.method === 'HEAD') response.end();
	else if (body.length <= SHORT_BODY) response.end(body.toString('latin1'), 'latin1');
	else response.end(body);
}

/** Refuses, in a sentence. Whoever may try again is told when. */
export function refuse(
	response: ServerResponse,
	status: number,
	text: string,
	retryAfter: number | null = null
): void {
	const headers: Headers = retryAfter === null ? {} : { 'Retry-After': String(retryAfter) };
	answer(response, status, `${text}\n`, headers);
}

/** `plain` where the lane wants no compression, `identity` where the client takes none. */
export type Coding = 'plain' | 'identity' | 'gzip';

/** gzip where it is named and not forbidden (RFC 9110 §12.5.3). */
export function codingFor({ settings }: Lane, { headers }: IncomingMessage): Coding {
	if (!settings.compression) return 'plain';
	return acceptsGzip(String(headers['accept-encoding'] ?? '')) ? 'gzip' : 'identity';
}

/** Without a pattern over all of it, which could try every way to share spaces out. */
function acceptsGzip(accepted: string): boolean {
	for (const item of accepted.toLowerCase().split(',')) {
		const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
		if (coding === 'gzip') return parameters.every((parameter) => !/^q=0(\.0*)?$/.test(parameter));
	}
	return false;
}
