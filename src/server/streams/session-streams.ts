/** The streams and lanes of one session: made by its page's commands, gone with it at the latest. */
import type { ChannelCommand, CommandResult } from '#lib/channel/messages.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import type { ChannelLimits } from '../session/channel-limits.ts';
import { CommandError } from '../session/command-error.ts';
import type { Places } from '../session/places.ts';
import type { SessionRoom } from '../session/session-room.ts';
import type { EventLogOptions, LogPool } from './event-log.ts';
import { LaneSockets } from './lane-sockets.ts';
import { LaneTeller, type TellerOutbox } from './lane-teller.ts';
import type { Lanes } from './lanes.ts';
import { RaceMaker } from './race-maker.ts';
import type { MakeStream, StreamMaker, StreamMakers } from './stream-maker.ts';
import { Stream } from './stream.ts';

type CommandOf<T> = Extract<ChannelCommand, { type: T }>;

/** What the streams of all sessions share. */
export interface SharedStreams {
	readonly lanes: Lanes;
	readonly streamPlaces: Places;
	readonly lanePlaces: Places;
	readonly pool: LogPool;
	readonly makers: StreamMakers;
}

export interface SessionStreamsOptions {
	readonly limits: ChannelLimits;
	readonly shared: SharedStreams;
	readonly outbox: TellerOutbox;
	readonly room: SessionRoom;
	/** µs of the session. */
	readonly now: () => number;
	/** A number for an exchange, among the session's connections. */
	readonly nextConnection: () => number;
	readonly onFault: (error: unknown) => void;
}

export class SessionStreams {
	readonly #options: SessionStreamsOptions;
	readonly #teller: LaneTeller;
	readonly #sockets: LaneSockets;
	readonly #streams = new Map<number, Stream>();
	#lastStream = 0;
	#lastLane = 0;
	#laneCount = 0;

	constructor(options: SessionStreamsOptions) {
		const { outbox, now } = options;
		this.#options = options;
		this.#teller = new LaneTeller({ outbox, now, onOverflow: () => this.#closeAll('slow-reader') });
		this.#sockets = new LaneSockets((socket) =>
			this.#teller.tell({ name: 'socket-closed', socket })
		);
	}

	/** Streams open now, and their lanes. */
	get counts(): { readonly streams: number; readonly lanes: number; readonly sockets: number } {
		return {
			streams: this.#streams.size,
			lanes: this.#laneCount,
			sockets: this.#sockets.size
		};
	}

	/** µs of the session when a client of a lane last did something. */
	get activeAt(): number {
		return this.#teller.activeAt;
	}

	/** Throws `CommandError` over a bound, and for a source that this server does not have. */
	open({ source, lanes }: CommandOf<'open-stream'>): CommandResult<'open-stream'> {
		const make = this.#makerOf(source);
		this.#takePlaces(lanes.length);
		try {
			const stream = this.#makeStream(make());
			this.#streams.set(stream.id, stream);
			return {
				stream: stream.id,
				lanes: lanes.map((settings) => stream.addLane(++this.#lastLane, settings)),
				login: stream.login
			};
		} catch (error) {
			this.#leavePlaces(lanes.length);
			throw error;
		}
	}

	/** Throws `CommandError` for an unknown stream, and one that has begun. */
	start({ stream }: CommandOf<'start-stream'>): void {
		this.#find(stream).start();
	}

	/** Throws `CommandError` for an unknown stream, as the others do. */
	stop({ stream }: CommandOf<'stop-stream'>): void {
		this.#find(stream).stop();
	}

	close({ stream }: CommandOf<'close-stream'>): void {
		this.#close(this.#find(stream));
	}

	addLane({ stream, lane }: CommandOf<'add-lane'>): CommandResult<'add-lane'> {
		const found = this.#find(stream);
		this.#takeLanes(1);
		return found.addLane(++this.#lastLane, lane);
	}

	/** The page has read something: what waited for room is told. */
	catchUp(): void {
		this.#teller.catchUp();
	}

	/** The session ends: so does all that is here, and nothing more is told. */
	end(): void {
		this.#closeAll();
		this.#sockets.clear();
		this.#teller.silence();
	}

	#find(id: number): Stream {
		const stream = this.#streams.get(id);
		if (!stream) throw new CommandError('unknown-stream');
		return stream;
	}

	#makerOf(source: StreamSource): MakeStream {
		if (source.kind === 'race') return () => new RaceMaker(source);
		const make = this.#options.shared.makers[source.kind];
		if (make) return make;
		throw new CommandError('bad-argument', `this server has no source for ${source.kind}`);
	}

	#makeStream(maker: StreamMaker): Stream {
		const { limits, shared, room, nextConnection, onFault } = this.#options;
		return new Stream({
			id: ++this.#lastStream,
			maker,
			lanes: shared.lanes,
			logBounds: logBounds(limits, shared.pool),
			room,
			teller: this.#teller,
			sockets: this.#sockets,
			maxLaneBytes: limits.maxLaneBytes,
			nextConnection,
			onFault
		});
	}

	#close(stream: Stream, reason: 'slow-reader' | null = null): void {
		this.#streams.delete(stream.id);
		this.#leavePlaces(stream.laneCount);
		stream.close(reason);
	}

	#closeAll(reason: 'slow-reader' | null = null): void {
		for (const stream of [...this.#streams.values()]) this.#close(stream, reason);
	}

	/** Places for a stream and its lanes: all of them or none. */
	#takePlaces(lanes: number): void {
		const { limits, shared } = this.#options;
		const held = this.#streams.size;
		if (held >= limits.maxSessionStreams) throw new CommandError('too-many-streams');
		if (!shared.streamPlaces.take(held)) {
			throw new CommandError('too-many-streams', 'all streams of this server are taken');
		}
		try {
			this.#takeLanes(lanes);
		} catch (error) {
			shared.streamPlaces.leave();
			throw error;
		}
	}

	#leavePlaces(lanes: number): void {
		this.#options.shared.streamPlaces.leave();
		this.#leaveLanes(lanes);
	}

	#takeLanes(count: number): void {
		const { limits, shared } = this.#options;
		if (this.#laneCount + count > limits.maxSessionLanes) throw new CommandError('too-many-lanes');
		for (let taken = 0; taken < count; taken++) {
			if (shared.lanePlaces.take(this.#laneCount)) this.#laneCount++;
			else {
				this.#leaveLanes(taken);
				throw new CommandError('too-many-lanes', 'all lanes of this server are taken');
			}
		}
	}

	#leaveLanes(count: number): void {
		for (let left = 0; left < count; left++) this.#options.shared.lanePlaces.leave();
		this.#laneCount -= count;
	}
}

function logBounds(limits: ChannelLimits, pool: LogPool): EventLogOptions {
	const { maxLogEvents, maxLogBytes, maxPoolBytes, maxStreams } = limits;
	return {
		maxEvents: maxLogEvents,
		maxBytes: maxLogBytes,
		pool,
		maxPoolBytes,
		share: maxPoolBytes / maxStreams
	};
}
