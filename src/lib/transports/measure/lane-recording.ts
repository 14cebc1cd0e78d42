/**
 * Exchanges of a lane as a recording and a conversation, for who wants to see them byte for byte:
 * one exchange, or all that one TCP connection carried for the lane, in order.
 *
 * It ends at the first bytes that were not kept, with a marker: nothing after a hole can be read.
 */
import { Conversation, type ConversationOptions } from '#lib/capture/conversation.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import { Recording } from '#lib/capture/recording.ts';
import type { LaneExchange } from './lane-exchange.ts';

/** The one connection of such a recording. */
export const LANE_CONNECTION = 1;

export class LaneRecording {
	readonly recording: Recording;
	readonly conversation: Conversation;
	readonly #exchanges: readonly LaneExchange[];
	/** µs of the session at which the recording begins. */
	readonly #origin: number;
	#at = 0;
	#read = 0;
	#isAccepted = false;
	#isStopped = false;

	/**
	 * @param exchanges of one lane and one socket, in order; not empty
	 * @param sessionStartedAt wall clock at which the session's recording began, ISO 8601
	 * @throws RangeError without exchanges
	 */
	constructor(
		exchanges: readonly LaneExchange[],
		sessionStartedAt: string,
		options: ConversationOptions = {}
	) {
		const [first] = exchanges;
		if (!first) throw new RangeError('exchanges must not be empty');
		this.#exchanges = exchanges;
		this.#origin = Math.min(first.t, first.events[0]?.t ?? first.t);
		const startedAt = new Date(Date.parse(sessionStartedAt) + this.#origin / 1000);
		this.recording = new Recording(startedAt.toISOString());
		this.conversation = new Conversation(LANE_CONNECTION, options);
		this.follow();
	}

	/** Takes what the exchanges have gained since the last time. Returns whether that was anything. */
	follow(): boolean {
		const before = this.recording.events.length;
		while (!this.#isStopped) {
			const exchange = this.#exchanges[this.#at];
			if (!exchange) break;
			for (; this.#read < exchange.events.length; this.#read += 1) {
				const event = exchange.events[this.#read];
				if (event) this.#take(event);
			}
			if (exchange.isCut) this.#stop(exchange);
			// The next one of the connection begins when this one is over.
			if (exchange.end === null || this.#at + 1 >= this.#exchanges.length) break;
			this.#at += 1;
			this.#read = 0;
		}
		return this.recording.events.length > before;
	}

	#take(event: RecordingEvent): void {
		if (event.kind === 'accepted' && this.#isAccepted) return;
		if (event.kind === 'accepted') this.#isAccepted = true;
		const t = Math.max(0, event.t - this.#origin);
		const kept = this.recording.append({ ...event, t, connection: LANE_CONNECTION });
		this.conversation.append(kept, this.recording.events.length - 1);
	}

	#stop({ t }: LaneExchange): void {
		this.#isStopped = true;
		this.#take({ kind: 'stopped', bound: 'connection', t, connection: LANE_CONNECTION });
	}
}

/** What one TCP connection carried for a lane, in order. */
export function exchangesOfSocket(
	exchanges: readonly LaneExchange[],
	socket: number
): readonly LaneExchange[] {
	return exchanges.filter((exchange) => exchange.socket === socket);
}
