/**
 * The observed connections of one session and what their recordings may cost.
 *
 * A recording that reaches a bound gets one `stopped` event and after it no more than how the
 * connection ended; the connection itself goes on. The bounds: bytes of the connection, bytes of the session, and what waits for a
 * page that does not read.
 */
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { ChannelLimits } from './channel-limits.ts';
import { CommandError } from './command-error.ts';
import type { Outbox } from './outbox.ts';
import type { Places } from './places.ts';
import type { SessionRoom } from './session-room.ts';
import type { RawConnection, RawObservation } from '../raw/raw-connection.ts';
import type { ObservedConnection, RecordingSink } from '../tap/recording-sink.ts';

export interface IssuedTicket {
	readonly ticket: string;
	/** Takes an unused ticket back. */
	cancel(): void;
}

export interface SessionRecordingsOptions {
	readonly limits: ChannelLimits;
	readonly outbox: Outbox;
	/** Shared with what else this session records. */
	readonly room: SessionRoom;
	readonly rawPlaces: Places;
	/** Makes a single-use ticket for an awaited connection. */
	readonly issueTicket: (connection: number) => IssuedTicket;
	/** µs of the session. */
	readonly now: () => number;
}

/** FIN of both sides, an RST, and the server's own close event. */
const MOST_ENDS = 4;

interface Recorded {
	readonly connection: number;
	/** A student writes the bytes of one side; it takes one of the server's raw places. */
	readonly isRaw: boolean;
	bytes: number;
	events: number;
	/** Ends of the connection that may still be told after the recording has stopped. */
	endsLeft: number;
	state: 'awaited' | 'live' | 'ended';
	isStopped: boolean;
	peer: ObservedConnection | null;
	/** Where a student writes the bytes of one side. */
	raw: RawConnection | null;
	cancelTicket: () => void;
}

export class SessionRecordings {
	readonly #options: SessionRecordingsOptions;
	readonly #recordings = new Map<number, Recorded>();
	#lastConnection = 0;
	#alive = 0;
	#rawAlive = 0;
	#activeAt = 0;

	constructor(options: SessionRecordingsOptions) {
		this.#options = options;
	}

	/** Connections alive, awaited ones included. */
	get alive(): number {
		return this.#alive;
	}

	/** µs of the session when the last event came. */
	get activeAt(): number {
		return this.#activeAt;
	}

	/** A number that no other connection of this session has. */
	nextNumber(): number {
		return ++this.#lastConnection;
	}

	/** A place and a ticket for a connection to come. Throws `CommandError` over a bound. */
	expect(): { connection: number; ticket: string } {
		return this.#expect(this.#place(false), this.#options.issueTicket);
	}

	/** The same for a raw connection, with the ticket that `issue` makes. */
	expectRaw(issue: (connection: number) => IssuedTicket): { connection: number; ticket: string } {
		return this.#expect(this.#place(true), issue);
	}

	/** A place for a raw connection that the session opens by itself. Throws as `expect` does. */
	open(): RawObservation {
		return this.#begin(this.#place(true));
	}

	/** The awaited connection did not come in time. */
	abandon(connection: number): void {
		const recorded = this.#recordings.get(connection);
		if (recorded?.state !== 'awaited') return;
		this.#release(recorded);
		this.#recordings.delete(connection);
	}

	/** The awaited connection has come; null where nobody waits for it any more. */
	observe(connection: number): RawObservation | null {
		const recorded = this.#recordings.get(connection);
		return recorded?.state === 'awaited' ? this.#begin(recorded) : null;
	}

	/** The peer of a connection. Throws `CommandError` where there is none (any more, or yet). */
	peer(connection: number): ObservedConnection {
		const { peer } = this.#find(connection);
		if (peer === null) throw new CommandError('not-open');
		return peer;
	}

	/** The student's side of a raw connection. Throws as `peer` does. */
	raw(connection: number): RawConnection {
		const { raw } = this.#find(connection);
		if (raw === null) throw new CommandError('not-open');
		return raw;
	}

	/** Frees the bytes of a recording; records no more of it. A raw connection ends with it. */
	forget(connection: number): void {
		const recorded = this.#find(connection);
		this.#recordings.delete(connection);
		this.#silence(recorded);
		this.#options.room.free(recorded.bytes, recorded.events);
		recorded.raw?.destroy();
		if (recorded.state === 'awaited') this.#release(recorded);
	}

	/** Ends all recordings and lets go of their connections; raw ones end with them. */
	end(): void {
		for (const recorded of this.#recordings.values()) {
			this.#silence(recorded);
			this.#options.room.free(recorded.bytes, recorded.events);
			recorded.raw?.destroy();
			this.#release(recorded);
		}
		this.#recordings.clear();
	}

	#expect(recorded: Recorded, issue: (connection: number) => IssuedTicket) {
		const { connection } = recorded;
		const { ticket, cancel } = issue(connection);
		recorded.cancelTicket = cancel;
		return { connection, ticket };
	}

	#place(isRaw: boolean): Recorded {
		const { limits, rawPlaces } = this.#options;
		const { maxConnections, maxRecordings } = limits;
		if (this.#alive >= maxConnections) throw new CommandError('too-many-connections');
		if (this.#recordings.size >= maxRecordings) throw new CommandError('too-many-recordings');
		if (isRaw && !rawPlaces.take(this.#rawAlive)) {
			throw new CommandError(
				'too-many-connections',
				'all raw connections of this server are taken'
			);
		}
		const recorded: Recorded = {
			connection: this.nextNumber(),
			isRaw,
			bytes: 0,
			events: 0,
			endsLeft: MOST_ENDS,
			state: 'awaited',
			isStopped: false,
			peer: null,
			raw: null,
			cancelTicket: () => undefined
		};
		this.#recordings.set(recorded.connection, recorded);
		this.#alive++;
		if (isRaw) this.#rawAlive++;
		return recorded;
	}

	#begin(recorded: Recorded): RawObservation {
		recorded.state = 'live';
		return {
			connection: recorded.connection,
			sink: this.#sink(recorded),
			take: (bytes) => !recorded.isStopped && this.#boundReached(recorded, bytes) === null,
			attach: (peer) => {
				if (recorded.state === 'live') recorded.peer = peer;
			},
			hold: (raw) => {
				if (recorded.state === 'live') recorded.raw = raw;
			},
			release: () => this.#release(recorded)
		};
	}

	#find(connection: number): Recorded {
		const recorded = this.#recordings.get(connection);
		if (recorded === undefined) throw new CommandError('unknown-connection');
		return recorded;
	}

	/** Nothing more is told of it. */
	#silence(recorded: Recorded): void {
		recorded.isStopped = true;
		recorded.endsLeft = 0;
	}

	#sink(recorded: Recorded): RecordingSink {
		return {
			now: this.#options.now,
			append: (event) => this.#append(recorded, event),
			hurry: () => this.#options.outbox.hurry(),
			get isStopped() {
				return recorded.isStopped;
			}
		};
	}

	#append(recorded: Recorded, event: RecordingEvent): void {
		if (event.kind === 'page') return;
		if (recorded.isStopped) return this.#appendEnd(recorded, event);
		const size = event.kind === 'data' ? event.bytes.length : 0;
		const bound = event.kind === 'stopped' ? event.bound : this.#boundReached(recorded, size);
		if (bound !== null) {
			recorded.isStopped = true;
			const { connection } = recorded;
			this.#options.outbox.append({ kind: 'stopped', t: event.t, connection, bound });
			return;
		}
		this.#activeAt = event.t;
		this.#charge(recorded, size, 1);
		this.#options.outbox.append(event satisfies ChannelEvent);
	}

	/** How the connection and its runs ended is told even where its recording has stopped. */
	#appendEnd(recorded: Recorded, event: ChannelEvent): void {
		if (event.kind === 'run' && event.told.name !== 'begin' && recorded.endsLeft > 0) {
			return this.#options.outbox.append(event);
		}
		const isEnd =
			event.kind === 'fin' ||
			event.kind === 'rst' ||
			(event.kind === 'server' && event.told.name === 'close');
		if (isEnd && recorded.endsLeft-- > 0) this.#options.outbox.append(event);
	}

	#boundReached(recorded: Recorded, size: number): 'connection' | 'session' | null {
		const { limits, room } = this.#options;
		if (recorded.bytes + size > limits.maxConnectionBytes) return 'connection';
		if (recorded.events >= limits.maxConnectionEvents) return 'connection';
		return room.fits(size) ? null : 'session';
	}

	#charge(recorded: Recorded, bytes: number, events: number): void {
		recorded.bytes += bytes;
		recorded.events += events;
		this.#options.room.charge(bytes, events);
	}

	#release(recorded: Recorded): void {
		if (recorded.state === 'ended') return;
		if (recorded.state === 'awaited') recorded.cancelTicket();
		recorded.state = 'ended';
		recorded.peer = recorded.raw = null;
		this.#alive--;
		if (!recorded.isRaw) return;
		this.#rawAlive--;
		this.#options.rawPlaces.leave();
	}
}
