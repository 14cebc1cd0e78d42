/**
 * A burst: n messages in a row, at once or at a rate, as fast as the socket drains them.
 */

export interface BurstPeer {
	readonly readyState: number;
	/** Bytes handed to `send` and not yet to the network. */
	readonly bufferedAmount: number;
	/** Anything but null: the API refused, the burst ends. */
	send(data: string | Uint8Array<ArrayBuffer>): unknown;
}

export interface BurstPlan {
	readonly count: number;
	/** Messages a second; 0: at once. */
	readonly rate: number;
	readonly data: string | Uint8Array<ArrayBuffer>;
}

export interface BurstClock {
	/** Milliseconds, monotone. */
	now(): number;
	later(callback: () => void, milliseconds: number): void;
}

export const MOST_MESSAGES = 100_000;
/** Beyond this the browser would only pile the messages up in memory. */
const MOST_BUFFERED = 1 << 20;
const OPEN = 1;
const TICK = 8;
/** ms between two looks at how far it is: each has the page drawn anew, and read out. */
const TOLD = 200;

const pageClock: BurstClock = {
	now: () => performance.now(),
	later: (callback, milliseconds) => void setTimeout(callback, milliseconds)
};

export class Burst {
	#sent = 0;
	#told = $state(0);
	#toldAt = 0;
	#total = $state(0);
	#isRunning = $state(false);
	#run = 0;
	readonly #clock: BurstClock;

	constructor(clock: BurstClock = pageClock) {
		this.#clock = clock;
	}

	/** Messages sent, as of a moment ago. */
	get sent(): number {
		return this.#told;
	}

	get total(): number {
		return this.#total;
	}

	get isRunning(): boolean {
		return this.#isRunning;
	}

	/** Ends a running burst and begins this one. */
	start(peer: BurstPeer, plan: BurstPlan): void {
		const run = ++this.#run;
		const startedAt = this.#clock.now();
		this.#sent = 0;
		this.#tell();
		this.#total = Math.min(plan.count, MOST_MESSAGES);
		this.#isRunning = true;
		const tick = (): void => {
			if (run !== this.#run) return;
			const elapsed = (this.#clock.now() - startedAt) / 1000;
			const due = plan.rate > 0 ? Math.ceil(elapsed * plan.rate) || 1 : this.#total;
			if (!this.#sendUntil(Math.min(due, this.#total), peer, plan)) return this.stop();
			if (this.#sent >= this.#total) return this.stop();
			if (this.#clock.now() - this.#toldAt >= TOLD) this.#tell();
			this.#clock.later(tick, TICK);
		};
		tick();
	}

	stop(): void {
		this.#run++;
		this.#tell();
		this.#isRunning = false;
	}

	#tell(): void {
		this.#told = this.#sent;
		this.#toldAt = this.#clock.now();
	}

	/** False when the connection takes no more. */
	#sendUntil(due: number, peer: BurstPeer, plan: BurstPlan): boolean {
		let sent = this.#sent;
		while (sent < due && peer.bufferedAmount < MOST_BUFFERED) {
			if (peer.readyState !== OPEN || peer.send(plan.data) !== null) {
				this.#sent = sent;
				return false;
			}
			sent++;
		}
		this.#sent = sent;
		return true;
	}
}
