/**
 * The TCP connections that carry exchanges of a session's lanes, each with a number, so that the
 * page sees which exchanges share one. Exchanges end with their connection at the latest.
 */
import type { Socket } from 'node:net';
import type { LaneExchange } from './lane-exchange.ts';

interface LaneSocket {
	readonly number: number;
	readonly exchanges: Set<LaneExchange>;
	readonly onClose: () => void;
}

export class LaneSockets {
	readonly #sockets = new Map<Socket, LaneSocket>();
	readonly #onClose: (number: number) => void;
	#lastNumber = 0;

	/** @param onClose told the number of each that has closed */
	constructor(onClose: (number: number) => void) {
		this.#onClose = onClose;
	}

	/** Open ones. */
	get size(): number {
		return this.#sockets.size;
	}

	/** Its number, given at its first exchange. */
	numberOf(socket: Socket): number {
		return this.#find(socket).number;
	}

	add(socket: Socket, exchange: LaneExchange): void {
		this.#find(socket).exchanges.add(exchange);
	}

	/** The exchange is over; its connection may go on. */
	end(socket: Socket, exchange: LaneExchange): void {
		exchange.end();
		this.#sockets.get(socket)?.exchanges.delete(exchange);
	}

	/** Listens to none of them any more. */
	clear(): void {
		for (const [socket, { onClose }] of this.#sockets) socket.off('close', onClose);
		this.#sockets.clear();
	}

	#find(socket: Socket): LaneSocket {
		const known = this.#sockets.get(socket);
		if (known) return known;
		const onClose = (): void => this.#close(socket);
		const found = { number: ++this.#lastNumber, exchanges: new Set<LaneExchange>(), onClose };
		this.#sockets.set(socket, found);
		socket.once('close', onClose);
		return found;
	}

	#close(socket: Socket): void {
		const closed = this.#sockets.get(socket);
		if (!closed) return;
		this.#sockets.delete(socket);
		for (const exchange of closed.exchanges) exchange.end();
		this.#onClose(closed.number);
	}
}
