/**
 * What lanes keep open: held questions, event streams, WebSockets. Bounded for each lane and for the
 * server; ended with their lane, and with the server.
 */
import type { Lane } from '../streams/lane.ts';

export type EndCause = 'lane-ended' | 'closing';

export interface Waiting {
	readonly lane: Lane;
	/** To be ended properly, at once; it leaves its place by itself. */
	end(cause: EndCause): void;
}

export interface PlaceBounds {
	/** Of one lane. */
	readonly perLane: number;
	/** Of all lanes together. */
	readonly inAll: number;
}

interface LanePlaces {
	readonly waiting: Set<Waiting>;
	readonly forget: () => void;
}

export class Places {
	readonly #bounds: PlaceBounds;
	readonly #lanes = new Map<Lane, LanePlaces>();
	#taken = 0;

	constructor(bounds: PlaceBounds) {
		this.#bounds = bounds;
	}

	/** How many wait now. */
	get taken(): number {
		return this.#taken;
	}

	hasRoom(lane: Lane): boolean {
		const ofLane = this.#lanes.get(lane)?.waiting.size ?? 0;
		return ofLane < this.#bounds.perLane && this.#taken < this.#bounds.inAll;
	}

	enter(waiting: Waiting): void {
		const { lane } = waiting;
		this.#taken++;
		const places = this.#lanes.get(lane);
		if (places) return void places.waiting.add(waiting);
		const all = new Set([waiting]);
		// A lane that has ended says so before there is anything to forget.
		let forget: () => void = () => undefined;
		this.#lanes.set(lane, { waiting: all, forget: () => forget() });
		forget = lane.onEnd(() => end(all, 'lane-ended'));
	}

	/** Has no effect the second time. */
	leave(waiting: Waiting): void {
		const places = this.#lanes.get(waiting.lane);
		if (!places?.waiting.delete(waiting)) return;
		this.#taken--;
		if (places.waiting.size > 0) return;
		this.#lanes.delete(waiting.lane);
		places.forget();
	}

	endAll(): void {
		for (const { waiting } of [...this.#lanes.values()]) end(waiting, 'closing');
	}
}

function end(all: ReadonlySet<Waiting>, cause: EndCause): void {
	for (const waiting of [...all]) waiting.end(cause);
}
