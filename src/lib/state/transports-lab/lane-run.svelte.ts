/**
 * One lane of a race as the page sees it: its client, what its client was given, and the lane's
 * view of the book. Numbers grow in place; `version` says when to look again.
 */
import type {
	ClientState,
	ClientTrouble,
	EventClient,
	RequestTold,
	SendOutcome
} from '#lib/transports/clients/event-client.ts';
import { Deliveries } from '#lib/transports/measure/delivery.ts';
import type { LaneBook } from '#lib/transports/measure/lane-book.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';
import type { LaneTotals } from '#lib/transports/measure/lane-totals.ts';
import { QueueWatch } from '#lib/transports/measure/queue-watch.ts';
import type { PlacedLane, PlannedLane } from '#lib/transports/measure/race-plan.ts';
import type { Transport } from '#lib/transports/transport.ts';
import type { Gap, StreamEvent } from '#lib/transports/wire/event-message.ts';
import { utf8Length } from '../session/browser-peer.ts';

export interface LaneRunOptions {
	readonly lane: number;
	readonly placed: PlacedLane;
	readonly book: LaneBook;
	/** µs of the session for ms of the page's clock. */
	readonly sessionTime: (pageMs: number) => number;
	/** ms of the page's clock. */
	readonly now: () => number;
	/** Something has changed that the screen shows. */
	readonly onchange: () => void;
}

export class LaneRun {
	/** Number in the session. */
	readonly lane: number;
	/** Lane of the plan, from 0. */
	readonly index: number;
	/** 0: the page's own; from 1: held as another tab would. */
	readonly tab: number;
	readonly planned: PlannedLane;
	readonly deliveries: Deliveries;
	readonly queue: QueueWatch;
	readonly #options: LaneRunOptions;
	#client: EventClient | null = null;
	#state = $state<ClientState>('connecting');
	#trouble = $state.raw<ClientTrouble | null>(null);
	#hasOpened = $state(false);
	#isQueued = $state(false);
	#version = $state(0);

	constructor(options: LaneRunOptions) {
		const { lane, placed, book } = options;
		this.lane = lane;
		this.index = placed.index;
		this.tab = placed.tab;
		this.planned = placed.planned;
		this.deliveries = new Deliveries(book.emitted);
		this.queue = new QueueWatch(placed.planned);
		this.#options = options;
	}

	get transport(): Transport {
		return this.planned.transport;
	}

	/** Grows at most once a frame, while something of the lane changes. */
	get version(): number {
		return this.#version;
	}

	/** What crossed the wire: a live view, read it again at each `version`. */
	get totals(): LaneTotals {
		void this.#version;
		return this.#options.book.totals(this.lane);
	}

	/** Its exchanges in the order in which they began; the array grows in place. */
	get exchanges(): readonly LaneExchange[] {
		void this.#version;
		return this.#options.book.exchanges(this.lane);
	}

	get state(): ClientState {
		return this.#state;
	}

	/** Why its client waits or has stopped; null: it does not. */
	get trouble(): ClientTrouble | null {
		return this.#trouble;
	}

	/** Its client has been connected at least once. */
	get hasOpened(): boolean {
		return this.#hasOpened;
	}

	/**
	 * A request of its client waits in the browser for one of the six connections that HTTP/1.1
	 * leaves to all tabs of an origin.
	 */
	get isQueued(): boolean {
		return this.#isQueued;
	}

	/** Sends a message to the server, in the transport's own way. */
	async send(message: string): Promise<SendOutcome> {
		return (await this.#client?.send(message)) ?? { kind: 'not-sent' };
	}

	/** @internal Its client, once it is there. */
	use(client: EventClient): void {
		this.#client = client;
	}

	/** @internal */
	get client(): EventClient | null {
		return this.#client;
	}

	/** @internal Tells readers: called once a frame by the race. */
	refresh(isQueued: boolean): void {
		this.#isQueued = isQueued;
		this.#version += 1;
	}

	/** @internal What its client tells. */
	readonly listeners = {
		onevent: ({ id, data }: StreamEvent): void => {
			const { now, sessionTime, book, onchange } = this.#options;
			const time = sessionTime(now());
			this.deliveries.add(id, utf8Length(data), time);
			book.totals(this.lane).timeline.add('delivered', time - book.origin, 1);
			onchange();
		},
		ongap: (gap: Gap): void => {
			this.deliveries.skip(gap);
			this.#options.onchange();
		},
		onstate: (state: ClientState, trouble: ClientTrouble | null): void => {
			this.#state = state;
			this.#trouble = trouble;
			if (state === 'open') this.#hasOpened = true;
			this.#options.onchange();
		},
		onrequest: (told: RequestTold): void => {
			this.queue.tell(told.kind, told.request, this.#options.sessionTime(told.t));
		}
	};
}
