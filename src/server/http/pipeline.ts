/**
 * Requests that a client sends without waiting for answers (pipelining, RFC 9112 §9.3.2). Node hands
 * over all that one read brought in one go, hundreds of them: their answers would be made at once,
 * while everybody else waits, and kept until those before them have left. So few may wait.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answer } from './refusal.ts';

/** Behind one that is being answered. No browser sends any, and no proxy to speak of. */
export const MOST_WAITING = 4;
const ONE_AT_A_TIME = 'Too many requests at once on one connection: wait for their answers.\n';

export class Pipeline {
	readonly #waiting = new WeakMap<Socket, number>();
	readonly #refused = new WeakSet<Socket>();

	/** False where this request is one too many: it is refused, and the last of its connection. */
	admits(request: IncomingMessage, response: ServerResponse): boolean {
		const { socket } = request;
		// A response has the socket once those before it have left.
		if (response.socket !== null) return true;
		const waiting = this.#waiting.get(socket) ?? 0;
		if (waiting < MOST_WAITING) {
			this.#waiting.set(socket, waiting + 1);
			response.once('socket', () => this.#leave(socket));
			return true;
		}
		request.resume();
		if (this.#refused.has(socket)) return false;
		this.#refused.add(socket);
		answer(response, 429, ONE_AT_A_TIME, { Connection: 'close' });
		return false;
	}

	#leave(socket: Socket): void {
		this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
	}
}
