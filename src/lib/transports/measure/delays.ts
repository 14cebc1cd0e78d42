/**
 * How long events took from the server's code to the page's: exact quantiles, a histogram, and the
 * single delays in the order of delivery.
 */
import { GrowingColumn } from './growing-column.ts';
import { LogHistogram } from './log-histogram.ts';
import { SortedColumn } from './sorted-column.ts';

/** All in µs. */
export interface DelaySummary {
	readonly count: number;
	readonly least: number;
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	readonly most: number;
	readonly mean: number;
}

export class Delays {
	/** Delays in µs, as they came. */
	readonly values = new GrowingColumn();
	/** When each was delivered: µs of the session. */
	readonly times = new GrowingColumn();
	readonly histogram = new LogHistogram();
	readonly #sorted = new SortedColumn();
	#sum = 0;
	#beforeCause = 0;

	get count(): number {
		return this.#sorted.length;
	}

	/** Deliveries that by the clocks came before their events were made; they count as 0. */
	get beforeCause(): number {
		return this.#beforeCause;
	}

	/** Both in µs. */
	add(delay: number, time: number): void {
		if (delay < 0) this.#beforeCause += 1;
		const kept = Math.max(0, delay);
		this.values.push(kept);
		this.times.push(time);
		this.histogram.add(kept);
		this.#sorted.add(kept);
		this.#sum += kept;
	}

	/** In µs; null without any. */
	quantile(share: number): number | null {
		return this.#sorted.quantile(share);
	}

	/** Null without any. */
	get summary(): DelaySummary | null {
		const { count } = this;
		if (count === 0) return null;
		const at = (share: number): number => this.quantile(share) ?? 0;
		return {
			count,
			least: at(0),
			p50: at(0.5),
			p95: at(0.95),
			p99: at(0.99),
			most: at(1),
			mean: this.#sum / count
		};
	}
}
