/**
 * The scrubber's ticks: when each side sent something, in buckets of one device-independent pixel
 * or so, so that a hundred thousand records draw a few hundred ticks.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { violationsOf } from '../sequence/record-label.ts';

/** Buckets along the scrubber: at most this many ticks a direction. */
export const BUCKETS = 300;

export interface Tick {
	readonly direction: Direction;
	/** Position, 0 to 1 of the duration. */
	readonly at: number;
	/** Records in it. */
	readonly records: number;
	readonly hasViolation: boolean;
}

/** Counts records into buckets once each; a span that outgrows them merges neighbours. */
export class TickBuckets {
	readonly #counts = { client: new Uint32Array(BUCKETS), server: new Uint32Array(BUCKETS) };
	readonly #violations = { client: new Uint8Array(BUCKETS), server: new Uint8Array(BUCKETS) };
	readonly #origin: number;
	#fed = 0;
	#span = 1;

	/** @param origin recording time at which the scrubber begins, µs */
	constructor(origin = 0) {
		this.#origin = origin;
	}

	/**
	 * @param records append-only
	 * @param count how many of them are there by now
	 * @param duration µs that the scrubber spans
	 */
	ticks(records: readonly ConversationRecord[], count: number, duration: number): readonly Tick[] {
		while (this.#span < duration) this.#double();
		for (; this.#fed < count; this.#fed++) {
			const record = records[this.#fed];
			if (record?.direction) this.#add(record, record.direction);
		}
		return [...this.#list('client', duration), ...this.#list('server', duration)];
	}

	#add(record: ConversationRecord, direction: Direction): void {
		const time = Math.max(record.t - this.#origin, 0);
		const bucket = Math.min(BUCKETS - 1, Math.floor((time / this.#span) * BUCKETS));
		this.#counts[direction][bucket] = (this.#counts[direction][bucket] ?? 0) + 1;
		if (violationsOf(record).length > 0) this.#violations[direction][bucket] = 1;
	}

	/** Twice the span in the same buckets: neighbours are merged, no record is read again. */
	#double(): void {
		this.#span *= 2;
		for (const array of [...Object.values(this.#counts), ...Object.values(this.#violations)]) {
			for (let i = 0; i < BUCKETS; i++) {
				const low = array[2 * i] ?? 0;
				const high = array[2 * i + 1] ?? 0;
				array[i] = array instanceof Uint8Array ? low | high : low + high;
			}
		}
	}

	*#list(direction: Direction, duration: number): Iterable<Tick> {
		for (const [bucket, records] of this.#counts[direction].entries()) {
			if (records === 0) continue;
			const at = Math.min(1, ((bucket + 0.5) / BUCKETS) * (this.#span / Math.max(duration, 1)));
			yield { direction, at, records, hasViolation: this.#violations[direction][bucket] === 1 };
		}
	}
}
