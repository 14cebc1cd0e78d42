/**
 * Bench child: connections that send one prepared frame, wait for its echo, and send it again.
 * It frames and reads nothing by itself, so that the server is what is measured.
 */
import { connect, type Socket } from 'node:net';

export interface ClientOrder {
	readonly port: number;
	readonly path: string;
	readonly connections: number;
	/** Payload of each message, bytes; 0 sends nothing. */
	readonly size: number;
	/** How long to send, ms. */
	readonly duration: number;
}

const KEY = [0x37, 0xfa, 0x21, 0x3d];

function frame(size: number): Buffer {
	const long = size > 125;
	const header = long ? [0x82, 0xfe, size >> 8, size & 255] : [0x82, 0x80 | size];
	const payload = Buffer.from(
		Array.from({ length: size }, (_, i) => (KEY[i % 4] ?? 0) ^ (i & 255))
	);
	return Buffer.concat([Buffer.from([...header, ...KEY]), payload]);
}

class EchoClient {
	echoes = 0;
	isRunning = false;
	readonly #socket: Socket;
	readonly #frame: Buffer;
	readonly #echoLength: number;
	#received = 0;

	constructor(socket: Socket, size: number) {
		this.#socket = socket;
		this.#frame = frame(size);
		this.#echoLength = this.#frame.length - KEY.length;
		socket.on('data', (bytes) => this.#take(bytes.length));
	}

	start(): void {
		this.isRunning = true;
		this.#socket.write(this.#frame);
	}

	#take(length: number): void {
		this.#received += length;
		if (this.#received < this.#echoLength) return;
		this.#received -= this.#echoLength;
		this.echoes++;
		if (this.isRunning) this.#socket.write(this.#frame);
	}
}

function open({ port, path, size }: ClientOrder): Promise<EchoClient> {
	return new Promise((resolve, reject) => {
		const socket = connect({ port, host: '127.0.0.1', noDelay: true });
		socket.on('error', reject);
		socket.write(
			`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
				'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n'
		);
		socket.once('data', (bytes) => {
			if (bytes.toString('latin1').startsWith('HTTP/1.1 101'))
				resolve(new EchoClient(socket, size));
			else reject(new Error(bytes.toString('latin1')));
		});
	});
}

async function run(clients: readonly EchoClient[], duration: number): Promise<number> {
	for (const client of clients) {
		client.echoes = 0;
		client.start();
	}
	const start = performance.now();
	await new Promise((resolve) => setTimeout(resolve, duration));
	const echoes = clients.reduce((sum, client) => sum + client.echoes, 0);
	const elapsed = performance.now() - start;
	for (const client of clients) client.isRunning = false;
	await new Promise((resolve) => setTimeout(resolve, 20));
	return (echoes / elapsed) * 1000;
}

/** Keeps the connections of each server open from order to order; answers with echoes a second. */
export function drive(): void {
	const opened = new Map<number, EchoClient[]>();
	process.on('message', async (order: ClientOrder) => {
		const clients = opened.get(order.port) ?? [];
		opened.set(order.port, clients);
		while (clients.length < order.connections) clients.push(await open(order));
		process.send?.({ rate: order.duration > 0 ? await run(clients, order.duration) : 0 });
	});
}
