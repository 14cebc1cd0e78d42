/**
 * Events that may belong to a connection whose number the page does not know yet: the server's
 * events can overtake its answer to the command that made the connection.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';

interface Delivery {
	readonly events: readonly ChannelEvent[];
	readonly until: number;
}

interface EventTaker {
	deliver(events: readonly ChannelEvent[], until: number): void;
}

/** Kept from `hold` to `release`. */
export interface HeldEvents {
	/** Hands over what has come since; the taker picks its own. */
	deliverTo(taker: EventTaker): void;
	release(): void;
}

export class EarlyEvents {
	readonly #held = new Set<Delivery[]>();

	add(events: readonly ChannelEvent[], until: number): void {
		for (const deliveries of this.#held) deliveries.push({ events, until });
	}

	hold(): HeldEvents {
		const deliveries: Delivery[] = [];
		this.#held.add(deliveries);
		return {
			deliverTo: (taker) => {
				for (const { events, until } of deliveries) taker.deliver(events, until);
			},
			release: () => void this.#held.delete(deliveries)
		};
	}
}
