/**
 * What a session has for its page: batches of events, replies and errors in one sequence, each kept
 * until the page acknowledges it, so that a resumed channel receives what the old one lost.
 *
 * Events wait for each other a few milliseconds (one message for many), but a lone one leaves at
 * the end of the same turn of the event loop.
 */
import { encodeBatch, type ChannelEvent } from '#lib/channel/batch.ts';

/** The channel as the outbox sees it. */
export interface OutboxLine {
	readonly bufferedAmount: number;
	/** Hands a message to the socket; `onSent` when it has left the process, or cannot. */
	send(data: Uint8Array | string, onSent: () => void): void;
}

/** Bytes of all sessions together: waiting to be acknowledged now, and ever recorded. */
export interface ByteCounts {
	held: number;
	recorded: number;
}

interface Message {
	readonly seq: number;
	readonly data: Uint8Array | string;
	readonly size: number;
}

export interface OutboxOptions {
	readonly now: () => number;
	/** ms */
	readonly window: number;
	readonly maxBytes: number;
	readonly bytes: ByteCounts;
	/** Of all outboxes: over it, those that hold more than their share are full. */
	readonly maxHeldBytes: number;
	readonly share: number;
}

/** No more than this waits in the socket, so that pings and closes are not stuck behind it. */
const MOST_BUFFERED = 2 ** 20;
/** A batch is sent once it has this many bytes, so that a page decodes it in one short task. */
const BATCH_BYTES = 2 ** 18;
/** Of an event or a message, beside its own bytes. */
const EVENT_COST = 16;

export class Outbox {
	readonly #options: OutboxOptions;
	/** Sent or to be sent, not yet acknowledged; `#sent` of them went to the present line. */
	#messages: Message[] = [];
	#sent = 0;
	#events: ChannelEvent[] = [];
	#eventBytes = 0;
	#heldBytes = 0;
	#lastSeq = 0;
	#acknowledged = 0;
	#since = 0;
	#flushedAt = -Infinity;
	#cancelFlush: (() => void) | null = null;
	#line: OutboxLine | null = null;

	constructor(options: OutboxOptions) {
		this.#options = options;
	}

	/** Bytes that wait to be acknowledged. */
	get heldBytes(): number {
		return this.#heldBytes;
	}

	get isFull(): boolean {
		const { maxBytes, bytes, maxHeldBytes, share } = this.#options;
		const isCrowded = bytes.held >= maxHeldBytes && this.#heldBytes >= share;
		return isCrowded || this.#heldBytes >= maxBytes;
	}

	append(event: ChannelEvent): void {
		this.#events.push(event);
		const size = sizeOf(event);
		this.#eventBytes += size;
		this.#hold(size);
		if (this.#cancelFlush === null) this.#scheduleFlush();
	}

	/** Somebody waits for what was appended: it leaves at the end of this turn, not of the window. */
	hurry(): void {
		if (this.#events.length === 0) return;
		this.#cancelFlush?.();
		this.#flushSoon();
	}

	/** Adds a JSON message after all events so far. */
	answer(message: object): void {
		this.flush();
		const seq = ++this.#lastSeq;
		const data = JSON.stringify({ ...message, seq, until: this.#since });
		this.#add({ seq, data, size: data.length + EVENT_COST });
		this.#pump();
	}

	/** The page has everything up to `received`; false where that cannot be. */
	acknowledge(received: number): boolean {
		if (received < this.#acknowledged || received > this.#lastSeq) return false;
		const count = received - this.#acknowledged;
		for (const message of this.#messages.splice(0, count)) this.#hold(-message.size);
		this.#sent = Math.max(0, this.#sent - count);
		this.#acknowledged = received;
		return true;
	}

	/** Sends over this line from now on, all that is not acknowledged first. */
	attach(line: OutboxLine): void {
		this.#line = line;
		this.#sent = 0;
		this.#pump();
	}

	detach(): void {
		this.#line = null;
	}

	/** Frees everything. */
	clear(): void {
		this.#cancelFlush?.();
		this.#cancelFlush = null;
		this.#line = null;
		this.#messages = [];
		this.#events = [];
		this.#hold(-this.#heldBytes);
	}

	/** Makes batches of the events that wait. */
	flush(): void {
		this.#cancelFlush?.();
		this.#cancelFlush = null;
		const now = Math.max(this.#since, this.#options.now());
		const groups = this.#takeEvents();
		for (const [index, events] of groups.entries()) {
			// Events that were held back are older than those before them.
			const last = events.reduce((latest, { t }) => Math.max(latest, t), 0);
			const isLast = index === groups.length - 1;
			this.#addBatch(events, isLast ? now : Math.max(this.#since, Math.min(last, now)));
		}
		this.#since = now;
		// An answer alone opens no window: what a command leads to would wait for the end of it.
		if (groups.length > 0) this.#flushedAt = performance.now();
		this.#pump();
	}

	#addBatch(events: readonly ChannelEvent[], until: number): void {
		const seq = ++this.#lastSeq;
		const data = encodeBatch(seq, this.#since, until, events);
		this.#since = until;
		this.#add({ seq, data, size: data.length + EVENT_COST });
	}

	#takeEvents(): ChannelEvent[][] {
		const groups: ChannelEvent[][] = [];
		let room = 0;
		for (const event of this.#events) {
			if (room <= 0) {
				groups.push([]);
				room = BATCH_BYTES;
			}
			groups.at(-1)?.push(event);
			room -= sizeOf(event);
		}
		this.#hold(-this.#eventBytes);
		this.#events = [];
		this.#eventBytes = 0;
		return groups;
	}

	#scheduleFlush(): void {
		const wait = this.#flushedAt + this.#options.window - performance.now();
		if (wait <= 0) return this.#flushSoon();
		const timer = setTimeout(() => this.flush(), wait);
		this.#cancelFlush = () => clearTimeout(timer);
	}

	#flushSoon(): void {
		const immediate = setImmediate(() => this.flush());
		this.#cancelFlush = () => clearImmediate(immediate);
	}

	#add(message: Message): void {
		this.#messages.push(message);
		this.#hold(message.size);
	}

	#hold(bytes: number): void {
		this.#heldBytes += bytes;
		this.#options.bytes.held += bytes;
	}

	#pump(): void {
		const line = this.#line;
		if (line === null) return;
		while (line.bufferedAmount < MOST_BUFFERED) {
			const message = this.#messages[this.#sent];
			if (message === undefined) return;
			this.#sent++;
			line.send(message.data, () => {
				if (this.#line === line) this.#pump();
			});
		}
	}
}

/** About what an event takes in memory and on the channel, in bytes. */
function sizeOf(event: ChannelEvent): number {
	if ('told' in event) return EVENT_COST * 4;
	return EVENT_COST + (event.kind === 'data' ? event.bytes.length : 0);
}
