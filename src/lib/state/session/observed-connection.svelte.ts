/**
 * One connection of this page, observed from both ends: the page's own WebSocket with a witness,
 * and the bytes that the server's tap recorded of it.
 *
 * Its recording begins with the page's call. Session time is the server's; the clock estimate
 * brings the page's events onto it. The raw client's connection has no WebSocket of the page: the
 * server opened it at the page's word.
 */
import { Conversations } from '#lib/capture/conversations.ts';
import { RecordingMerger, type PageClock, type PageTrack } from '#lib/capture/page-track.ts';
import { Recording } from '#lib/capture/recording.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { BrowserPeer, type ReadyState, type Refusal } from './browser-peer.ts';
import { Capture } from './capture.svelte.ts';
import { isoAfter } from './iso-time.ts';
import { pageNow } from './page-now.ts';
import { Watchers } from './watchers.ts';

export interface ObservedConnectionOptions {
	/** Identity inside the session. */
	readonly id: number;
	/** Wall clock when the session's recording began, ISO 8601. */
	readonly sessionStartedAt: string;
	/** The estimate at the moment of connecting. */
	readonly clock: PageClock;
	/** When the page asked for it, by the page's clock in µs; by default now. */
	readonly askedAt?: number;
	/** Something the page did or was told waits for the server's time to pass it. */
	readonly onwaiting?: () => void;
	/** Reads compressed messages; needed where the server may agree to permessage-deflate. */
	readonly inflate?: MakeInflater;
	readonly WebSocket?: typeof WebSocket;
	readonly now?: () => number;
}

export interface ConnectTarget {
	/** With the ticket. */
	readonly url: string;
	/** As the page's view names it. */
	readonly shownUrl: string;
	readonly protocols: readonly string[];
}

export class ObservedConnection {
	readonly id: number;
	readonly capture: Capture;
	/** Resolves once the page's WebSocket is no longer CONNECTING, to the state it has then. */
	readonly settled: Promise<ReadyState>;
	#settle: (readyState: ReadyState) => void = () => undefined;
	readonly #options: ObservedConnectionOptions;
	readonly #merger: RecordingMerger;
	readonly #track: PageTrack;
	/** Session time at which this recording begins, µs. */
	readonly #origin: number;
	/** Time of the recording less the page's, µs. */
	#offset = 0;
	#peer: BrowserPeer | null = null;
	#isAbandoned = false;
	readonly #watchers = new Watchers();
	#readyState = $state<ReadyState>(0);

	constructor(options: ObservedConnectionOptions) {
		const { id, sessionStartedAt, clock, inflate, now = pageNow, askedAt = now() } = options;
		this.id = id;
		this.#options = options;
		this.settled = new Promise((resolve) => (this.#settle = resolve));
		this.#origin = Math.max(0, askedAt + clock.offset);
		const startedAt = isoAfter(sessionStartedAt, this.#origin);
		const recording = new Recording(startedAt);
		const conversations = new Conversations({ inflate });
		this.#merger = new RecordingMerger({ recording, conversations });
		this.#track = this.#merger.track(id);
		this.setClock(clock);
		this.capture = new Capture('live', recording, conversations.open(id));
	}

	/** `readyState` of the page's WebSocket: the page's view, not the protocol's state. */
	get readyState(): ReadyState {
		return this.#readyState;
	}

	/** Null before `connect`, and for a connection that is not the page's own. */
	get peer(): BrowserPeer | null {
		return this.#peer;
	}

	/** Calls the constructor; returns its refusal where it throws. */
	connect({ url, shownUrl, protocols }: ConnectTarget): Refusal | null {
		let refusal: Refusal | null = null;
		try {
			this.#peer = new BrowserPeer({
				url,
				shownUrl,
				protocols,
				witness: (told, pageTime, readyState) => {
					this.#track.add(told, pageTime, readyState);
					this.#readyState = readyState;
					if (readyState !== 0) this.#settle(readyState);
					if (told.name === 'exception' && told.call === 'new') refusal = told;
					if (this.#isAbandoned) this.#merger.flush();
					this.#changed();
				},
				WebSocket: this.#options.WebSocket,
				now: this.#options.now
			});
		} catch (error) {
			if (!refusal) throw error;
			this.#merger.flush();
		}
		return refusal;
	}

	send(data: string | Uint8Array<ArrayBuffer>): Refusal | null {
		return this.#peer?.send(data) ?? null;
	}

	close(code?: number, reason?: string): Refusal | null {
		return this.#peer?.close(code, reason) ?? null;
	}

	/** This moment in the recording's time, µs, by the page's clock and the last estimate. */
	get time(): number {
		return Math.max(0, (this.#options.now ?? pageNow)() + this.#offset);
	}

	/** The session that recorded it is gone: nothing of the session now alive is its own. */
	get isAbandoned(): boolean {
		return this.#isAbandoned;
	}

	/** Runs of hand-written bytes that are over. */
	get runsEnded(): number {
		const { runs } = this.capture.conversation;
		return runs.reduce((count, { event }) => count + (event.told.name === 'end' ? 1 : 0), 0);
	}

	setClock({ offset, error }: PageClock): void {
		if (this.#isAbandoned) return;
		this.#offset = offset - this.#origin;
		this.#merger.clock = { offset: this.#offset, error };
	}

	/** Takes this connection's events of a batch; `until` in session time, µs. */
	deliver(events: readonly ChannelEvent[], until: number): void {
		if (this.#isAbandoned) return;
		const since = (t: number): number => Math.max(0, t - this.#origin);
		const own: RecordingEvent[] = [];
		for (const event of events) {
			if (event.kind === 'lane' || event.connection !== this.id) continue;
			own.push({ ...event, t: since(event.t) });
		}
		this.#merger.deliver(own, since(until));
		this.#changed();
	}

	/** Nothing more will come from the server: the page's events stand by their own clock. */
	abandon(): void {
		this.#isAbandoned = true;
		this.#merger.flush();
		this.#changed();
	}

	/**
	 * Calls `watcher` whenever the recording has grown, at once and not at the screen's pace.
	 * Returns what ends it.
	 */
	watch(watcher: () => void): () => void {
		return this.#watchers.add(watcher);
	}

	#changed(): void {
		this.capture.notify();
		this.#watchers.tell();
		if (!this.#track.isEmpty) this.#options.onwaiting?.();
	}
}
