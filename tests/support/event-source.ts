/**
 * EventSource for Node, which has none before 22: connects again by itself after the stream's own
 * `retry`, with `Last-Event-ID`; gives up on any answer but 200 with an event stream.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { get, type Agent, type IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
	EventStreamParser,
	type ServerSentEvent
} from '#lib/protocol/event-stream/event-stream-parser.ts';

export interface NodeEventSourceOptions {
	readonly agent?: Agent;
	/** Makes tests quicker: milliseconds to wait instead of those the stream asks for. */
	readonly pause?: (retry: number) => number;
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 2;
/** Milliseconds, where the stream names none; the standard leaves it to the browser. */
const DEFAULT_RETRY = 3_000;

/** A class that can stand in the browser's place, as far as it is used here. */
export function nodeEventSource(options: NodeEventSourceOptions = {}): typeof EventSource {
	class BoundEventSource extends NodeEventSource {
		constructor(url: string | URL) {
			super(url, options);
		}
	}
	return BoundEventSource as unknown as typeof EventSource;
}

export class NodeEventSource extends EventTarget {
	onopen: ((event: Event) => void) | null = null;
	onmessage: ((event: MessageEvent<string>) => void) | null = null;
	onerror: ((event: Event) => void) | null = null;
	readonly url: string;
	readonly #options: NodeEventSourceOptions;
	#readyState = CONNECTING;
	#lastEventId = '';
	#retry = DEFAULT_RETRY;
	#end: () => void = () => undefined;

	constructor(url: string | URL, options: NodeEventSourceOptions = {}) {
		super();
		this.url = String(url);
		this.#options = options;
		this.addEventListener('open', (event) => this.onopen?.(event));
		this.addEventListener('error', (event) => this.onerror?.(event));
		this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent<string>));
		this.#connect();
	}

	get readyState(): number {
		return this.#readyState;
	}

	close(): void {
		this.#readyState = CLOSED;
		this.#end();
	}

	#connect(): void {
		const headers = {
			accept: 'text/event-stream',
			'accept-encoding': 'gzip',
			'cache-control': 'no-cache',
			...(this.#lastEventId !== '' && { 'last-event-id': this.#lastEventId })
		};
		const request = get(this.url, { agent: this.#options.agent, headers });
		this.#end = () => request.destroy();
		request.on('response', (response) => this.#read(response));
		// Also what `destroy` above brings about, which is of no interest then.
		request.on('error', () => this.#reconnect());
	}

	#read(response: IncomingMessage): void {
		response.on('error', () => undefined);
		const type = response.headers['content-type'] ?? '';
		if (response.statusCode !== 200 || !/^text\/event-stream\s*(;|$)/i.test(type)) {
			this.#giveUp();
			return;
		}
		if (this.#readyState === CLOSED) return;
		this.#readyState = OPEN;
		this.dispatchEvent(new Event('open'));
		const parser = new EventStreamParser();
		bodyOf(response).on('data', (bytes: Uint8Array) => this.#push(parser, bytes));
		response.on('close', () => this.#reconnect());
	}

	#push(parser: EventStreamParser, bytes: Uint8Array): void {
		for (const event of parser.push(bytes).events) this.#dispatch(event);
		this.#retry = parser.retry ?? this.#retry;
	}

	/** An event without an id has the last one of the whole source, not of this connection. */
	#dispatch({ type, data, lastEventId }: ServerSentEvent): void {
		if (this.#readyState === CLOSED) return;
		if (lastEventId !== '') this.#lastEventId = lastEventId;
		this.dispatchEvent(new MessageEvent(type, { data, lastEventId: this.#lastEventId }));
	}

	#giveUp(): void {
		if (this.#readyState === CLOSED) return;
		this.close();
		this.dispatchEvent(new Event('error'));
	}

	#reconnect(): void {
		if (this.#readyState === CLOSED) return;
		this.#readyState = CONNECTING;
		const wait = this.#options.pause?.(this.#retry) ?? this.#retry;
		const timer = setTimeout(() => this.#connect(), wait);
		this.#end = () => clearTimeout(timer);
		this.dispatchEvent(new Event('error'));
	}
}

function bodyOf(response: IncomingMessage): Readable {
	if (response.headers['content-encoding'] !== 'gzip') return response;
	// A stream that is cut ends in the middle of its gzip: that it has ended is told elsewhere.
	return response.pipe(createGunzip()).on('error', () => undefined);
}
