/**
 * Turns what a race counts into ink: reads each exchange and each delivery once, and keeps in mind
 * only what is still open.
 */
import { LaneInk, openLines, SourceInk } from '#lib/diagrams/race/lane-ink.ts';
import type { Deliveries } from '#lib/transports/measure/delivery.ts';
import type { LaneBook } from '#lib/transports/measure/lane-book.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';

/** What of a lane's run is drawn over time. */
interface DrawnRun {
	readonly lane: number;
	readonly deliveries: Pick<Deliveries, 'delays' | 'lastId' | 'missing'>;
	/** µs of the session from which a request has been waiting in the browser; null: none does. */
	readonly queuedSince: number | null;
}

/** Path data of what is not over. */
export interface LaneNow {
	readonly open: string;
	readonly waiting: string;
	readonly queueing: string;
}

export class SourceTrack {
	readonly ink = new SourceInk();
	readonly #book: LaneBook;
	#read = 0;

	constructor(book: LaneBook) {
		this.#book = book;
	}

	follow(): void {
		const { emitted, origin } = this.#book;
		for (; this.#read < emitted.count; this.#read++) {
			this.ink.emit((emitted.times.at(this.#read) - origin) / 1000);
		}
	}
}

export class LaneTrack {
	readonly ink = new LaneInk();
	readonly #book: LaneBook;
	readonly #run: DrawnRun;
	#requests = 0;
	#deliveries = 0;
	#open: LaneExchange[] = [];
	/** ms from which the request that waits has been waiting. */
	#queuedSince: number | null = null;

	constructor(book: LaneBook, run: DrawnRun) {
		this.#book = book;
		this.#run = run;
	}

	/** @param now ms since the run began */
	follow(now: number): LaneNow {
		this.#readExchanges();
		this.#readDeliveries();
		return {
			open: openLines(
				this.#open.map(({ t }) => this.#ms(t)),
				now
			),
			waiting: this.ink.waiting(this.#oldestMissing(), now),
			queueing: this.#followQueue(now)
		};
	}

	#readExchanges(): void {
		const exchanges = this.#book.exchanges(this.#run.lane);
		for (; this.#requests < exchanges.length; this.#requests++) {
			const exchange = exchanges[this.#requests];
			if (!exchange) break;
			this.ink.request(this.#ms(exchange.t));
			this.#open.push(exchange);
		}
		const ended = this.#open.filter(({ end }) => end !== null);
		if (ended.length === 0) return;
		for (const { t, end } of ended) if (end !== null) this.ink.hold(this.#ms(t), this.#ms(end));
		this.#open = this.#open.filter(({ end }) => end === null);
	}

	#readDeliveries(): void {
		const { times, values } = this.#run.deliveries.delays;
		for (; this.#deliveries < times.length; this.#deliveries++) {
			const at = times.at(this.#deliveries);
			this.ink.deliver(this.#ms(at - values.at(this.#deliveries)), this.#ms(at));
		}
	}

	#oldestMissing(): number | null {
		const { lastId, missing } = this.#run.deliveries;
		if (missing === 0) return null;
		const time = this.#book.emitted.timeOf(lastId + 1);
		return time === null ? null : this.#ms(time);
	}

	#followQueue(now: number): string {
		const { queuedSince } = this.#run;
		if (queuedSince !== null) this.#queuedSince ??= this.#ms(queuedSince);
		else if (this.#queuedSince !== null) {
			this.ink.queue(this.#queuedSince, now);
			this.#queuedSince = null;
		}
		return this.ink.queueing(this.#queuedSince, now);
	}

	#ms(t: number): number {
		return (t - this.#book.origin) / 1000;
	}
}
