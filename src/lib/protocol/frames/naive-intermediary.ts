/**
 * What a careless intermediary takes for HTTP requests in a stream of bytes it does not understand.
 *
 * A transparent proxy that missed the upgrade steps over framing it cannot read, and believes the
 * first Host after anything that looks like a request line. RFC 6455 §10.3 tells of the caches
 * that were poisoned in this way; because of them clients mask what they send.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-10.3
 */
import { latin1 } from '../latin1.ts';
import { asciiLowerCase, isToken, trimSpan, type Span } from '../http/http-token.ts';

export interface SeenHost extends Span {
	/** As written, without the whitespace around it. */
	readonly text: string;
}

/** All offsets are bytes of the stream, `end` exclusive. */
export interface SeenRequest {
	/** The method's first byte. */
	readonly start: number;
	/** Behind the last line that reads as a header, or behind the empty line that ends the head. */
	readonly end: number;
	/** Behind the request line; its line break is not counted. */
	readonly lineEnd: number;
	readonly method: string;
	readonly target: string;
	/** Of the first Host header; null where there is none. */
	readonly host: SeenHost | null;
	/** Whether the empty line that ends a head was found. */
	readonly isWhole: boolean;
}

/** RFC 9112 §3, read with more trust than §2.2 asks for: a bare LF ends a line too. */
const REQUEST_LINE =
	/(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH) ((?:\/|http:\/\/)[!-~]{0,2047}) HTTP\/1\.[0-9](?=\r?\n)/g;

/** Most bytes of one header line. */
const MAX_LINE = 8192;

/** All that looks like a request, in order. Takes any bytes; never throws. */
export function seeRequests(bytes: Uint8Array): readonly SeenRequest[] {
	const text = latin1(bytes);
	const requests: SeenRequest[] = [];
	const line = new RegExp(REQUEST_LINE);
	for (let match = line.exec(text); match; match = line.exec(text)) {
		const [found, method = '', target = ''] = match;
		const lineEnd = match.index + found.length;
		const request = { start: match.index, lineEnd, method, target, ...readHeaders(text, lineEnd) };
		requests.push(request);
		line.lastIndex = request.end;
	}
	return requests;
}

/** Headers from a line break on, as long as the lines are headers. */
function readHeaders(text: string, lineEnd: number): Pick<SeenRequest, 'end' | 'host' | 'isWhole'> {
	let host: SeenHost | null = null;
	let end = afterBreak(text, lineEnd);
	for (;;) {
		const feed = text.indexOf('\n', end);
		if (feed === -1 || feed - end > MAX_LINE) return { end, host, isWhole: false };
		const stop = text[feed - 1] === '\r' ? feed - 1 : feed;
		if (stop <= end) return { end: feed + 1, host, isWhole: true };
		const [name] = text.slice(end, stop).split(':', 1);
		const colon = end + (name?.length ?? 0);
		if (colon === stop || !isToken(name ?? '')) return { end, host, isWhole: false };
		if (asciiLowerCase(name ?? '') === 'host') host ??= hostIn(text, colon + 1, stop);
		end = feed + 1;
	}
}

function hostIn(text: string, start: number, end: number): SeenHost {
	const span = trimSpan(text, start, end);
	return { ...span, text: text.slice(span.start, span.end) };
}

function afterBreak(text: string, at: number): number {
	return text[at] === '\r' ? at + 2 : at + 1;
}
