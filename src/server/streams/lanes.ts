/** Every lane of this server, found by its key. */
import { SecretMap } from '../session/secret-map.ts';
import type { Lane } from './lane.ts';

export class Lanes {
	readonly #lanes = new SecretMap<Lane>();

	get size(): number {
		return this.#lanes.size;
	}

	/** Null for a key that is unknown, or whose lane has ended. */
	find(key: string): Lane | null {
		return this.#lanes.get(key);
	}

	/** Gives the lane its key: 22 characters of base64url. */
	add(lane: Lane): string {
		return this.#lanes.add(lane);
	}

	delete(key: string): void {
		this.#lanes.delete(key);
	}
}
