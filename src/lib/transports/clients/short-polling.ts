/** Short polling: asks at fixed times whether there is something new; mostly there is not. */
import { TRANSPORT_PATHS } from '../wire/addresses.ts';
import { entityTag } from '../wire/poll-body.ts';
import type { EventClient, EventClientOptions } from './event-client.ts';
import { PollingClient } from './polling-client.ts';

export function createShortPolling(options: EventClientOptions): EventClient {
	const { interval, usesEtag } = options.settings;
	return new PollingClient(
		{
			transport: 'short-polling',
			interval,
			question: (last) => ({
				path: TRANSPORT_PATHS['short-polling'],
				...(usesEtag && { headers: { 'if-none-match': entityTag(last) } })
			})
		},
		options
	);
}
