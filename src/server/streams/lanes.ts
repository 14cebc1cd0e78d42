/** Every lane of this server, found by its key. */
import { hasConditions } from '../network/delay-queue.ts';
import { SecretMap } from '../session/secret-map.ts';
import type { Lane } from './lane.ts';

export class Lanes {
	readonly #lanes = new SecretMap<Lane>();
	#withConditions = 0;

	get size(): number {
		return this.#lanes.size;
	}

	/** Whether there is a lane with delay or jitter. */
	get haveConditions(): boolean {
		return this.#withConditions > 0;
	}

	/** Null for a key that is unknown, or whose lane has ended. */
	find(key: string): Lane | null {
		return this.#lanes.get(key);
	}

	/** Gives the lane its key: 22 characters of base64url. */
	add(lane: Lane): string {
		if (hasConditions(lane.settings)) this.#withConditions++;
		return this.#lanes.add(lane);
	}

	delete(key: string): void {
		const lane = this.find(key);
		if (lane && hasConditions(lane.settings)) this.#withConditions--;
		this.#lanes.delete(key);
	}
}
