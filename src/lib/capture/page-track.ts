/**
 * Merges what the page did and was told, in the page's own clock, into the recording.
 *
 * The recording is in the server's order of time; a page event has only an estimate of that time.
 * A call of the page stands before the first wire event that it can have caused; what the page was
 * told stands after its cause. Between the two bounds the estimate decides.
 */
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { PageApiEvent, PageTold, RecordingEvent } from './recording-event.ts';
import type { Recording } from './recording.ts';

/** Server time (µs of the recording) = page time + offset, give or take error, all in µs. */
export interface PageClock {
	readonly offset: number;
	readonly error: number;
}

export interface RecordingMergerOptions {
	readonly recording: Recording;
	/** Of the same recording; the merger keeps it up to date. */
	readonly conversations: Conversations;
}

/** Takes the page's events of one connection, in the order in which they happened. */
export interface PageTrack {
	readonly connection: number;
	/** Whether every event has its place in the recording. */
	readonly isEmpty: boolean;
	/** @param pageTime microseconds of the page's clock */
	add(told: PageTold, pageTime: number, readyState: PageApiEvent['readyState']): void;
}

interface Waiting {
	readonly told: PageTold;
	readonly pageTime: number;
	readonly readyState: PageApiEvent['readyState'];
}

/** Any time may be meant: only causes tell where an event stands. */
const UNKNOWN_CLOCK: PageClock = { offset: -Infinity, error: Infinity };

export class RecordingMerger {
	readonly #recording: Recording;
	readonly #conversations: Conversations;
	readonly #tracks = new Map<number, WaitingTrack>();
	#clock: PageClock = UNKNOWN_CLOCK;

	constructor({ recording, conversations }: RecordingMergerOptions) {
		this.#recording = recording;
		this.#conversations = conversations;
	}

	/** As estimated so far; null while the channel does not know. */
	get clock(): PageClock | null {
		return this.#clock === UNKNOWN_CLOCK ? null : this.#clock;
	}

	set clock(clock: PageClock | null) {
		this.#clock = clock ?? UNKNOWN_CLOCK;
	}

	/** The track of a connection, the same one at each call. */
	track(connection: number): PageTrack {
		let track = this.#tracks.get(connection);
		if (!track) {
			track = new WaitingTrack(connection);
			this.#tracks.set(connection, track);
		}
		return track;
	}

	/**
	 * Takes the server's events, in order. `until`: server time in µs before which everything has
	 * been delivered.
	 */
	deliver(events: readonly RecordingEvent[], until: number): void {
		for (const event of events) {
			this.#placeUpTo(event.t);
			this.#placeCausesOf(event);
			this.#append(event);
		}
		this.#placeUpTo(until);
	}

	/** Places what still waits, in the order of its estimates: the server will tell nothing more. */
	flush(): void {
		for (let track; (track = this.#earliest(() => true));) this.#place(track, Infinity);
	}

	/** Page events whose time has come: none of them can have caused something before `t`. */
	#placeUpTo(t: number): void {
		const isDue = (track: WaitingTrack): boolean =>
			track.estimate(this.#clock) <= t && this.#mayStandAt(track, t);
		for (let track; (track = this.#earliest(isDue));) this.#place(track, t);
	}

	/** Whether the track's next event has its cause behind it, or can have none before `t` any more. */
	#mayStandAt(track: WaitingTrack, t: number): boolean {
		const conversation = this.#conversations.get(track.connection);
		return track.hasCause(conversation) || track.estimate(this.#clock) + this.#clock.error < t;
	}

	/** Calls of the page that may have caused a wire event go before it, with what precedes them. */
	#placeCausesOf(event: RecordingEvent): void {
		const track = this.#tracks.get(event.connection);
		if (!track || track.isEmpty || !isSentByPage(event)) return;
		let left = track.countCauses(event, this.#clock);
		for (; left > 0 && this.#mayStandAt(track, event.t); left -= 1) this.#place(track, event.t);
	}

	#earliest(isDue: (track: WaitingTrack) => boolean): WaitingTrack | null {
		let earliest: WaitingTrack | null = null;
		for (const track of this.#tracks.values()) {
			if (track.isEmpty || !isDue(track)) continue;
			if (!earliest || track.pageTime < earliest.pageTime) earliest = track;
		}
		return earliest;
	}

	#place(track: WaitingTrack, latest: number): void {
		const estimate = track.estimate(this.#clock);
		const event = track.take();
		if (!event) return;
		const { told, readyState } = event;
		// Without a clock only the bounds are known, and no upper one when flushed.
		const isKnown = estimate > -Infinity;
		const wanted = isKnown || latest === Infinity ? Math.min(estimate, latest) : latest;
		const t = Math.max(Math.round(wanted), this.#recording.duration);
		const { connection } = track;
		const error = Math.min(Math.ceil(this.#clock.error), Number.MAX_SAFE_INTEGER);
		this.#append({ t, connection, kind: 'page', error, readyState, told });
	}

	#append(event: RecordingEvent): void {
		this.#recording.append(event);
		this.#conversations.follow(this.#recording);
	}
}

/** Wire events that something the page did can have caused. */
function isSentByPage(event: RecordingEvent): boolean {
	if (event.kind === 'accepted') return true;
	const isEnd = event.kind === 'fin' || event.kind === 'rst';
	return (isEnd || event.kind === 'data') && event.direction === 'client';
}

class WaitingTrack implements PageTrack {
	readonly connection: number;
	#queue: Waiting[] = [];
	#head = 0;
	/** `message` events placed so far. */
	#messages = 0;

	constructor(connection: number) {
		this.connection = connection;
	}

	add(told: PageTold, pageTime: number, readyState: PageApiEvent['readyState']): void {
		this.#queue.push({ told, pageTime, readyState });
	}

	get isEmpty(): boolean {
		return this.#head === this.#queue.length;
	}

	/** Page time of the next event, in µs. */
	get pageTime(): number {
		return this.#queue[this.#head]?.pageTime ?? Infinity;
	}

	/** Server time of the next event, in µs. */
	estimate(clock: PageClock): number {
		return this.pageTime + clock.offset;
	}

	take(): Waiting | undefined {
		const event = this.#queue[this.#head];
		this.#head += 1;
		if (this.#head > 1000 && this.#head * 2 > this.#queue.length) {
			this.#queue = this.#queue.slice(this.#head);
			this.#head = 0;
		}
		if (event?.told.name === 'message') this.#messages += 1;
		return event;
	}

	/** How many events, from the next one on, must stand before a wire event for its cause's sake. */
	countCauses(event: RecordingEvent, clock: PageClock): number {
		let count = 0;
		for (let index = this.#head; index < this.#queue.length; index += 1) {
			const { told, pageTime } = this.#queue[index] as Waiting;
			const isNew = told.name === 'new';
			if (!isNew && pageTime + clock.offset - clock.error > event.t) break;
			const isCause = isNew || (event.kind !== 'accepted' && isCall(told));
			if (isCause) count = index - this.#head + 1;
		}
		return count;
	}

	/** Whether what the next event tells of is in the conversation; calls wait for nothing. */
	hasCause(conversation: Conversation | null): boolean {
		const told = this.#queue[this.#head]?.told;
		if (!told || isCall(told) || told.name === 'exception') return true;
		if (!conversation) return false;
		if (told.name === 'open') return conversation.isUpgraded;
		if (told.name === 'message') return conversation.messageCount('server') > this.#messages;
		if (told.name === 'close' && told.wasClean) return conversation.hasEnded('server');
		return conversation.hasEndedOrFailed;
	}
}

function isCall({ name }: PageTold): boolean {
	return name === 'new' || name === 'send' || name === 'close-call';
}
