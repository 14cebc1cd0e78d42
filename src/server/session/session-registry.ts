/** Every session of this server: found by its token, and its observed connections by their tickets. */
import { CHANNEL_LIMITS, type ChannelLimits } from './channel-limits.ts';
import type { RunCount } from '../raw/raw-connection.ts';
import type { RawAnswer, RawOffer } from '../raw/raw-server.ts';
import type { LogPool } from '../streams/event-log.ts';
import { Lanes } from '../streams/lanes.ts';
import type { SharedStreams } from '../streams/session-streams.ts';
import type { StreamMakers } from '../streams/stream-maker.ts';
import type { WayOpener } from '../ways/ways.ts';
import type { ByteCounts } from './outbox.ts';
import type { Observation } from '../tap/recording-sink.ts';
import { Places } from './places.ts';
import { SecretMap } from './secret-map.ts';
import type { IssuedTicket, SessionRecordings } from './session-recordings.ts';
import { Session } from './session.ts';
import { TicketBook } from './ticket.ts';

/** What exists now. */
export interface RegistryCounts {
	readonly sessions: number;
	/** Observed connections alive, those awaited by a ticket included. */
	readonly connections: number;
	readonly tickets: number;
	readonly streams: number;
	readonly lanes: number;
	/** Bytes that wait for a page's acknowledgement. */
	readonly heldBytes: number;
	/** Ever recorded by this server. */
	readonly recordedBytes: number;
}

export interface RegistryOptions {
	readonly limits?: Partial<ChannelLimits>;
	/** Counts refusals by kind: a short fixed word. */
	readonly onRefusal?: (kind: string) => void;
	/** A fault of our own in a command; the page gets an error reply. */
	readonly onFault?: (error: unknown) => void;
	/** On which raw clients reach our own peers; without them they reach none. */
	readonly ways?: WayOpener;
	readonly onRun?: RunCount;
	/** Sources of streams beside the race. */
	readonly makers?: StreamMakers;
	/** Origins under which other devices reach us, by the `host:port` by which a page does. */
	readonly addresses?: (host: string) => readonly string[];
	/** Whether synthetic subscribers may be started here. */
	readonly hasLoad?: boolean;
}

interface Awaited {
	readonly session: Session;
	readonly connection: number;
}

interface AwaitedRaw extends Awaited {
	readonly answer: RawAnswer;
}

const ignore = (): void => undefined;

export class SessionRegistry {
	readonly limits: ChannelLimits;
	readonly onRefusal: (kind: string) => void;
	readonly onRun: RunCount;
	/** Every lane of this server, by its key. */
	readonly lanes = new Lanes();
	readonly #onFault: (error: unknown) => void;
	readonly #ways: WayOpener | null;
	readonly #sessions = new SecretMap<Session>();
	readonly #tickets: TicketBook<Awaited>;
	/** A book of their own: these open `/ws/raw` and nothing else, and nothing else opens it. */
	readonly #rawTickets: TicketBook<AwaitedRaw>;
	readonly #sessionsOf = new Map<string, number>();
	readonly #bytes: ByteCounts = { held: 0, recorded: 0 };
	readonly #rawPlaces: Places;
	readonly #streams: SharedStreams;
	readonly #pool: LogPool = { held: 0 };
	readonly #addresses: (host: string) => readonly string[];
	readonly #hasLoad: boolean;

	constructor(options: RegistryOptions = {}) {
		const { limits, onRefusal = ignore, onFault = ignore, onRun = ignore, ways } = options;
		const { makers = {}, addresses = () => [], hasLoad = false } = options;
		this.limits = { ...CHANNEL_LIMITS, ...limits };
		this.onRefusal = onRefusal;
		this.#onFault = onFault;
		this.onRun = onRun;
		this.#ways = ways ?? null;
		const placesOf = (most: number) => new Places(most, this.limits.maxSessions);
		this.#rawPlaces = placesOf(this.limits.maxRawConnections);
		this.#streams = {
			lanes: this.lanes,
			streamPlaces: placesOf(this.limits.maxStreams),
			lanePlaces: placesOf(this.limits.maxLanes),
			pool: this.#pool,
			makers
		};
		this.#addresses = addresses;
		this.#hasLoad = hasLoad;
		this.#tickets = new TicketBook(this.limits.ticketLife);
		this.#rawTickets = new TicketBook(this.limits.ticketLife);
	}

	get counts(): RegistryCounts {
		const sessions = this.#sessions.values();
		return {
			sessions: sessions.length,
			connections: sessions.reduce((sum, session) => sum + session.recordings.alive, 0),
			tickets: this.#tickets.size + this.#rawTickets.size,
			streams: sessions.reduce((sum, session) => sum + session.streams.counts.streams, 0),
			lanes: this.lanes.size,
			heldBytes: this.#bytes.held,
			recordedBytes: this.#bytes.recorded
		};
	}

	/**
	 * Makes a session for a page at this address, which calls us by this `host:port`; null where
	 * there are too many.
	 */
	create(
		address: string,
		host: string
	): { readonly session: Session; readonly token: string } | null {
		const { maxSessions, maxSessionsPerAddress } = this.limits;
		const ofAddress = this.#sessionsOf.get(address) ?? 0;
		if (this.#sessions.size >= maxSessions || ofAddress >= maxSessionsPerAddress) return null;
		const session: Session = new Session({
			limits: this.limits,
			bytes: this.#bytes,
			rawPlaces: this.#rawPlaces,
			ways: this.#ways,
			host,
			streams: this.#streams,
			addresses: this.#addresses(host),
			hasLoad: this.#hasLoad,
			issueTicket: (connection) =>
				issueFrom(this.#tickets, session.recordings, { session, connection }),
			issueRawTicket: (connection, answer) =>
				issueFrom(this.#rawTickets, session.recordings, { session, connection, answer }),
			onRun: this.onRun,
			onRefusal: this.onRefusal,
			onFault: this.#onFault,
			onEnd: () => this.#remove(token, address)
		});
		const token: string = this.#sessions.add(session);
		this.#sessionsOf.set(address, ofAddress + 1);
		return { session, token };
	}

	find(token: string): Session | null {
		return this.#sessions.get(token);
	}

	/** Uses up a ticket; null for one that is unknown, used, expired, or of an ended session. */
	redeem(ticket: string): Observation | null {
		const awaited = this.#tickets.redeem(ticket);
		return awaited?.session.recordings.observe(awaited.connection) ?? null;
	}

	/** The same for a ticket of `/ws/raw`, with what its student answers. */
	redeemRaw(ticket: string): RawOffer | null {
		const awaited = this.#rawTickets.redeem(ticket);
		const observation = awaited?.session.recordings.observe(awaited.connection);
		return awaited && observation ? { observation, answer: awaited.answer } : null;
	}

	/** Ends every session; open channels are closed with 1001. */
	close(): void {
		for (const session of this.#sessions.values()) session.end(1001, 'the server is going away');
	}

	#remove(token: string, address: string): void {
		this.#sessions.delete(token);
		const rest = (this.#sessionsOf.get(address) ?? 1) - 1;
		if (rest > 0) this.#sessionsOf.set(address, rest);
		else this.#sessionsOf.delete(address);
	}
}

function issueFrom<A extends Awaited>(
	book: TicketBook<A>,
	recordings: SessionRecordings,
	awaited: A
): IssuedTicket {
	const ticket = book.issue(awaited, () => recordings.abandon(awaited.connection));
	return { ticket, cancel: () => book.cancel(ticket) };
}
