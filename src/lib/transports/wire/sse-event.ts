/**
 * What the server writes to an event stream (HTML standard, §9.2 Server-sent events).
 *
 * `id: 12`, a `data:` line for each line of the text, and an empty line. A field ends at CR, LF or
 * both, so lines can carry neither a CR nor half of a surrogate pair: such a text goes as JSON, with
 * the event type `json`. Other types: `gap` (events no longer kept), `closing` (the server ends).
 */
import * as v from 'valibot';
import { gapSchema, parseJson, type Gap, type StreamEvent } from './event-message.ts';

/** Event types of ours; plain events have none, which is `message` to the browser. */
export const SSE_TYPES = { json: 'json', gap: 'gap', closing: 'closing' } as const;

/** First thing of a stream: milliseconds the browser waits before it connects again (§9.2.6). */
export const SSE_RETRY = 'retry: 2000\n\n';
/** A comment: proxies see that the connection lives, the page is told nothing. */
export const SSE_KEEP_ALIVE = ': keep-alive\n\n';
/** The last thing of a stream that the server ends because it shuts down. */
export const SSE_CLOSING = `event: ${SSE_TYPES.closing}\ndata: {}\n\n`;

const NO_LINES = /\r|\p{Surrogate}/u;

export function encodeSseEvent({ id, data }: StreamEvent): string {
	if (NO_LINES.test(data)) {
		return `event: ${SSE_TYPES.json}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
	}
	return `id: ${id}\ndata: ${data.replaceAll('\n', '\ndata: ')}\n\n`;
}

/** Its id is that of the last event lost: who comes back then is not told of it again. */
export function encodeSseGap({ from, to }: Gap): string {
	return `event: ${SSE_TYPES.gap}\nid: ${to}\ndata: {"from":${from},"to":${to}}\n\n`;
}

/** Text of an event of type `json`; null where it is none. */
export function decodeSseJson(data: string): string | null {
	const text = parseJson(data);
	return typeof text === 'string' ? text : null;
}

/** Data of an event of type `gap`; null where it is none. */
export function decodeSseGap(data: string): Gap | null {
	const { success, output } = v.safeParse(gapSchema, parseJson(data));
	return success ? output : null;
}
