/**
 * One lane of a race as the page sees it: its client, what its client was given, and the lane's
 * view of the book. Numbers grow in place; `version` says when to look again.
 */
import type {
	ClientState,
	ClientTrouble,
	EventClient,
	EventClientOptions,
	RequestTold,
	SendOutcome
} from '#lib/transports/clients/event-client.ts';
import { Deliveries } from '#lib/transports/measure/delivery.ts';
import type { LaneOpening, MeasuredLane } from '#lib/transports/measure/freeze-race.ts';
import type { LaneBook } from '#lib/transports/measure/lane-book.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';
import type { LaneTotals } from '#lib/transports/measure/lane-totals.ts';
import { QueueWatch } from '#lib/transports/measure/queue-watch.ts';
import type { PlacedLane, PlannedLane } from '#lib/transports/measure/race-plan.ts';
import type { ClientCode } from '#lib/transports/measure/race-result.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { utf8Length } from '../../session/browser-peer.ts';
import type { RaceClock } from './race-clock.ts';

export interface LaneRunOptions {
	readonly lane: number;
	readonly placed: PlacedLane;
	readonly book: LaneBook;
	readonly clock: RaceClock;
	/** Something has changed for which the race may wait. */
	readonly onchange: () => void;
}

/** This race holds all six connections itself; or fewer, and others may hold the rest. */
type QueuedBehind = 'own' | 'others';

export class LaneRun implements MeasuredLane {
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
	/** HTTP requests of its client that have begun and not ended. */
	#asking = 0;
	#opening: LaneOpening | null = null;
	#isTouched = false;
	#state = $state<ClientState>('connecting');
	#trouble = $state.raw<ClientTrouble | null>(null);
	#hasOpened = $state(false);
	#queuedBehind = $state<QueuedBehind | null>(null);
	#queuedSince: number | null = null;
	#code = $state<ClientCode>('late');
	#hasCodeAtStart = false;
	#isStarted = false;
	#isStopped = false;
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

	/** µs of the session from which its times are counted. */
	get origin(): number {
		return this.#options.book.origin;
	}

	/** Grows at most once a frame, when something of the lane has changed. */
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

	/** Connected, or asked: the first answer of long polling comes with the first event. */
	get isConnected(): boolean {
		if (this.#hasOpened || this.#state === 'stopped') return true;
		return this.transport === 'long-polling' && this.#options.book.totals(this.lane).requests > 0;
	}

	/**
	 * A request of its client waits in the browser for one of the six connections that HTTP/1.1
	 * leaves to all tabs of an origin: because of whom; null: none waits.
	 */
	get queuedBehind(): QueuedBehind | null {
		return this.#queuedBehind;
	}

	/** µs of the session from which that request has been waiting; null: none waits. */
	get queuedSince(): number | null {
		return this.#queuedSince;
	}

	/** Requests under way that take one of the browser's six connections, or wait for one. */
	get asking(): number {
		if (this.transport === 'websocket') return 0;
		const isUpgraded =
			this.transport === 'socket-io' && this.#options.book.totals(this.lane).upgrades > 0;
		return isUpgraded ? 0 : this.#asking;
	}

	/** The code of its client: here; not yet; not to be had. */
	get clientCode(): ClientCode {
		return this.#code;
	}

	/** The same, as it was when the lanes began. */
	get code(): ClientCode {
		return this.#hasCodeAtStart || this.#code === 'failed' ? this.#code : 'late';
	}

	/** What crossed before the source began; null: it has not. */
	get opening(): LaneOpening | null {
		return this.#opening;
	}

	/** Events that its client, or this page, was given again. */
	get duplicates(): number {
		return this.deliveries.duplicates + (this.#client?.duplicates ?? 0);
	}

	/** Nothing more can come: all events that were made are here, or the lane is not connected. */
	get hasAll(): boolean {
		return this.deliveries.missing === 0 || !this.isConnected || this.#state === 'stopped';
	}

	/** Sends a message to the server, in the transport's own way. */
	async send(message: string): Promise<SendOutcome> {
		return (await this.#client?.send(message)) ?? { kind: 'not-sent' };
	}

	/** Fetches the code of its client, and makes one. Rejects where the code cannot be had. */
	async open(make: (listeners: LaneListeners) => Promise<EventClient>): Promise<EventClient> {
		try {
			this.#client = await make(this.#listeners);
			this.#code = 'there';
		} catch (error) {
			this.#code = 'failed';
			throw error;
		} finally {
			this.#changed();
		}
		if (this.#isStarted && !this.#isStopped) this.#client.start();
		return this.#client;
	}

	/** Starts its client: as soon as it is here, where it is not yet. */
	start(): void {
		this.#isStarted = true;
		this.#hasCodeAtStart = this.#client !== null;
		this.#client?.start();
	}

	async stop(): Promise<void> {
		this.#isStopped = true;
		await this.#client?.stop();
	}

	/** The source has just begun. */
	noteSource(): void {
		const { requests, up, down } = this.#options.book.totals(this.lane);
		this.#opening = { requests, up, down, wasConnected: this.isConnected };
	}

	/** The server has told of an event that was made. */
	settle(): void {
		this.deliveries.settle();
		this.#isTouched = true;
	}

	/** The book has something new of this lane. */
	touch(): void {
		this.#isTouched = true;
	}

	/** Tells readers, once a frame, where there is something to tell. */
	refresh(behind: QueuedBehind | null = null, since: number | null = null): void {
		this.#queuedBehind = behind;
		this.#queuedSince = behind === null ? null : since;
		if (this.#isTouched) this.#version += 1;
		this.#isTouched = false;
	}

	readonly #listeners: LaneListeners = {
		onevent: ({ id, data }) => {
			const { clock, book } = this.#options;
			const time = clock.now();
			this.deliveries.add(id, utf8Length(data), time);
			book.totals(this.lane).timeline.add('delivered', time - book.origin, 1);
			this.#changed();
		},
		ongap: (gap) => {
			this.deliveries.skip(gap);
			this.#changed();
		},
		onstate: (state, trouble) => {
			this.#state = state;
			this.#trouble = trouble;
			if (state === 'open') this.#hasOpened = true;
			this.#changed();
		},
		onrequest: ({ kind, request, t }: RequestTold) => {
			if (kind === 'begin') this.#asking += 1;
			else if (kind === 'end') this.#asking -= 1;
			// Handshakes of WebSockets are not counted among the six: they wait for other reasons.
			if (this.transport === 'websocket') return;
			this.queue.tell(kind, request, this.#options.clock.at(t));
		}
	};

	#changed(): void {
		this.#isTouched = true;
		this.#options.onchange();
	}
}

type LaneListeners = Pick<EventClientOptions, 'onevent' | 'onstate'> &
	Required<Pick<EventClientOptions, 'ongap' | 'onrequest'>>;
