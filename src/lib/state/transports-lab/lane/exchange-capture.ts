/**
 * One exchange of a lane as the workbench shows captures: its events, counted from its own begin,
 * folded as they come.
 */
import { Conversation } from '#lib/capture/conversation.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import { Recording } from '#lib/capture/recording.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';
import { Capture } from '../../session/capture.svelte.ts';
import { isoAfter } from '../../session/iso-time.ts';

export interface ExchangeCaptureOptions {
	/** Wall-clock time of the session's t = 0, ISO 8601. */
	readonly startedAt: string;
	/** Reads compressed messages. */
	readonly inflate?: MakeInflater;
}

export class ExchangeCapture {
	readonly exchange: LaneExchange;
	readonly capture: Capture;
	#taken = 0;
	#hasStopped = false;

	constructor(exchange: LaneExchange, { startedAt, inflate }: ExchangeCaptureOptions) {
		this.exchange = exchange;
		const recording = new Recording(isoAfter(startedAt, exchange.t));
		const conversation = new Conversation(exchange.number, inflate ? { inflate } : {});
		this.capture = new Capture('live', recording, conversation);
		this.follow();
	}

	/** Takes what the exchange has gained; readers are told before the next frame. */
	follow(): void {
		const { exchange } = this;
		const before = this.#taken;
		for (; this.#taken < exchange.events.length; this.#taken++) {
			const event = exchange.events[this.#taken];
			if (event) this.#append(event);
		}
		const stops = exchange.isCut && !this.#hasStopped;
		if (stops) this.#stop();
		if (exchange.end !== null) this.capture.end();
		if (stops || this.#taken > before) this.capture.notify();
	}

	/** The rest was only counted: what came later would be misread. */
	#stop(): void {
		this.#hasStopped = true;
		const t = this.exchange.t + this.capture.recording.duration;
		this.#append({ kind: 'stopped', t, connection: this.exchange.number, bound: 'session' });
	}

	#append(event: RecordingEvent): void {
		const { recording, conversation } = this.capture;
		const index = recording.events.length;
		const placed = { ...event, t: Math.max(0, event.t - this.exchange.t) };
		recording.append(placed);
		conversation.append(recording.events[index] ?? placed, index);
	}
}
