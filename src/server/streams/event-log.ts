/**
 * The events of one stream, with ids from 1, and who is told of them. What is kept is bounded;
 * whoever asks for events that are no longer kept is told which ones are missing.
 */
import type { Gap, StreamEvent } from '#lib/transports/wire/event-message.ts';

export type EventListener = (event: StreamEvent) => void;

export interface EventsAfter {
	/** In order, without a hole. */
	readonly events: readonly StreamEvent[];
	/** Ids between the cursor and the first of them that are no longer kept. */
	readonly gap: Gap | null;
}

/** Strings of all logs together, in bytes. */
export interface LogPool {
	held: number;
}

export interface EventLogOptions {
	/** Events and bytes (of strings) that are kept. */
	readonly maxEvents?: number;
	readonly maxBytes?: number;
	/** While all logs together hold more than `maxPoolBytes`, each keeps no more than its share. */
	readonly pool?: LogPool;
	readonly maxPoolBytes?: number;
	readonly share?: number;
	/** The source makes no more. */
	readonly onEnd?: () => void;
	/** A listener threw; the others are told all the same. */
	readonly onFault?: (error: unknown) => void;
}

interface Subscription {
	readonly listener: EventListener;
	/** The last event at the time it began. */
	readonly since: number;
}

const MIB = 2 ** 20;
/** Of an event, beside its characters. */
const EVENT_COST = 64;

export class EventLog {
	readonly #options: EventLogOptions;
	readonly #subscriptions = new Set<Subscription>();
	readonly #pool: LogPool;
	/** Those from `#first` on are kept; the places before are empty until they are taken back. */
	#events: (StreamEvent | undefined)[] = [];
	#first = 0;
	#bytes = 0;
	#lastId = 0;
	#isEnded = false;

	constructor(options: EventLogOptions = {}) {
		this.#options = options;
		this.#pool = options.pool ?? { held: 0 };
	}

	/** Of the newest event; 0 before the first. */
	get lastId(): number {
		return this.#lastId;
	}

	/** The source makes no more events. */
	get isEnded(): boolean {
		return this.#isEnded;
	}

	/** Who is told of each event. */
	get listeners(): number {
		return this.#subscriptions.size;
	}

	/** Whether a client can have seen this id last; 0: it has seen none. */
	knows(id: number): boolean {
		return Number.isSafeInteger(id) && id >= 0 && id <= this.#lastId;
	}

	/** Adds an event and tells every listener, before it returns. Throws where the log has ended. */
	append(data: string): StreamEvent {
		if (this.#isEnded) throw new TypeError('append: the log has ended');
		const event: StreamEvent = { id: ++this.#lastId, data };
		this.#events.push(event);
		this.#hold(costOf(event));
		this.#trim();
		for (const subscription of this.#subscriptions) {
			// One that began while this event was told has read it from the log.
			if (subscription.since < event.id) this.#tell(subscription, event);
		}
		return event;
	}

	/** What came after the event with this id (0: all). An id that is not known yet has nothing after it. */
	after(id: number): EventsAfter {
		const kept = this.#events.length - this.#first;
		const oldest = this.#lastId - kept + 1;
		const gap = id + 1 < oldest ? { from: id + 1, to: oldest - 1 } : null;
		const skipped = Math.max(0, id + 1 - oldest);
		return { events: this.#events.slice(this.#first + skipped) as StreamEvent[], gap };
	}

	/** Tells of each event from now on, once, in order; returns what ends that. */
	subscribe(listener: EventListener): () => void {
		const subscription = { listener, since: this.#lastId };
		this.#subscriptions.add(subscription);
		return () => void this.#subscriptions.delete(subscription);
	}

	/** The source makes no more; what is kept can still be read. */
	end(): void {
		if (this.#isEnded) return;
		this.#isEnded = true;
		this.#options.onEnd?.();
	}

	/** Ends, and frees everything. */
	close(): void {
		this.end();
		this.#subscriptions.clear();
		this.#hold(-this.#bytes);
		this.#events = [];
		this.#first = 0;
	}

	#tell({ listener }: Subscription, event: StreamEvent): void {
		try {
			listener(event);
		} catch (error) {
			const { onFault } = this.#options;
			if (!onFault) throw error;
			onFault(error);
		}
	}

	#hold(bytes: number): void {
		this.#bytes += bytes;
		this.#pool.held += bytes;
	}

	#trim(): void {
		const { maxEvents = 8192, maxBytes = 16 * MIB } = this.#options;
		while (
			this.#events.length - this.#first > maxEvents ||
			this.#bytes > maxBytes ||
			this.#isCrowded()
		) {
			const oldest = this.#events[this.#first];
			if (!oldest) break;
			this.#hold(-costOf(oldest));
			this.#events[this.#first++] = undefined;
		}
		if (this.#first * 2 <= this.#events.length) return;
		this.#events = this.#events.slice(this.#first);
		this.#first = 0;
	}

	#isCrowded(): boolean {
		const { maxPoolBytes = Infinity, share = Infinity } = this.#options;
		return this.#pool.held > maxPoolBytes && this.#bytes > share;
	}
}

/** About what an event takes in memory: a character beyond Latin-1 makes all of them two bytes. */
function costOf({ data }: StreamEvent): number {
	return EVENT_COST + data.length * 2;
}
