/**
 * What the lanes of a stream did on the wire, folded event by event from what the channel tells:
 * exchanges, exact sums, open connections. O(1) an event, in the length of its bytes.
 */
import type { RecordingEvent, WireEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { LaneTold } from '../lane-told.ts';
import { EmittedLog } from './emitted-log.ts';
import { GrowingExchange, type LaneExchange } from './lane-exchange.ts';
import { segmentsOf } from './segments.ts';
import { emptyTotals, type GrowingTotals, type LaneTotals } from './lane-totals.ts';

/** An event of the lab channel, as far as it is about lanes. */
export type LaneEvent =
	| RecordingEvent
	| {
			readonly kind: 'lane';
			readonly t: number;
			readonly connection: number;
			readonly told: LaneTold;
	  };

export interface LaneBookOptions {
	/** µs of the session at which timelines begin. */
	readonly origin?: number;
	/** Bytes that are kept of each lane, for who looks inside. */
	readonly laneBytes?: number;
	/** Exchanges that are kept of each lane; the sums go on. */
	readonly laneExchanges?: number;
}

const LANE_BYTES = 2 ** 23;
const LANE_EXCHANGES = 10_000;
const MOST_DROPS = 64;

interface Lane {
	readonly totals: GrowingTotals;
	readonly exchanges: GrowingExchange[];
	readonly sockets: Set<number>;
	kept: number;
}

interface Socket {
	/** The lane that it served last. */
	lane: Lane;
}

export class LaneBook {
	readonly emitted = new EmittedLog();
	readonly origin: number;
	readonly #laneBytes: number;
	readonly #laneExchanges: number;
	readonly #lanes = new Map<number, Lane>();
	/** By number; those under way, and those that are kept. */
	readonly #exchanges = new Map<number, GrowingExchange>();
	readonly #sockets = new Map<number, Socket>();
	#time = 0;
	#held = 0;
	#mostHeld = 0;
	#underWay = 0;

	constructor({
		origin = 0,
		laneBytes = LANE_BYTES,
		laneExchanges = LANE_EXCHANGES
	}: LaneBookOptions = {}) {
		this.origin = origin;
		this.#laneBytes = laneBytes;
		this.#laneExchanges = laneExchanges;
	}

	/** µs of the session: the latest event. */
	get time(): number {
		return this.#time;
	}

	/** Exchanges of HTTP under way, of all lanes: each takes one of a browser's six connections. */
	get held(): number {
		return this.#held;
	}

	/** As many at most. */
	get mostHeld(): number {
		return this.#mostHeld;
	}

	/** Exchanges that are not over, upgraded ones among them. */
	get underWay(): number {
		return this.#underWay;
	}

	/** A live view: its numbers grow in place. */
	totals(lane: number): LaneTotals {
		return this.#lane(lane).totals;
	}

	/** In the order in which they began; the array grows in place, up to a bound. */
	exchanges(lane: number): readonly LaneExchange[] {
		return this.#lane(lane).exchanges;
	}

	/** By its number; null where it is not known, or no longer kept. */
	exchange(number: number): LaneExchange | null {
		return this.#exchanges.get(number) ?? null;
	}

	/** Takes the next event. Returns the number of the lane that it is about; null: of none. */
	add(event: LaneEvent): number | null {
		if (event.t > this.#time) this.#time = event.t;
		const known = this.#exchanges.get(event.connection)?.lane ?? null;
		if (event.kind === 'lane') {
			this.#tell(event.told, event.connection, event.t);
			return 'lane' in event.told ? event.told.lane : known;
		}
		if (event.kind === 'data') this.#chunk(event);
		else if (event.kind === 'accepted' || event.kind === 'fin' || event.kind === 'rst') {
			this.#exchanges.get(event.connection)?.note(event);
		}
		return known;
	}

	#tell(told: LaneTold, number: number, t: number): void {
		if (told.name === 'exchange') this.#begin(number, told.lane, told.socket, t);
		else if (told.name === 'counted') this.#count(number, told.direction, told.bytes, t);
		else if (told.name === 'done') this.#finish(number, t);
		else if (told.name === 'socket-closed') this.#closeSocket(told.socket, t);
		else if (told.name === 'emitted') this.emitted.add(told.id, told.size, t);
		else if (told.name === 'source-ended') this.emitted.end(t);
		else if (told.name === 'received') this.#receive(told.lane, told.size);
		else {
			const { drops } = this.#lane(told.lane).totals;
			if (drops.length < MOST_DROPS) drops.push(told.reason);
		}
	}

	#begin(number: number, laneNumber: number, socket: number, t: number): void {
		const lane = this.#lane(laneNumber);
		if (this.#exchanges.has(number)) return;
		const exchange = new GrowingExchange(number, laneNumber, socket, t);
		this.#exchanges.set(number, exchange);
		exchange.isKept = lane.exchanges.length < this.#laneExchanges;
		if (exchange.isKept) lane.exchanges.push(exchange);
		const { totals } = lane;
		this.#underWay += 1;
		totals.requests += 1;
		totals.timeline.add('requests', t - this.origin, 1);
		this.#hold(lane, 1, t);
		this.#useSocket(socket, lane, t);
	}

	#chunk(event: Extract<WireEvent, { kind: 'data' }>): void {
		const exchange = this.#exchanges.get(event.connection);
		if (!exchange) return;
		const { direction, bytes, t } = event;
		const lane = this.#lane(exchange.lane);
		const hasRoom = lane.kept + bytes.length <= this.#laneBytes;
		if (hasRoom) lane.kept += bytes.length;
		const wasUpgrade = exchange.isUpgrade;
		if (exchange.chunk(event, hasRoom)) this.#noteHead(lane, exchange, direction, wasUpgrade, t);
		this.#pass(lane, direction, bytes.length, t);
	}

	#noteHead(
		lane: Lane,
		exchange: GrowingExchange,
		direction: Direction,
		wasUpgrade: boolean,
		t: number
	): void {
		const { totals } = lane;
		const length = (direction === 'client' ? exchange.headUp : exchange.headDown) ?? 0;
		if (direction === 'client') totals.headUp += length;
		else totals.headDown += length;
		if (!exchange.isUpgrade && wasUpgrade) this.#hold(lane, 1, t);
		if (!exchange.isUpgrade) return this.#notePeak(totals);
		totals.upgradeHeads += length;
		if (direction === 'server') return;
		totals.upgrades += 1;
		this.#hold(lane, -1, t);
	}

	#count(number: number, direction: Direction, bytes: number, t: number): void {
		const exchange = this.#exchanges.get(number);
		if (!exchange) return;
		exchange.count(direction, bytes, t);
		const lane = this.#lane(exchange.lane);
		this.#pass(lane, direction, bytes, t);
		if (!exchange.isUpgrade) this.#notePeak(lane.totals);
	}

	#pass(lane: Lane, direction: Direction, bytes: number, t: number): void {
		const side = direction === 'client' ? 'up' : 'down';
		lane.totals[side] += bytes;
		lane.totals[direction === 'client' ? 'segmentsUp' : 'segmentsDown'] += segmentsOf(bytes);
		lane.totals.timeline.add(side, t - this.origin, bytes);
	}

	#finish(number: number, t: number): void {
		const exchange = this.#exchanges.get(number);
		if (!exchange || exchange.end !== null) return;
		exchange.finish(t);
		this.#underWay -= 1;
		const lane = this.#lane(exchange.lane);
		const { totals } = lane;
		if (exchange.answer === 'events') totals.fullAnswers += 1;
		else if (exchange.answer === 'nothing') totals.emptyAnswers += 1;
		else if (exchange.answer === 'unknown') totals.unknownAnswers += 1;
		if (exchange.hasUnknownHead) totals.unknownHeads += 1;
		if (!exchange.isUpgrade) {
			this.#notePeak(totals);
			this.#hold(lane, -1, t);
		}
		if (!exchange.isKept) this.#exchanges.delete(number);
	}

	#hold(lane: Lane, change: number, t: number): void {
		const { totals } = lane;
		this.#held += change;
		totals.held += change;
		totals.timeline.set('held', t - this.origin, totals.held);
	}

	/** Once a request's head is known: until then it may be that of a WebSocket, which is not held. */
	#notePeak(totals: GrowingTotals): void {
		this.#mostHeld = Math.max(this.#mostHeld, this.#held);
		totals.mostHeld = Math.max(totals.mostHeld, totals.held);
	}

	/** An idle connection belongs to the lane that it served last: so every one counts once. */
	#useSocket(number: number, lane: Lane, t: number): void {
		const socket = this.#sockets.get(number);
		if (socket?.lane === lane) return;
		if (socket) this.#open(socket.lane, -1, t);
		this.#sockets.set(number, { lane });
		if (!lane.sockets.has(number)) lane.totals.connections += 1;
		lane.sockets.add(number);
		this.#open(lane, 1, t);
	}

	#closeSocket(number: number, t: number): void {
		const socket = this.#sockets.get(number);
		if (!socket) return;
		this.#sockets.delete(number);
		this.#open(socket.lane, -1, t);
	}

	#open({ totals }: Lane, change: number, t: number): void {
		totals.open += change;
		totals.mostOpen = Math.max(totals.mostOpen, totals.open);
		totals.timeline.set('open', t - this.origin, totals.open);
	}

	#receive(lane: number, size: number): void {
		const { totals } = this.#lane(lane);
		totals.received += 1;
		totals.receivedBytes += size;
	}

	#lane(number: number): Lane {
		let lane = this.#lanes.get(number);
		if (!lane) {
			lane = { totals: emptyTotals(number), exchanges: [], sockets: new Set(), kept: 0 };
			this.#lanes.set(number, lane);
		}
		return lane;
	}
}
