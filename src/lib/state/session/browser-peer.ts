/**
 * The browser's own WebSocket, with a witness: every call the page makes and every event it is
 * told is reported with the page's clock, including the exceptions the API throws.
 *
 * @see https://websockets.spec.whatwg.org/
 */
import type { PageTold } from '#lib/capture/recording-event.ts';
import { pageNow } from './page-now.ts';

export type ReadyState = 0 | 1 | 2 | 3;

/** Told once for each call or event; time in microseconds of the page's clock. */
export type Witness = (told: PageTold, pageTime: number, readyState: ReadyState) => void;

/** A call that the API refused: the exception as the page's script would catch it. */
export interface Refusal {
	readonly call: 'new' | 'send' | 'close';
	/** DOMException name, such as InvalidAccessError. */
	readonly exception: string;
	/** In the browser's own words. */
	readonly message: string;
}

export interface BrowserPeerOptions {
	readonly url: string;
	/** The URL as the page's view names it (without the ticket). */
	readonly shownUrl: string;
	readonly protocols: readonly string[];
	readonly witness: Witness;
	/** Called after each event, when `readyState` may have changed. */
	readonly onchange?: () => void;
	/** The constructor and the clock of the page; replaced in tests. */
	readonly WebSocket?: typeof WebSocket;
	/** Microseconds of the page's clock. */
	readonly now?: () => number;
}

export class BrowserPeer {
	readonly #witness: Witness;
	readonly #now: () => number;
	readonly #socket: WebSocket;

	/** Throws what the constructor throws (SyntaxError for a bad URL or subprotocol), witnessed. */
	constructor(options: BrowserPeerOptions) {
		const { url, shownUrl, protocols, witness, onchange } = options;
		this.#witness = witness;
		this.#now = options.now ?? pageNow;
		const calledAt = this.#now();
		try {
			this.#socket = new (options.WebSocket ?? WebSocket)(url, [...protocols]);
		} catch (error) {
			const refusal = describeException('new', error);
			witness({ name: 'exception', ...refusal }, calledAt, 3);
			throw error;
		}
		witness({ name: 'new', url: shownUrl, protocols }, calledAt, this.readyState);
		this.#socket.binaryType = 'arraybuffer';
		this.#listen(onchange);
	}

	get readyState(): ReadyState {
		return this.#socket.readyState as ReadyState;
	}

	get bufferedAmount(): number {
		return this.#socket.bufferedAmount;
	}

	/** Sends one message; returns the refusal where the API throws. */
	send(data: string | Uint8Array<ArrayBuffer>): Refusal | null {
		const calledAt = this.#now();
		try {
			this.#socket.send(data);
		} catch (error) {
			return this.#refuse('send', error, calledAt);
		}
		const told: PageTold =
			typeof data === 'string'
				? { name: 'send', data: 'text', size: utf8Length(data) }
				: { name: 'send', data: 'binary', size: data.byteLength };
		this.#witness(told, calledAt, this.readyState);
		return null;
	}

	/** Starts the closing handshake; returns the refusal where the API throws. */
	close(code?: number, reason?: string): Refusal | null {
		const calledAt = this.#now();
		try {
			this.#socket.close(code, reason);
		} catch (error) {
			return this.#refuse('close', error, calledAt);
		}
		this.#witness(
			{ name: 'close-call', code: code ?? null, reason: reason ?? '' },
			calledAt,
			this.readyState
		);
		return null;
	}

	#listen(onchange?: () => void): void {
		const tell = (told: PageTold): void => {
			this.#witness(told, this.#now(), this.readyState);
			onchange?.();
		};
		const socket = this.#socket;
		socket.addEventListener('open', () =>
			tell({ name: 'open', protocol: socket.protocol, extensions: socket.extensions })
		);
		socket.addEventListener('message', (event: MessageEvent<string | ArrayBuffer>) =>
			tell(
				typeof event.data === 'string'
					? { name: 'message', data: 'text', size: utf8Length(event.data) }
					: { name: 'message', data: 'binary', size: event.data.byteLength }
			)
		);
		socket.addEventListener('error', () => tell({ name: 'error' }));
		socket.addEventListener('close', ({ code, reason, wasClean }) =>
			tell({ name: 'close', code, reason, wasClean })
		);
	}

	#refuse(call: Refusal['call'], error: unknown, calledAt: number): Refusal {
		const refusal = describeException(call, error);
		this.#witness({ name: 'exception', ...refusal }, calledAt, this.readyState);
		return refusal;
	}
}

export function describeException(call: Refusal['call'], error: unknown): Refusal {
	return error instanceof Error
		? { call, exception: error.name, message: error.message }
		: { call, exception: 'unknown', message: String(error) };
}

/** Bytes of a string in UTF-8; a lone surrogate counts as U+FFFD, three bytes, as it is sent. */
export function utf8Length(text: string): number {
	let bytes = 0;
	for (const character of text) {
		const point = character.codePointAt(0) ?? 0;
		bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	}
	return bytes;
}
