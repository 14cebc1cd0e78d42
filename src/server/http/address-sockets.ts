/**
 * TCP connections of one address, WebSockets or not: without a bound one client could take every
 * place of the server with connections on which it says nothing. A trusted proxy has none.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ClientAddresses } from './client-address.ts';

export class AddressSockets {
	readonly #most: number;
	readonly #addresses: ClientAddresses;
	readonly #open = new Map<string, number>();

	constructor(most: number, addresses: ClientAddresses) {
		this.#most = most;
		this.#addresses = addresses;
	}

	/** Counts an accepted connection, or ends it. */
	admit(socket: Socket): void {
		const request = { socket, headers: {} } as IncomingMessage;
		if (this.#addresses.isFromProxy(request)) return;
		const address = this.#addresses.of(request);
		const open = this.#open.get(address) ?? 0;
		if (open >= this.#most) {
			socket.destroy();
			return;
		}
		this.#open.set(address, open + 1);
		socket.once('close', () => this.#leave(address));
	}

	#leave(address: string): void {
		const rest = (this.#open.get(address) ?? 1) - 1;
		if (rest > 0) this.#open.set(address, rest);
		else this.#open.delete(address);
	}
}
