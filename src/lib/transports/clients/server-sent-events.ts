/**
 * Server-sent events through the browser's EventSource (HTML standard, §9.2), which connects again
 * by itself with `Last-Event-ID`. Where it gives up (an answer other than 200), this client asks why
 * and makes a new one, whose URL carries the cursor.
 */
import { QUERY, TRANSPORT_PATHS } from '../wire/addresses.ts';
import { decodeCursor } from '../wire/cursor.ts';
import { decodeSseGap, decodeSseJson, SSE_TYPES } from '../wire/sse-event.ts';
import { askWhy, laneUrl } from './ask.ts';
import { ClientCore } from './client-core.ts';
import type {
	ClientTrouble,
	EventClient,
	EventClientOptions,
	SendOutcome
} from './event-client.ts';
import { MessagePosts } from './message-posts.ts';
import type { ToldRequest } from './request-log.ts';

/** EventSource.CLOSED: it gave up. */
const CLOSED = 2;

export class ServerSentEventsClient implements EventClient {
	readonly transport = 'server-sent-events';
	readonly #core: ClientCore;
	readonly #posts: MessagePosts;
	#source: EventSource | null = null;
	#request: ToldRequest | null = null;
	#askingWhy: AbortController | null = null;
	#asked: Promise<void> = Promise.resolve();
	/** The server said that it ends. */
	#isClosing = false;

	constructor(options: EventClientOptions) {
		this.#core = new ClientCore(options, () => {
			this.#letGo();
			this.#askingWhy?.abort();
			this.#posts.stop();
		});
		this.#posts = new MessagePosts(this.#core);
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
		await Promise.all([this.#asked, this.#posts.settled]);
	}

	send(message: string): Promise<SendOutcome> {
		return this.#posts.send(message);
	}

	#connect(): void {
		const Source = this.#core.options.EventSource ?? EventSource;
		const after = String(this.#core.deliveries.last);
		const path = TRANSPORT_PATHS['server-sent-events'];
		const source = new Source(laneUrl(this.#core, path, { [QUERY.after]: after }));
		this.#source = source;
		this.#isClosing = false;
		this.#request = this.#core.requests.begin();
		source.onopen = () => this.#onopen();
		source.onerror = () => this.#onerror(source.readyState === CLOSED);
		source.onmessage = ({ data, lastEventId }) => this.#take(lastEventId, data);
		const on = (type: string, call: (event: MessageEvent<string>) => void) =>
			source.addEventListener(type, (event) => call(event as MessageEvent<string>));
		on(SSE_TYPES.json, ({ data, lastEventId }) => this.#take(lastEventId, decodeSseJson(data)));
		on(SSE_TYPES.gap, ({ data }) => this.#lose(data));
		on(SSE_TYPES.closing, () => (this.#isClosing = true));
	}

	#onopen(): void {
		this.#request?.answered();
		this.#core.tell('open', null);
	}

	#take(lastEventId: string, data: string | null): void {
		const id = decodeCursor(lastEventId);
		if (id === null || id === 0 || data === null) {
			this.#fail({ kind: 'bad-answer' });
			return;
		}
		this.#core.works();
		this.#core.deliveries.take({ id, data });
	}

	#lose(data: string): void {
		const gap = decodeSseGap(data);
		if (gap === null) this.#fail({ kind: 'bad-answer' });
		else this.#core.deliveries.lose(gap);
	}

	#onerror(hasGivenUp: boolean): void {
		this.#request?.ended();
		if (hasGivenUp) {
			this.#letGo();
			this.#asked = this.#askWhy();
			return;
		}
		this.#core.tell('waiting', { kind: this.#isClosing ? 'closing' : 'network' });
	}

	async #askWhy(): Promise<void> {
		this.#askingWhy = new AbortController();
		const trouble = await askWhy(this.#core, this.#askingWhy);
		this.#askingWhy = null;
		this.#fail(trouble);
	}

	#fail(trouble: ClientTrouble): void {
		this.#letGo();
		this.#core.fail(trouble, () => this.#connect());
	}

	#letGo(): void {
		this.#source?.close();
		this.#source = null;
		this.#request?.ended();
	}
}

export function createServerSentEvents(options: EventClientOptions): EventClient {
	return new ServerSentEventsClient(options);
}
