/**
 * One client of the proxy: its connection, and the one to the server that is opened for it. There
 * is one at most, so that both recordings show one connection each.
 */
import { Agent, request, type ClientRequest, type RequestOptions } from 'node:http';
import { Socket } from 'node:net';
import type { InnerListener } from '../../peers/inner-listener.ts';
import { hangUp, letGo } from '../../sockets/let-go.ts';
import type { Dialled } from '../../sockets/loopback-listener.ts';
import type { Observation } from '../../tap/recording-sink.ts';

export interface PassageParts {
	readonly inner: InnerListener;
	/** Told of the connection between proxy and server. */
	readonly second: Observation;
	/** `host:port` of the client's page. */
	readonly host: string;
	/** A fault of our own: it costs the connection. */
	readonly onFault: (error: unknown) => void;
}

/** Requests that wait for the answers to others: who sends still more at once is cut off. */
export const MOST_WAITING = 64;

export class Passage {
	readonly host: string;
	readonly #parts: PassageParts;
	readonly #agent: OneConnection;
	readonly #waiting: (() => void)[] = [];
	#behind: Dialled | null = null;
	#exchanges = 0;
	#client: Socket | null = null;
	#isTunnel = false;

	constructor(parts: PassageParts) {
		this.#parts = parts;
		this.host = parts.host;
		this.#agent = new OneConnection(() => this.dial().socket);
	}

	/** The connection to the server, once it has been dialled. */
	get behind(): Dialled | null {
		return this.#behind;
	}

	/** Its client has come. */
	begin(client: Socket): void {
		this.#client = client;
		client.once('close', () => this.#agent.destroy());
	}

	/** @throws Error the second time */
	dial(): Dialled {
		if (this.#behind !== null) throw new Error('the connection to the server has ended');
		const behind = this.#parts.inner.dialAtOnce(this.#parts.second);
		this.#behind = behind;
		behind.closed.whenOpen(() => this.#settle());
		return behind;
	}

	/** A request over the connection to the server. */
	request(options: Pick<RequestOptions, 'method' | 'path'> & { headers: string[] }): ClientRequest {
		// The types know no list of headers, which keeps order, case and repetitions.
		return request({ ...options, agent: this.#agent } as unknown as RequestOptions);
	}

	/** An answer is under way: the client's connection stays for it, until what it returns is called. */
	hold(): () => void {
		this.#exchanges++;
		let isOver = false;
		return () => {
			if (isOver) return;
			isOver = true;
			this.#exchanges--;
			this.#settle();
		};
	}

	/** Calls `tell` when no answer is under way, which may be at once; one after the other. */
	whenQuiet(tell: () => void): void {
		if (this.#exchanges === 0) this.#serve(tell);
		else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(tell);
		else this.#client?.destroy();
	}

	/** Both connections have become one line, which ends by itself. */
	becomeTunnel(): void {
		this.#isTunnel = true;
	}

	/** Ends both connections. */
	cut(): void {
		if (this.#client) hangUp(this.#client);
		if (this.#behind) hangUp(this.#behind.socket);
	}

	#serve(tell: () => void): void {
		try {
			tell();
		} catch (error) {
			this.#parts.onFault(error);
			this.#client?.destroy();
		}
	}

	#settle(): void {
		while (this.#exchanges === 0) {
			const tell = this.#waiting.shift();
			if (!tell) break;
			this.#serve(tell);
		}
		if (this.#exchanges > 0 || this.#isTunnel) return;
		if (this.#behind?.closed.isOpen && this.#client) letGo(this.#client);
	}
}

/** Sends one request after the other over the connection that `dial` gives. */
class OneConnection extends Agent {
	readonly #dial: () => Socket;

	constructor(dial: () => Socket) {
		super({ keepAlive: true, maxSockets: 1 });
		this.#dial = dial;
	}

	/** Node asks for another one by itself where the first has ended: nobody catches what is thrown. */
	override createConnection(
		_options: unknown,
		tell?: (error: Error | null, socket: Socket) => void
	): Socket | null {
		try {
			return this.#dial();
		} catch (error) {
			tell?.(error as Error, new Socket());
			return null;
		}
	}
}
