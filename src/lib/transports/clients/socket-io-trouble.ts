/** What the Socket.IO client says of a connection that failed or ended, in the words of all clients. */
import type { Socket } from 'socket.io-client';
import type { ClientTrouble } from './event-client.ts';
import { troubleOfStatus } from './http-trouble.ts';
import { troubleOfCode } from './close-trouble.ts';

/** Milliseconds where the server has no room; its `Retry-After` is not shown to us. */
const BUSY_PAUSE = 1_000;

/** A `connect_error`: of the transport (it carries the status of a request), or the server's. */
export function troubleOfError(error: Error): ClientTrouble {
	const { description, data } = error as { description?: unknown; data?: unknown };
	if (typeof description === 'number' && description > 0) {
		return troubleOfStatus(description, BUSY_PAUSE) ?? { kind: 'bad-answer' };
	}
	const status = (data as { status?: unknown } | undefined)?.status;
	if (typeof status === 'number') return troubleOfStatus(status, BUSY_PAUSE) ?? NETWORK;
	return NETWORK;
}

const NETWORK: ClientTrouble = { kind: 'network' };

/** A connection that stood is over: whatever ended it, it is tried again. */
export function troubleOfDisconnect(
	reason: Socket.DisconnectReason,
	details: unknown
): ClientTrouble {
	if (reason === 'parse error') return { kind: 'bad-answer' };
	const { context, description } = (details ?? {}) as {
		context?: { code?: unknown; reason?: unknown };
		description?: unknown;
	};
	if (description === 413) return { kind: 'too-large' };
	if (typeof context?.code !== 'number') return NETWORK;
	return troubleOfCode(context.code, String(context.reason ?? ''));
}
