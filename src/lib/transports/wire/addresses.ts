/** Addresses of the five transports on this server, and the names in their queries. */
import type { Transport } from '../transport.ts';

export const TRANSPORT_PATHS = {
	'short-polling': '/lab/events/poll',
	'long-polling': '/lab/events/long-poll',
	'server-sent-events': '/lab/events/stream',
	websocket: '/ws/events',
	'socket-io': '/lab/socket.io/'
} as const satisfies Record<Transport, string>;

/** Where the HTTP transports send what goes from client to server. */
export const MESSAGES_PATH = '/lab/events/messages';

/**
 * `lane`: the key of a lane, which stands for its stream; `after`: id of the last event seen;
 * `hold`: seconds that long polling may be held.
 */
export const QUERY = { lane: 'lane', after: 'after', hold: 'hold' } as const;
