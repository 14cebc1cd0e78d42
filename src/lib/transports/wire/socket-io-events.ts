/**
 * The events of the Socket.IO lane (default namespace).
 *
 * Down: `event` with `{id, data}`, `gap` with `{from, to}`, `closing` before the server ends. Up:
 * `message` with the text, acknowledged with `true`, or `false` where the stream takes none. The
 * cursor travels in the CONNECT packet: `auth: {after}`, and so is fresh at each reconnect.
 */
import * as v from 'valibot';
import { eventSchema, gapSchema, type Gap, type StreamEvent } from './event-message.ts';

export const SOCKET_IO_EVENTS = {
	event: 'event',
	gap: 'gap',
	closing: 'closing',
	message: 'message'
} as const;

export interface SocketIoDown {
	event: (event: StreamEvent) => void;
	gap: (gap: Gap) => void;
	closing: () => void;
}

export interface SocketIoUp {
	message: (message: string, acknowledge: (isTaken: boolean) => void) => void;
}

const authSchema = v.object({
	after: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0)
});

/** Cursor of a CONNECT packet's payload, 0 where it has none; null where it is a bad one. */
export function decodeAuth(auth: unknown): number | null {
	const { success, output } = v.safeParse(authSchema, auth ?? {});
	return success ? output.after : null;
}

/** Null where the packet does not carry an event. */
export function decodeSocketIoEvent(payload: unknown): StreamEvent | null {
	const { success, output } = v.safeParse(eventSchema, payload);
	return success ? output : null;
}

/** Null where the packet does not carry a gap. */
export function decodeSocketIoGap(payload: unknown): Gap | null {
	const { success, output } = v.safeParse(gapSchema, payload);
	return success ? output : null;
}
