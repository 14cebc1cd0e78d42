/** The client of a transport, its code fetched only when it is asked for. */
import type { Transport } from '../transport.ts';
import type { EventClient, EventClientOptions } from './event-client.ts';

export async function openEventClient(
	_transport: Transport,
	_options: EventClientOptions
): Promise<EventClient> {
	throw new RangeError('transport has no client yet');
}
