/**
 * Counts WebSockets and handshakes by address. Generous, because a classroom is one address:
 * what is tight is counted by session.
 */
import type { Limits } from '../options.ts';

export type Refusal = { readonly kind: string; readonly status: 429 | 503; readonly text: string };

interface AddressCount {
	open: number;
	upgrades: number;
	/** Minute (since the process began) that `upgrades` counts. */
	minute: number;
}

const MINUTE = 60_000;

type Bounds = Pick<Limits, 'maxConnections' | 'maxConnectionsPerAddress' | 'upgradesPerMinute'>;

export class ConnectionLimits {
	readonly #bounds: Bounds;
	readonly #addresses = new Map<string, AddressCount>();
	#open = 0;
	#minute = 0;

	constructor(bounds: Bounds) {
		this.#bounds = bounds;
	}

	get open(): number {
		return this.#open;
	}

	/** Counts one opening handshake. `now` in ms. Null where it may go on. */
	refusalFor(address: string, now: number): Refusal | null {
		const minute = Math.floor(now / MINUTE);
		if (minute !== this.#minute) this.#forgetIdle(minute);
		const count = this.#countOf(address);
		if (count.minute !== minute) Object.assign(count, { minute, upgrades: 0 });
		count.upgrades++;
		const { maxConnections, maxConnectionsPerAddress, upgradesPerMinute } = this.#bounds;
		if (this.#open >= maxConnections) {
			return {
				kind: 'connections',
				status: 503,
				text: 'This server has as many connections open as it may. Try again later.'
			};
		}
		if (count.open >= maxConnectionsPerAddress) {
			return {
				kind: 'address',
				status: 429,
				text: `Your address has ${count.open} connections open, as many as it may. Close one, then try again.`
			};
		}
		if (count.upgrades > upgradesPerMinute) {
			return {
				kind: 'rate',
				status: 429,
				text: `More than ${upgradesPerMinute} handshakes a minute came from your address. Try again in a minute.`
			};
		}
		return null;
	}

	/** Counts an accepted connection. */
	enter(address: string): void {
		this.#countOf(address).open++;
		this.#open++;
	}

	/** Once for each `enter`, when the connection has ended. */
	leave(address: string): void {
		this.#countOf(address).open--;
		this.#open--;
	}

	#countOf(address: string): AddressCount {
		let count = this.#addresses.get(address);
		if (!count) {
			count = { open: 0, upgrades: 0, minute: this.#minute };
			this.#addresses.set(address, count);
		}
		return count;
	}

	#forgetIdle(minute: number): void {
		this.#minute = minute;
		for (const [address, { open }] of this.#addresses) {
			if (open === 0) this.#addresses.delete(address);
		}
	}
}
