/**
 * What lanes keep open: held questions, event streams, WebSockets. Bounded for each lane and for the
 * server; ended with their lane, and with the server. Where all places are taken, a lane that has
 * none still gets one: lanes are bounded themselves, and nobody can shut all others out.
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
	/** Of all lanes together, but for one place of each. */
	readonly inAll: number;
}

export class Places {
	readonly #bounds: PlaceBounds;
	/** From a lane's first place to its end: most lanes ask again at once. */
	readonly #lanes = new Map<Lane, Waiting[]>();
	#taken = 0;

	constructor(bounds: PlaceBounds) {
		this.#bounds = bounds;
	}

	/** How many wait now. */
	get taken(): number {
		return this.#taken;
	}

	hasRoom(lane: Lane): boolean {
		const ofLane = this.#lanes.get(lane)?.length ?? 0;
		return ofLane < this.#bounds.perLane && (ofLane === 0 || this.#taken < this.#bounds.inAll);
	}

	enter(waiting: Waiting): void {
		this.#taken++;
		(this.#lanes.get(waiting.lane) ?? this.#open(waiting.lane)).push(waiting);
	}

	/** Has no effect the second time. */
	leave(waiting: Waiting): void {
		const { lane } = waiting;
		const ofLane = this.#lanes.get(lane);
		const index = ofLane?.indexOf(waiting) ?? -1;
		if (!ofLane || index < 0) return;
		// Their order says nothing; a list that is cut out of would be made anew for each question.
		const last = ofLane.pop();
		if (last && last !== waiting) ofLane[index] = last;
		this.#taken--;
		if (lane.isEnded && ofLane.length === 0) this.#lanes.delete(lane);
	}

	endAll(): void {
		for (const ofLane of [...this.#lanes.values()]) end(ofLane, 'closing');
	}

	#open(lane: Lane): Waiting[] {
		const ofLane: Waiting[] = [];
		this.#lanes.set(lane, ofLane);
		lane.onEnd(() => {
			end(ofLane, 'lane-ended');
			if (ofLane.length === 0) this.#lanes.delete(lane);
		});
		return ofLane;
	}
}

function end(all: readonly Waiting[], cause: EndCause): void {
	for (const waiting of [...all]) waiting.end(cause);
}
