/**
 * Events that may belong to a connection whose number the page does not know yet: the server's
 * events can overtake its answer to the command that made the connection.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { ObservedConnection } from './observed-connection.svelte.ts';

export class EarlyEvents {
	readonly #batches: { readonly events: readonly ChannelEvent[]; readonly until: number }[] = [];

	add(events: readonly ChannelEvent[], until: number): void {
		this.#batches.push({ events, until });
	}

	deliverTo(connection: ObservedConnection): void {
		for (const { events, until } of this.#batches) connection.deliver(events, until);
	}
}
