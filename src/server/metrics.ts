/**
 * Figures of one lab server in Prometheus' text format; no payloads, addresses or tokens.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Registry } from 'prom-client';

/** What the rooms of the server count. */
export interface Counters {
	/** A refusal; kind is a short fixed word, such as `host`, `origin`, `ticket`, `rate`. */
	refused(kind: string): void;
	/** A run of hand-written bytes is over; role: the student's, outcome: of `RunTold`. */
	ran(role: string, outcome: string): void;
}

export interface Gauges {
	sessions(): number;
	connections(): number;
	observed(): number;
	/** Ever recorded, both directions. */
	recordedBytes(): number;
}

const NANOSECONDS = 1e9;

export class Metrics implements Counters {
	readonly #registry = new Registry();
	readonly #delay = monitorEventLoopDelay({ resolution: 20 });
	readonly #refusals: Counter;
	readonly #runs: Counter;

	constructor(gauges: Gauges) {
		const registers = [this.#registry];
		this.#delay.enable();
		this.#refusals = new Counter({
			name: 'wire101_refusals_total',
			help: 'Requests, handshakes and commands refused, by kind',
			labelNames: ['kind'],
			registers
		});
		this.#runs = new Counter({
			name: 'wire101_runs_total',
			help: 'Runs of bytes written by hand, by the role of who wrote them and how they ended',
			labelNames: ['role', 'outcome'],
			registers
		});
		new Counter({
			name: 'wire101_recorded_bytes_total',
			help: 'Bytes recorded, both directions',
			registers,
			collect() {
				this.reset();
				this.inc(gauges.recordedBytes());
			}
		});
		this.#gauge('wire101_sessions', 'Sessions alive', gauges.sessions);
		this.#gauge('wire101_connections', 'WebSockets open', gauges.connections);
		this.#gauge('wire101_observed_connections', 'WebSockets recorded', gauges.observed);
		for (const quantile of [50, 99]) {
			const name = `wire101_event_loop_delay_p${quantile}_seconds`;
			this.#gauge(name, `Event-loop delay since the last reading, ${quantile}th percentile`, () =>
				this.#delayAt(quantile)
			);
		}
	}

	refused(kind: string): void {
		this.#refusals.inc({ kind });
	}

	ran(role: string, outcome: string): void {
		this.#runs.inc({ role, outcome });
	}

	/** Prometheus' text; reading it starts a new window for the event-loop delay. */
	async text(): Promise<{ contentType: string; body: string }> {
		const body = await this.#registry.metrics();
		this.#delay.reset();
		return { contentType: this.#registry.contentType, body };
	}

	close(): void {
		this.#delay.disable();
		this.#registry.clear();
	}

	#gauge(name: string, help: string, read: () => number): void {
		new Gauge({
			name,
			help,
			registers: [this.#registry],
			collect() {
				this.set(read());
			}
		});
	}

	#delayAt(quantile: number): number {
		const delay = this.#delay.percentile(quantile) / NANOSECONDS;
		return Number.isFinite(delay) ? delay : 0;
	}
}
