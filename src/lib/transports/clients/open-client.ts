/** The client of a transport, its code fetched only when it is asked for. */
import type { Transport } from '../transport.ts';
import type { EventClient, EventClientOptions } from './event-client.ts';

/** Not started yet. Rejects where the client's code cannot be fetched. */
export async function openEventClient(
	transport: Transport,
	options: EventClientOptions
): Promise<EventClient> {
	switch (transport) {
		case 'short-polling':
			return (await import('./short-polling.ts')).createShortPolling(options);
		case 'long-polling':
			return (await import('./long-polling.ts')).createLongPolling(options);
		case 'server-sent-events':
			return (await import('./server-sent-events.ts')).createServerSentEvents(options);
		case 'websocket':
			return (await import('./websocket.ts')).createWebSocket(options);
		case 'socket-io':
			return (await import('./socket-io.ts')).createSocketIo(options);
	}
}
