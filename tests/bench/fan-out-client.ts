/**
 * Bench child: 1,000 subscribers of each server. It orders an event, waits until everybody has it
 * and waits for the next, and orders that. It reads nothing but looks for the end of an event, so
 * that the server is measured.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { SUBSCRIBERS, type FanOutTransport } from './fan-out-server.ts';

export interface FanOutOrder {
	readonly transport: FanOutTransport;
	readonly port: number;
	/** Of the subscribers. */
	readonly keys: readonly string[];
	/** Port that events are ordered on. */
	readonly orders: number;
	/** How long to go on, ms. */
	readonly duration: number;
}

/** Last bytes of an event as each transport writes it; a 101 and a head have none like them. */
const TAILS: Readonly<Record<FanOutTransport, string>> = {
	websocket: '"}',
	'server-sent-events': 'x\n\n\r\n',
	'long-polling': ']}'
};
const UPGRADE =
	'Upgrade: websocket\r\nConnection: Upgrade\r\n' +
	'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';

class Crowd {
	#events = 0;
	#left = 0;
	#onEvent: () => void = () => undefined;
	readonly #orders: Socket;
	readonly #sockets: Socket[] = [];
	readonly #order: FanOutOrder;

	constructor(order: FanOutOrder, orders: Socket) {
		this.#order = order;
		this.#orders = orders;
	}

	static async gather(order: FanOutOrder): Promise<Crowd> {
		const orders = connect({ port: order.orders, host: '127.0.0.1', noDelay: true });
		await once(orders, 'connect');
		const crowd = new Crowd(order, orders);
		while (crowd.#sockets.length < SUBSCRIBERS) await crowd.#join();
		return crowd;
	}

	/** Events a second. */
	async run(duration: number): Promise<{ rate: number; events: number }> {
		const start = performance.now();
		let events = 0;
		while (performance.now() - start < duration) {
			await this.#next();
			events++;
		}
		return { rate: (events / (performance.now() - start)) * 1000, events };
	}

	async #join(): Promise<void> {
		const { port, transport } = this.#order;
		const socket = connect({ port, host: '127.0.0.1', noDelay: true });
		await once(socket, 'connect');
		const number = this.#sockets.push(socket) - 1;
		const tail = Buffer.from(TAILS[transport]);
		socket.write(this.#request(number));
		if (transport !== 'long-polling') await once(socket, 'data');
		socket.on('data', (bytes) => {
			// A comment of an event stream may come in the same read.
			if (bytes.includes(tail)) this.#got(socket, number);
		});
	}

	#request(number: number): string {
		const { transport, port, keys } = this.#order;
		const hold = transport === 'long-polling' ? '&hold=60' : '';
		const path = TRANSPORT_PATHS[transport];
		return (
			`GET ${path}?lane=${keys[number]}&after=${this.#events}${hold} HTTP/1.1\r\n` +
			`Host: 127.0.0.1:${port}\r\n${transport === 'websocket' ? UPGRADE : ''}\r\n`
		);
	}

	async #next(): Promise<void> {
		this.#events++;
		this.#left = SUBSCRIBERS;
		const isConfirmed = once(this.#orders, 'data');
		const isThere = new Promise<void>((resolve) => (this.#onEvent = resolve));
		this.#orders.write('.');
		await Promise.all([isThere, isConfirmed]);
	}

	#got(socket: Socket, number: number): void {
		if (this.#order.transport === 'long-polling') socket.write(this.#request(number));
		if (--this.#left === 0) this.#onEvent();
	}
}

/** Keeps the crowd of each server from order to order; answers with events a second. */
export function driveFanOut(): void {
	const crowds = new Map<number, Promise<Crowd>>();
	process.on('message', async (order: FanOutOrder) => {
		const crowd = crowds.get(order.port) ?? Crowd.gather(order);
		crowds.set(order.port, crowd);
		process.send?.(await (await crowd).run(order.duration));
	});
}
