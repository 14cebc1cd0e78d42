/**
 * One lane, of the last race or of a log-in, looked into: which lane, which of its exchanges, and that exchange on
 * the workbench, as it grows.
 */
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';
import { loadInflate } from '../../load-inflate.ts';
import type { WorkbenchState } from '../../workbench/workbench.svelte.ts';
import { ExchangeCapture } from './exchange-capture.ts';
import type { LaneRun } from '../race/lane-run.svelte.ts';
import type { LaneSource } from './lane-source.ts';

export interface LaneViewOptions {
	readonly source: () => LaneSource;
	readonly bench: WorkbenchState;
	/** Lane that the page's address names; null: none. */
	readonly lane: () => number | null;
	/** Exchange that it names; null: none. */
	readonly exchange?: () => number | null;
}

export class LaneView {
	readonly #options: LaneViewOptions;
	#filter = $state('');
	#chosen = $state.raw<ExchangeCapture | null>(null);
	/** Exchange that is being fetched for; -1: none. */
	#wanted = -1;

	constructor(options: LaneViewOptions) {
		this.#options = options;
	}

	get lanes(): readonly LaneRun[] {
		return this.#options.source().lanes;
	}

	/** The lane that the address names, or the first; null before there is any. */
	readonly run: LaneRun | null = $derived.by(() => {
		const named = this.#options.lane();
		return this.lanes.find(({ lane }) => lane === named) ?? this.lanes[0] ?? null;
	});

	/** In the order in which they began; grows in place: read it again at each version. */
	get exchanges(): readonly LaneExchange[] {
		return this.run?.exchanges ?? [];
	}

	/** The one to begin with: what the address names, else the oldest. */
	get first(): LaneExchange | null {
		const named = this.#options.exchange?.() ?? null;
		return this.exchanges.find(({ number }) => number === named) ?? this.exchanges[0] ?? null;
	}

	get filter(): string {
		return this.#filter;
	}

	set filter(text: string) {
		this.#filter = text;
	}

	/** Those that match the filter; the same array as all of them where there is none. */
	readonly shown: readonly LaneExchange[] = $derived.by(() => {
		void this.run?.version;
		const words = this.#filter.trim().toLowerCase().split(/\s+/).filter(Boolean);
		if (words.length === 0) return this.exchanges;
		return this.exchanges.filter((exchange) => matches(exchange, words));
	});

	/** The exchange on the workbench; null: none. */
	get exchange(): LaneExchange | null {
		const chosen = this.#chosen?.exchange ?? null;
		return chosen && chosen.lane === this.run?.lane ? chosen : null;
	}

	/** Shows an exchange; resolves once it is on the workbench. */
	async show(exchange: LaneExchange): Promise<void> {
		if (exchange === this.#chosen?.exchange) return;
		const { bench } = this.#options;
		this.#wanted = exchange.number;
		const isDeflated = exchange.isUpgrade && this.run?.planned.compression === true;
		const inflate = isDeflated ? await loadInflate().catch(() => undefined) : undefined;
		if (this.#wanted !== exchange.number) return;
		const { startedAt } = bench.session;
		this.#chosen = new ExchangeCapture(exchange, inflate ? { startedAt, inflate } : { startedAt });
		bench.showCapture(this.#chosen.capture);
		if (exchange.end !== null) this.#skipEnds();
	}

	/** That TCP ended says little: what was said last is shown first. */
	#skipEnds(): void {
		const { bench } = this.#options;
		const records = bench.capture?.records ?? [];
		const said = records.findLastIndex(({ kind }) => kind !== 'fin' && kind !== 'rst');
		if (said >= 0 && said < records.length - 1) bench.selection.selectRecord(said);
	}

	/** Takes what has come since: called when the lane has changed. */
	follow(): void {
		this.#chosen?.follow();
	}
}

function matches({ method, target, status }: LaneExchange, words: readonly string[]): boolean {
	const text = `${method ?? ''} ${target ?? ''} ${status ?? ''}`.toLowerCase();
	return words.every((word) => text.includes(word));
}
