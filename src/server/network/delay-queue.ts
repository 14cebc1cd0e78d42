/**
 * Things on their way: each leaves after the delay and its share of jitter, and none before those
 * that came earlier. One timer for all, none while nothing is on its way.
 */

/** What a chunk meets on its way, in ms; the jitter is drawn for each between 0 and this. */
export interface NetworkConditions {
	readonly delay: number;
	readonly jitter: number;
}

export const NO_CONDITIONS: NetworkConditions = { delay: 0, jitter: 0 };

export function hasConditions({ delay, jitter }: NetworkConditions): boolean {
	return delay > 0 || jitter > 0;
}

/** Moments are ms of a clock that never goes back. */
export interface NetworkClock {
	now(): number;
	setTimeout(callback: () => void, ms: number): unknown;
	clearTimeout(timer: unknown): void;
}

/** What several queues have on their way together. */
export interface SharedBytes {
	bytes: number;
}

interface Item<T> {
	readonly value: T;
	readonly due: number;
	readonly bytes: number;
	next: Item<T> | null;
}

export class DelayQueue<T> {
	conditions = NO_CONDITIONS;
	/** Of what is on its way. */
	bytes = 0;
	/** What arrives waits for `resume`. */
	isHeld = false;
	readonly #clock: NetworkClock;
	readonly #random: () => number;
	readonly #release: (value: T) => void;
	readonly #all: SharedBytes;
	#first: Item<T> | null = null;
	#last: Item<T> | null = null;
	#lastDue = -Infinity;
	#isReleasing = false;
	#timer: unknown = null;

	/**
	 * @param random a number from 0 up to 1
	 * @param release takes what has arrived; may call `hold`
	 * @param all is told of the bytes too
	 */
	constructor(
		clock: NetworkClock,
		random: () => number,
		release: (value: T) => void,
		all: SharedBytes = { bytes: 0 }
	) {
		this.#clock = clock;
		this.#random = random;
		this.#release = release;
		this.#all = all;
	}

	/** ms until all that is on its way now may have arrived. */
	get longest(): number {
		return this.#first === null ? 0 : Math.max(0, this.#lastDue - this.#clock.now());
	}

	/** Without conditions, and with nothing before it, a value leaves at once. */
	push(value: T, bytes: number): void {
		const { delay, jitter } = this.conditions;
		const drawn = jitter === 0 ? 0 : jitter * this.#random();
		const due = Math.max(this.#lastDue, this.#clock.now() + delay + drawn);
		const item: Item<T> = { value, due, bytes, next: null };
		if (this.#last) this.#last.next = item;
		else this.#first = item;
		this.#last = item;
		this.#lastDue = due;
		this.#count(bytes);
		if (this.#timer === null) this.#run();
	}

	/** Nothing leaves until `resume`: who takes it has no room. */
	hold(): void {
		this.isHeld = true;
		this.#disarm();
	}

	resume(): void {
		this.isHeld = false;
		if (this.#timer === null) this.#run();
	}

	/** Forgets what is on its way. */
	clear(): void {
		this.#disarm();
		this.#first = this.#last = null;
		this.#count(-this.bytes);
	}

	#run(): void {
		if (this.#isReleasing) return;
		this.#isReleasing = true;
		const now = this.#clock.now();
		try {
			while (this.#first && !this.isHeld && this.#first.due <= now) this.#shift(this.#first);
		} finally {
			this.#isReleasing = false;
		}
		if (this.#first && !this.isHeld) this.#arm(this.#first.due - this.#clock.now());
	}

	#shift(item: Item<T>): void {
		this.#first = item.next;
		if (item.next === null) this.#last = null;
		this.#count(-item.bytes);
		this.#release(item.value);
	}

	#count(bytes: number): void {
		this.bytes += bytes;
		this.#all.bytes += bytes;
	}

	/** Timers may be early by less than a ms: `#run` looks at the clock again. */
	#arm(ms: number): void {
		this.#timer = this.#clock.setTimeout(
			() => {
				this.#timer = null;
				this.#run();
			},
			Math.max(0, Math.ceil(ms))
		);
	}

	#disarm(): void {
		if (this.#timer !== null) this.#clock.clearTimeout(this.#timer);
		this.#timer = null;
	}
}
