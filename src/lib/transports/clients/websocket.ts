/** A WebSocket: both ways over one connection, which this client opens again after it was closed. */
import { QUERY, TRANSPORT_PATHS } from '../wire/addresses.ts';
import { EVENTS_CLOSE } from '../wire/close-codes.ts';
import { decodeServerMessage } from '../wire/event-message.ts';
import { encodeUpstream } from '../wire/upstream-message.ts';
import { askWhy, laneUrl } from './ask.ts';
import { ClientCore } from './client-core.ts';
import { troubleOfCode } from './close-trouble.ts';
import type {
	ClientTrouble,
	EventClient,
	EventClientOptions,
	SendOutcome
} from './event-client.ts';
import type { ToldRequest } from './request-log.ts';

/** Characters and bytes that may wait in the browser before messages are no longer taken. */
const MAX_BUFFERED = 1024 * 1024;
/** Milliseconds for the closing handshake before the client counts as stopped all the same. */
const CLOSING_PATIENCE = 2_000;
/** A connection that was open for so many milliseconds works. */
const STABLE = 5_000;

export class WebSocketClient implements EventClient {
	readonly transport = 'websocket';
	readonly #core: ClientCore;
	#tellGone: () => void = () => undefined;
	readonly #gone = new Promise<void>((resolve) => (this.#tellGone = resolve));
	#socket: WebSocket | null = null;
	#request: ToldRequest | null = null;
	#openedAt: number | null = null;
	#askingWhy: AbortController | null = null;
	#asked: Promise<void> = Promise.resolve();
	#isBad = false;

	constructor(options: EventClientOptions) {
		this.#core = new ClientCore(options, () => {
			this.#askingWhy?.abort();
			if (this.#socket === null) this.#tellGone();
			else this.#close(this.#socket);
		});
	}

	get last(): number {
		return this.#core.deliveries.last;
	}

	get duplicates(): number {
		return this.#core.deliveries.duplicates;
	}

	start(): void {
		this.#core.start(() => this.#connect());
	}

	async stop(): Promise<void> {
		this.#core.stop(null);
		await Promise.all([this.#gone, this.#asked]);
	}

	/** Handed to the browser: a WebSocket acknowledges nothing. */
	send(message: string): Promise<SendOutcome> {
		const socket = this.#socket;
		const isOpen = socket?.readyState === 1 && !this.#core.isStopped;
		if (!isOpen || socket.bufferedAmount + message.length > MAX_BUFFERED) {
			return Promise.resolve({ kind: 'not-sent' });
		}
		socket.send(encodeUpstream(message));
		return Promise.resolve({ kind: 'sent', isTaken: false });
	}

	#connect(): void {
		const Socket = this.#core.options.WebSocket ?? WebSocket;
		const after = String(this.#core.deliveries.last);
		const url = laneUrl(this.#core, TRANSPORT_PATHS.websocket, { [QUERY.after]: after });
		const socket = new Socket(url.replace(/^http/, 'ws'));
		this.#socket = socket;
		this.#openedAt = null;
		this.#isBad = false;
		this.#request = this.#core.requests.begin();
		socket.onopen = () => this.#onopen();
		socket.onmessage = ({ data }) => this.#onmessage(socket, data);
		socket.onclose = ({ code, reason }) => this.#onclose(code, reason);
	}

	#onopen(): void {
		this.#openedAt = this.#core.timers.now();
		this.#request?.answered();
		this.#core.tell('open', null);
	}

	#onmessage(socket: WebSocket, data: unknown): void {
		if (this.#isBad) return;
		const message = typeof data === 'string' ? decodeServerMessage(data) : null;
		if (message === null) {
			this.#isBad = true;
			socket.close(EVENTS_CLOSE.badAnswer);
			return;
		}
		this.#core.works();
		if (message.kind === 'gap') this.#core.deliveries.lose(message.gap);
		else this.#core.deliveries.take(message.event);
	}

	#onclose(code: number, reason: string): void {
		this.#socket = null;
		this.#request?.ended();
		if (this.#core.isStopped) {
			this.#tellGone();
			return;
		}
		if (this.#openedAt === null) {
			this.#asked = this.#askWhy();
			return;
		}
		if (this.#core.timers.now() - this.#openedAt > STABLE) this.#core.works();
		this.#fail(this.#isBad ? { kind: 'bad-answer' } : troubleOfCode(code, reason));
	}

	async #askWhy(): Promise<void> {
		this.#askingWhy = new AbortController();
		const trouble = await askWhy(this.#core, this.#askingWhy);
		this.#askingWhy = null;
		this.#fail(trouble);
	}

	#fail(trouble: ClientTrouble): void {
		this.#core.fail(trouble, () => this.#connect());
	}

	#close(socket: WebSocket): void {
		const cancel = this.#core.timers.after(CLOSING_PATIENCE, () => this.#tellGone());
		void this.#gone.then(cancel);
		socket.close(1000);
	}
}

export function createWebSocket(options: EventClientOptions): EventClient {
	return new WebSocketClient(options);
}
