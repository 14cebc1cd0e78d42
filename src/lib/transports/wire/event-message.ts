/**
 * One event of a stream, and how it travels in a WebSocket's text messages.
 *
 * Down: `{"id":12,"data":"…"}`, or `{"gap":{"from":1,"to":4}}` before the events where those asked
 * for are no longer kept.
 */
import * as v from 'valibot';

export interface StreamEvent {
	/** 1, 2, 3 …: the place in the stream. */
	readonly id: number;
	/** Any text, also an empty one. */
	readonly data: string;
}

/** Events that were asked for and are no longer kept: ids, both included. */
export interface Gap {
	readonly from: number;
	readonly to: number;
}

export type ServerMessage =
	| { readonly kind: 'event'; readonly event: StreamEvent }
	| { readonly kind: 'gap'; readonly gap: Gap };

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const eventSchema = v.object({ id, data: v.string() });
export const gapSchema = v.pipe(
	v.object({ from: id, to: id }),
	v.check(({ from, to }) => from <= to)
);

export function encodeEventMessage({ id, data }: StreamEvent): string {
	return `{"id":${id},"data":${JSON.stringify(data)}}`;
}

export function encodeGapMessage({ from, to }: Gap): string {
	return `{"gap":{"from":${from},"to":${to}}}`;
}

/** What a text message of the server says; null where it is not one of ours. */
export function decodeServerMessage(text: string): ServerMessage | null {
	const message = parseJson(text);
	const event = v.safeParse(eventSchema, message);
	if (event.success) return { kind: 'event', event: event.output };
	const gap = v.safeParse(v.object({ gap: gapSchema }), message);
	return gap.success ? { kind: 'gap', gap: gap.output.gap } : null;
}

/** `undefined` where the text is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
