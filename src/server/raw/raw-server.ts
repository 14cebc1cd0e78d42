/**
 * `/ws/raw`: the student is the server. The page's own WebSocket gets a 101 that answers its key
 * (RFC 6455 §4.2.2), and from then on what the student wrote, unchanged.
 *
 * The TCP connection never goes back to HTTP: it is destroyed when it has served.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RunScript } from '#lib/runs/run-script.ts';
import { computeAccept } from '#lib/protocol/sec-websocket-accept.ts';
import { NO_HEAD_DUE } from './head-watch.ts';
import { Latch } from './latch.ts';
import type { RawLimits, RawObservation, RunCount } from './raw-connection.ts';
import { RawLine } from './raw-line.ts';

/** What the student answers an opening handshake with. */
export interface RawAnswer {
	/** The script follows the 101 that is due, or is the whole response. */
	readonly answer: 'due' | 'written';
	/** Values of Sec-WebSocket-Extensions and Sec-WebSocket-Protocol; empty: no such header. */
	readonly extensions: string;
	readonly protocol: string;
	readonly script: RunScript;
}

/** What a ticket for `/ws/raw` gives. */
export interface RawOffer {
	readonly observation: RawObservation;
	readonly answer: RawAnswer;
}

export interface RawServerOptions {
	readonly limits: RawLimits;
	readonly onRun: RunCount;
}

export class RawServerPeer {
	readonly #options: RawServerOptions;
	readonly #open = new Map<RawLine, Socket>();

	constructor(options: RawServerOptions) {
		this.#options = options;
	}

	/** Connections that are open. */
	get size(): number {
		return this.#open.size;
	}

	/** Answers an opening handshake without fault, whose socket is recorded already. */
	serve(request: IncomingMessage, socket: Socket, { observation, answer }: RawOffer): void {
		const ready = new Latch();
		ready.open();
		const parts = { socket, observation, role: 'server', ready, heads: NO_HEAD_DUE } as const;
		const line = new RawLine({ ...parts, ...this.#options });
		this.#open.set(line, socket);
		socket.once('close', () => {
			this.#open.delete(line);
			observation.release();
		});
		observation.hold(line);
		socket.setTimeout(0);
		socket.write(answerHead(request.headers['sec-websocket-key'] ?? '', answer), 'latin1');
		line.run(answer.script);
	}

	/** Ends every connection. */
	async close(): Promise<void> {
		const closed = Array.from(
			this.#open.values(),
			(socket) => new Promise((resolve) => socket.once('close', resolve))
		);
		for (const line of this.#open.keys()) line.destroy();
		await Promise.all(closed);
	}
}

/** @throws RangeError for a header value that would end its line */
export function answerHead(
	key: string,
	{ extensions, protocol }: Pick<RawAnswer, 'extensions' | 'protocol'>
): string {
	const headers = [
		['Upgrade', 'websocket'],
		['Connection', 'Upgrade'],
		['Sec-WebSocket-Accept', computeAccept(key)],
		['Sec-WebSocket-Extensions', extensions],
		['Sec-WebSocket-Protocol', protocol]
	] as const;
	const lines = headers.flatMap(([name, value]) => {
		if (/[^\t\x20-\x7e]/.test(value)) throw new RangeError(`${name} must be printable ASCII`);
		return value.trim() === '' ? [] : [`${name}: ${value}`];
	});
	return ['HTTP/1.1 101 Switching Protocols', ...lines, '\r\n'].join('\r\n');
}
