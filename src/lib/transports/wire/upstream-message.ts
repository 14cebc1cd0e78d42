/**
 * A message from client to server: `{"message":"…"}`, the body of a POST (application/json, answered
 * with 204) and a WebSocket's text message. Socket.IO has its own form (socket-io-events.ts).
 */
import * as v from 'valibot';
import { parseJson } from './event-message.ts';

/** Bytes of a body or a message; what is longer is refused with 413, 1009. */
export const MAX_UPSTREAM_BYTES = 65_536;

const schema = v.object({ message: v.string() });

export function encodeUpstream(message: string): string {
	return `{"message":${JSON.stringify(message)}}`;
}

/** Null where the text is not such a message. */
export function decodeUpstream(text: string): string | null {
	const { success, output } = v.safeParse(schema, parseJson(text));
	return success ? output.message : null;
}
