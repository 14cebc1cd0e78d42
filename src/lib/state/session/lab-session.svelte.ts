/**
 * The page's session with the lab server: one channel, and the connections observed through it.
 */
import { bytesToBase64 } from '#lib/capture/base64-bytes.ts';
import { ChannelError } from '#lib/channel/pending-commands.ts';
import {
	LabChannel,
	type ChannelStatus,
	type LabChannelOptions
} from '#lib/channel/lab-channel.ts';
import { encodeScript } from '#lib/channel/script-message.ts';
import type { ClockEstimate } from '#lib/channel/clock.ts';
import type { Command, CommandResult, ServerTerms } from '#lib/channel/messages.ts';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { DIRECT, type Way } from '#lib/runs/way.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import type { ObservedConnection } from './observed-connection.svelte.ts';
import type { Refusal } from './browser-peer.ts';
import { rawServerUrl } from './connection-url.ts';
import { EarlyEvents } from './early-events.ts';
import { onPageGone } from './on-page-gone.ts';
import type { OpenStreams } from './open-streams.ts';
import type { OpenedStream } from './opened-stream.ts';
import { pageNow } from './page-now.ts';

export interface ConnectRequest {
	/** As written, such as ws://localhost:3000/ws/echo. */
	readonly url: string;
	readonly protocols: readonly string[];
	/** Reads compressed messages; needed where the server may agree to permessage-deflate. */
	readonly inflate?: MakeInflater;
}

export interface RawClientRequest {
	/** How it reaches the peers; by default straight. */
	readonly way?: Way;
	/** Reads compressed messages; needed where the server may agree to permessage-deflate. */
	readonly inflate?: MakeInflater;
}

export interface RawServerRequest {
	readonly script: RunScript;
	/** The script follows the 101 that is due, or is the whole response. */
	readonly answer: 'due' | 'written';
	/** `Sec-WebSocket-Extensions` of the 101 that is due; empty: none. */
	readonly extensions: string;
	/** The subprotocols that the page offers; the 101 that is due names the first. */
	readonly protocols: readonly string[];
	/** The student wants headers that act beyond this connection (safe-response.ts). */
	readonly confirmed: boolean;
	/** Reads compressed messages; needed where the answer agrees to permessage-deflate. */
	readonly inflate?: MakeInflater;
}

export type ConnectOutcome =
	| {
			readonly kind: 'connecting';
			readonly connection: ObservedConnection;
			/** The other side of what is on the way (proxy to server, TLS records); null: nothing is. */
			readonly second: ObservedConnection | null;
	  }
	/** The WebSocket constructor threw. */
	| { readonly kind: 'refused'; readonly connection: ObservedConnection; readonly refusal: Refusal }
	/** The lab server would not observe it; an error code of the channel. */
	| { readonly kind: 'unobserved'; readonly code: string };

type ObservingCommand = Extract<Command, { type: 'observe' | 'raw-client' | 'raw-server' }>;
type TicketCommand = Exclude<ObservingCommand, { type: 'raw-client' }>;
type Observed =
	| {
			readonly connection: ObservedConnection;
			readonly second: ObservedConnection | null;
			readonly ticket: string;
	  }
	| { readonly code: string };

/** All that reads captured traffic, which a page needs with its first connection. */
export const loadObservedConnection = () => import('./observed-connection.svelte.ts');

/** What only pages with streams of events need. */
const loadOpenStreams = () => import('./open-streams.ts');

/** ms: the server's grace period (30 s by default), and time for one more attempt. */
const SESSION_LIFE = 35_000;

export class LabSession {
	readonly #channel: LabChannel;
	readonly #WebSocket: typeof WebSocket | undefined;
	/** Settles with the first outcome: whether the lab server was reached. */
	readonly #reached: Promise<boolean>;
	#settleReached: (isReached: boolean) => void = () => undefined;
	#status = $state<ChannelStatus>('connecting');
	#reason = $state<string | null>(null);
	#hasOpened = $state(false);
	#isReplacement = $state(false);
	#clock = $state.raw<ClockEstimate | null>(null);
	#connections = $state.raw<readonly ObservedConnection[]>([]);
	#streams: OpenStreams | null = null;
	#startedAt = '';
	#lossTimer: ReturnType<typeof setTimeout> | undefined;
	#terms = $state.raw<ServerTerms | null>(null);
	readonly #url: string;
	#stopWatching: () => void = () => undefined;
	/** What arrives while commands are on their way whose connections are not known yet. */
	readonly #early = new EarlyEvents();

	constructor(url: string, options: Partial<LabChannelOptions> = {}) {
		this.#url = url;
		this.#WebSocket = options.WebSocket;
		this.#reached = new Promise((resolve) => (this.#settleReached = resolve));
		this.#channel = new LabChannel({
			...options,
			url,
			onEvents: (events, until) => this.#deliver(events, until),
			onStatus: (status, reason) => {
				this.#status = status;
				this.#reason = reason;
				if (status === 'open') this.#hasOpened = true;
				if (status !== 'connecting') this.#settleReached(status === 'open');
				this.#watchLoss(status);
				if (status === 'closed') this.#streams?.abandonAll();
			},
			onSession: ({ startedAt, terms, isReplacement }) => {
				this.#startedAt = startedAt;
				this.#terms = terms;
				this.#isReplacement = isReplacement;
				if (isReplacement) this.#abandonAll();
			},
			onClock: (clock) => {
				this.#clock = clock;
				for (const connection of this.#connections) connection.setClock(clock);
			}
		});
	}

	get status(): ChannelStatus {
		return this.#status;
	}

	/** Why it is refused, lost or closed: an error code, `replaced`, `idle`, or null. */
	get reason(): string | null {
		return this.#reason;
	}

	/** The channel has been open at least once: a later loss is a loss, not a missing server. */
	get hasOpened(): boolean {
		return this.#hasOpened;
	}

	/** The session before this one ended while the channel was away. */
	get isReplacement(): boolean {
		return this.#isReplacement;
	}

	/** Page clock against the session's, in µs; null until estimated. */
	get clock(): ClockEstimate | null {
		return this.#clock;
	}

	/** What the server takes and offers; null until it has said so. */
	get terms(): ServerTerms | null {
		return this.#terms;
	}

	/** Wall clock at which the session's recording began, ISO 8601; empty before there is one. */
	get startedAt(): string {
		return this.#startedAt;
	}

	/** Oldest first. */
	get connections(): readonly ObservedConnection[] {
		return this.#connections;
	}

	/** Resolves once it is known whether the lab server can be reached. */
	isReached(): Promise<boolean> {
		return this.#reached;
	}

	/** Begins; ends by itself with the page. */
	open(): void {
		this.#channel.open();
		this.#stopWatching();
		this.#stopWatching = onPageGone(() => this.close());
	}

	/** Ends the session at once, with all that the server does for it. */
	close(): void {
		this.#stopWatching();
		this.#channel.close();
	}

	/** Tries again now where the channel is lost or was refused. */
	retry(): void {
		this.#channel.retry();
	}

	/** Opens the browser's own WebSocket with a ticket, so that the server records it. */
	connect({ url, protocols, inflate }: ConnectRequest): Promise<ConnectOutcome> {
		return this.#dial({ type: 'observe' }, { url, protocols, inflate });
	}

	/** Has the server open a connection to its own peers and carry out the script on it. */
	async rawClient(
		script: RunScript,
		{ way = DIRECT, inflate }: RawClientRequest = {}
	): Promise<ConnectOutcome> {
		const command = { type: 'raw-client', way, script: encodeScript(script) } as const;
		const observed = await this.#observe(command, inflate);
		if ('code' in observed) return { kind: 'unobserved', code: observed.code };
		const { connection, second } = observed;
		return { kind: 'connecting', connection, second };
	}

	/** Connects this browser's WebSocket to a server that answers with what the student wrote. */
	rawServer(request: RawServerRequest): Promise<ConnectOutcome> {
		const { answer, confirmed, protocols, inflate } = request;
		const url = rawServerUrl(this.#url);
		const isDue = answer === 'due';
		const extensions = isDue ? request.extensions : '';
		const protocol = isDue ? (protocols[0] ?? '') : '';
		const script = encodeScript(request.script);
		const command = {
			type: 'raw-server',
			answer,
			confirmed,
			extensions,
			protocol,
			script
		} as const;
		return this.#dial(command, { url, protocols, inflate });
	}

	/** Carries out one more script on a raw connection; resolves to null, or an error code. */
	run(connection: ObservedConnection, script: RunScript): Promise<string | null> {
		return this.#ask(connection, {
			type: 'run',
			connection: connection.id,
			script: encodeScript(script)
		});
	}

	/** Stops a raw connection's run at once; resolves to null, or an error code of the channel. */
	cancelRun(connection: ObservedConnection): Promise<string | null> {
		return this.#ask(connection, { type: 'cancel-run', connection: connection.id });
	}

	/** Ends the student's side of a raw connection, or resets it. */
	hangUp(connection: ObservedConnection, how: 'fin' | 'rst'): Promise<string | null> {
		return this.#ask(connection, { type: 'hang-up', connection: connection.id, how });
	}

	/** Asks the server's code to send a ping; resolves to null, or an error code of the channel. */
	pingFromServer(connection: ObservedConnection, payload: string): Promise<string | null> {
		return this.#ask(connection, {
			type: 'ping-peer',
			connection: connection.id,
			payload: bytesToBase64(new TextEncoder().encode(payload))
		});
	}

	/** Asks the server's code to close; resolves to null, or an error code of the channel. */
	closeFromServer(
		connection: ObservedConnection,
		code: number | null,
		reason: string
	): Promise<string | null> {
		return this.#ask(connection, { type: 'close-peer', connection: connection.id, code, reason });
	}

	/**
	 * Lets go of a connection's recording, here and on the server; closes it where it is open.
	 * Resolves to null, or an error code of the channel: the server has it still.
	 */
	forget(connection: ObservedConnection): Promise<string | null> {
		connection.close();
		this.#connections = this.#connections.filter((other) => other !== connection);
		return this.#ask(connection, { type: 'forget', connection: connection.id });
	}

	/** Opens a stream of events with its lanes; an error code of the channel where it is refused. */
	async openStream(
		source: StreamSource,
		lanes: readonly LaneSettings[]
	): Promise<OpenedStream | { readonly code: string }> {
		const { OpenStreams } = await loadOpenStreams();
		this.#streams ??= new OpenStreams((command) => this.#askResult(command), this.#early);
		return this.#streams.open(source, lanes);
	}

	async #askResult<C extends Command>(
		command: C
	): Promise<{ readonly result: CommandResult<C['type']> } | { readonly code: string }> {
		try {
			return { result: await this.#channel.command(command) };
		} catch (error) {
			return { code: errorCode(error) };
		}
	}

	async #dial(command: TicketCommand, request: ConnectRequest): Promise<ConnectOutcome> {
		const observed = await this.#observe(command, request.inflate);
		if ('code' in observed) return { kind: 'unobserved', code: observed.code };
		const { connection, ticket } = observed;
		const { url, protocols } = request;
		const observedUrl = `${url}${url.includes('?') ? '&' : '?'}ticket=${ticket}`;
		const refusal = connection.connect({ url: observedUrl, shownUrl: url, protocols });
		return refusal
			? { kind: 'refused', connection, refusal }
			: { kind: 'connecting', connection, second: null };
	}

	/** Has the server record a connection that is to come, and keeps its recording here. */
	async #observe(command: ObservingCommand, inflate?: MakeInflater): Promise<Observed> {
		const { ObservedConnection } = await loadObservedConnection();
		const askedAt = pageNow();
		const early = this.#early.hold();
		try {
			const result = await this.#channel.command(command);
			if (!this.#clock) return { code: 'no-channel' };
			const common = {
				sessionStartedAt: this.#startedAt,
				clock: this.#clock,
				// A WebSocket of the page's own begins when its constructor is called.
				askedAt: command.type === 'raw-client' ? askedAt : undefined,
				onwaiting: () => this.#channel.hurry(),
				inflate,
				WebSocket: this.#WebSocket
			};
			const keep = (id: number): ObservedConnection => {
				const connection = new ObservedConnection({ id, ...common });
				this.#connections = [...this.#connections, connection];
				early.deliverTo(connection);
				return connection;
			};
			const connection = keep(result.connection);
			const other = 'second' in result ? result.second : null;
			const second = other === null ? null : keep(other);
			return { connection, second, ticket: 'ticket' in result ? result.ticket : '' };
		} catch (error) {
			return { code: errorCode(error) };
		} finally {
			early.release();
		}
	}

	/** Another session may have given the same number to a connection of its own. */
	async #ask(
		{ isAbandoned }: ObservedConnection,
		command: Parameters<LabChannel['command']>[0]
	): Promise<string | null> {
		if (isAbandoned) return 'unknown-connection';
		try {
			await this.#channel.command(command);
			return null;
		} catch (error) {
			return errorCode(error);
		}
	}

	/** A session that its page does not resume in time is gone, and nothing more comes of it. */
	#watchLoss(status: ChannelStatus): void {
		if (status === 'open' || status === 'closed') {
			clearTimeout(this.#lossTimer);
			this.#lossTimer = undefined;
		} else if (status === 'lost') {
			this.#lossTimer ??= setTimeout(() => this.#abandonAll(), SESSION_LIFE);
		}
	}

	#deliver(events: readonly ChannelEvent[], until: number): void {
		this.#early.add(events, until);
		for (const connection of this.#connections) connection.deliver(events, until);
		this.#streams?.deliver(events, until);
	}

	#abandonAll(): void {
		for (const connection of this.#connections) connection.abandon();
		this.#streams?.abandonAll();
	}
}

function errorCode(error: unknown): string {
	if (error instanceof ChannelError) return error.code;
	throw error;
}
