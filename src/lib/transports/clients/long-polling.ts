/** Long polling: the server holds the question until there is something new, then it is asked again. */
import { QUERY, TRANSPORT_PATHS } from '../wire/addresses.ts';
import type { EventClient, EventClientOptions } from './event-client.ts';
import { PollingClient } from './polling-client.ts';

export function createLongPolling(options: EventClientOptions): EventClient {
	const { hold } = options.settings;
	return new PollingClient(
		{
			transport: 'long-polling',
			interval: 0,
			question: () => ({
				path: TRANSPORT_PATHS['long-polling'],
				query: { [QUERY.hold]: String(hold) },
				held: hold * 1000
			})
		},
		options
	);
}
