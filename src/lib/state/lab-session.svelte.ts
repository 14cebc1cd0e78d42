/**
 * The page's session with the lab server: one channel, and the connections observed through it.
 */
import { ChannelError } from '#lib/channel/pending-commands.ts';
import {
	LabChannel,
	type ChannelStatus,
	type LabChannelOptions
} from '#lib/channel/lab-channel.ts';
import type { ClockEstimate } from '#lib/channel/clock.ts';
import type { ServerTerms } from '#lib/channel/messages.ts';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { MakeInflater } from '#lib/protocol/inflater.ts';
import type { ObservedConnection } from './observed-connection.svelte.ts';
import type { Refusal } from './browser-peer.ts';

export interface ConnectRequest {
	/** As written, such as ws://localhost:3000/ws/echo. */
	readonly url: string;
	readonly protocols: readonly string[];
	/** Reads compressed messages; needed where the server may agree to permessage-deflate. */
	readonly inflate?: MakeInflater;
}

export type ConnectOutcome =
	| { readonly kind: 'connecting'; readonly connection: ObservedConnection }
	/** The WebSocket constructor threw. */
	| { readonly kind: 'refused'; readonly connection: ObservedConnection; readonly refusal: Refusal }
	/** The lab server would not observe it; an error code of the channel. */
	| { readonly kind: 'unobserved'; readonly code: string };

/** All that reads captured traffic, which a page needs with its first connection. */
export const loadObservedConnection = () => import('./observed-connection.svelte.ts');

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
	#startedAt = '';
	#lossTimer: ReturnType<typeof setTimeout> | undefined;
	#terms = $state.raw<ServerTerms | null>(null);

	constructor(url: string, options: Partial<LabChannelOptions> = {}) {
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

	/** Oldest first. */
	get connections(): readonly ObservedConnection[] {
		return this.#connections;
	}

	/** Resolves once it is known whether the lab server can be reached. */
	isReached(): Promise<boolean> {
		return this.#reached;
	}

	open(): void {
		this.#channel.open();
	}

	close(): void {
		this.#channel.close();
	}

	/** Tries again now where the channel is lost or was refused. */
	retry(): void {
		this.#channel.retry();
	}

	/** Opens the browser's own WebSocket with a ticket, so that the server records it. */
	async connect({ url, protocols, inflate }: ConnectRequest): Promise<ConnectOutcome> {
		const { ObservedConnection } = await loadObservedConnection();
		let ticket: string;
		let id: number;
		try {
			({ ticket, connection: id } = await this.#channel.command({ type: 'observe' }));
		} catch (error) {
			return { kind: 'unobserved', code: errorCode(error) };
		}
		if (!this.#clock) return { kind: 'unobserved', code: 'no-channel' };
		const connection = new ObservedConnection({
			id,
			sessionStartedAt: this.#startedAt,
			clock: this.#clock,
			onwaiting: () => this.#channel.hurry(),
			inflate,
			WebSocket: this.#WebSocket
		});
		this.#connections = [...this.#connections, connection];
		const observedUrl = `${url}${url.includes('?') ? '&' : '?'}ticket=${ticket}`;
		const refusal = connection.connect({ url: observedUrl, shownUrl: url, protocols });
		return refusal ? { kind: 'refused', connection, refusal } : { kind: 'connecting', connection };
	}

	/** Asks the server's code to send a ping; resolves to null, or an error code of the channel. */
	pingFromServer(connection: ObservedConnection, payload: string): Promise<string | null> {
		return this.#ask(connection, {
			type: 'ping-peer',
			connection: connection.id,
			payload: toBase64(new TextEncoder().encode(payload))
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

	/** Lets go of a connection's recording, here and on the server; closes it where it is open. */
	async forget(connection: ObservedConnection): Promise<void> {
		connection.close();
		this.#connections = this.#connections.filter((other) => other !== connection);
		await this.#ask(connection, { type: 'forget', connection: connection.id });
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
		for (const connection of this.#connections) connection.deliver(events, until);
	}

	#abandonAll(): void {
		for (const connection of this.#connections) connection.abandon();
	}
}

function errorCode(error: unknown): string {
	if (error instanceof ChannelError) return error.code;
	throw error;
}

function toBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}
