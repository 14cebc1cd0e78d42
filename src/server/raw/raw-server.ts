/**
 * `/ws/raw`: the student is the server. The page's own WebSocket gets a 101 that answers its key
 * (RFC 6455 §4.2.2), and from then on what the student wrote, unchanged; or it gets what the student
 * wrote as the whole response, one script and no more, with the Accept that is due where it has a
 * place for it.
 *
 * The TCP connection never goes back to HTTP: it is destroyed when it has served.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RunScript } from '#lib/runs/run-script.ts';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { fillAccept } from '#lib/runs/fill-accept.ts';
import { CommandError } from '../session/command-error.ts';
import { NO_HEAD_DUE } from './head-watch.ts';
import { Latch } from '../sockets/latch.ts';
import { resetOnRequest } from './other-request.ts';
import type { RawConnection, RawLimits, RawObservation, RunCount } from './raw-connection.ts';
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
		const key = request.headers['sec-websocket-key'] ?? '';
		const accept = computeAccept(key);
		const isDue = answer.answer === 'due';
		observation.hold(isDue ? filling(line, accept) : speechless(line));
		socket.setTimeout(0);
		if (isDue) socket.write(answerHead(key, answer), 'latin1');
		else resetOnRequest(socket);
		line.run(fillAccept(answer.script, accept));
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

/** Further scripts know the Accept that is due as the first one does. */
function filling(line: RawLine, accept: string): RawConnection {
	return { ...handOf(line), run: (script) => line.run(fillAccept(script, accept)) };
}

/**
 * What acts beyond the connection was looked for in the one script: a second one could end a header
 * that it began.
 */
function speechless(line: RawLine): RawConnection {
	return {
		...handOf(line),
		run() {
			throw new CommandError('not-open', 'a hand-written response is one script');
		}
	};
}

function handOf(line: RawLine): Omit<RawConnection, 'run'> {
	return {
		role: 'server',
		cancel: () => line.cancel(),
		hangUp: (how) => line.hangUp(how),
		destroy: () => line.destroy()
	};
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
