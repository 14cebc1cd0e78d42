/**
 * The loopback listener that raw clients reach, and nobody else: each accepted socket is matched to
 * the client that dialled it by that client's port; a socket that none of ours dialled is ended
 * before a byte of it is read.
 */
import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import type { Observation } from '../tap/recording-sink.ts';
import type { InnerPeers } from './inner-peers.ts';
import { Latch } from './latch.ts';

const LOOPBACK = '127.0.0.1';
/** How long the peers may take to notice that their clients have gone, in ms. */
const LINGER = 500;

/** A connection to our own peers. */
export interface Dialled {
	/** The client's end. */
	readonly socket: Socket;
	/** Open once the peers serve the other end. */
	readonly ready: Latch;
	/** Open once both ends have closed. */
	readonly closed: Latch;
	/** Lets go of both ends. */
	destroy(): void;
}

interface Dial extends Dialled {
	readonly observation: Observation;
	accepted: Socket | null;
}

export class InnerListener {
	readonly #peers: InnerPeers;
	readonly #server: Server;
	readonly #dials = new Set<Dial>();
	/** Connected, by port, and not yet accepted. */
	readonly #awaited = new Map<number, Dial>();
	/** Accepted, by port, while one of ours may still turn out to have it. */
	readonly #unclaimed = new Map<number, Socket>();
	#connecting = 0;
	#listening: Promise<number> | null = null;
	#isClosed = false;

	constructor(peers: InnerPeers) {
		this.#peers = peers;
		const options = { pauseOnConnect: true, allowHalfOpen: true, noDelay: true };
		this.#server = createServer(options, (socket) => this.#accept(socket));
		// A connection that could not be accepted (no memory, no descriptor) is lost, no other is.
		this.#server.on('error', () => undefined);
	}

	/** The port it listens on; null before the first raw client. */
	get port(): number | null {
		return (this.#server.address() as AddressInfo | null)?.port ?? null;
	}

	/** Connections of which an end is open. */
	get size(): number {
		return this.#dials.size;
	}

	dial(observation: Observation): Dialled {
		const socket = new Socket({ allowHalfOpen: true });
		const dial: Dial = {
			socket,
			observation,
			ready: new Latch(),
			closed: new Latch(),
			accepted: null,
			destroy() {
				socket.destroy();
				dial.accepted?.destroy();
			}
		};
		this.#dials.add(dial);
		dial.closed.whenOpen(() => this.#dials.delete(dial));
		socket.once('close', () => {
			if (dial.accepted === null || dial.accepted.closed) dial.closed.open();
		});
		if (this.#isClosed) socket.destroy();
		else void this.#connect(dial);
		return dial;
	}

	/** Ends every client, waits a moment for the peers to follow, and ends the listener. */
	async close(): Promise<void> {
		this.#isClosed = true;
		await this.#listening?.catch(() => undefined);
		const dials = [...this.#dials];
		for (const { socket } of dials) socket.destroy();
		for (const socket of this.#unclaimed.values()) socket.destroy();
		const timer = setTimeout(() => dials.forEach((dial) => dial.destroy()), LINGER);
		await Promise.all(
			dials.map(({ closed }) => new Promise<void>((resolve) => closed.whenOpen(resolve)))
		);
		clearTimeout(timer);
		this.#peers.close();
		this.#server.close();
	}

	async #connect(dial: Dial): Promise<void> {
		const { socket } = dial;
		try {
			const port = await this.#listen();
			if (socket.destroyed) return;
			this.#connecting++;
			socket.once('connect', () => this.#claim(dial));
			// 'connect' or, where it fails, 'close': whichever comes first.
			const arrived = new Latch();
			arrived.whenOpen(() => this.#endConnecting());
			socket.once('connect', () => arrived.open());
			socket.once('close', () => arrived.open());
			socket.connect(port, LOOPBACK);
		} catch (error) {
			socket.destroy(error as Error);
		}
	}

	#listen(): Promise<number> {
		this.#listening ??= new Promise<number>((resolve, reject) => {
			const fail = (error: Error) => {
				this.#listening = null;
				reject(error);
			};
			this.#server.once('error', fail);
			this.#server.listen(0, LOOPBACK, () => {
				this.#server.off('error', fail);
				resolve(this.port as number);
			});
		});
		return this.#listening;
	}

	#claim(dial: Dial): void {
		const port = dial.socket.localPort;
		if (port === undefined) return void dial.socket.destroy();
		const accepted = this.#unclaimed.get(port);
		this.#unclaimed.delete(port);
		if (accepted) return this.#join(dial, accepted);
		this.#awaited.set(port, dial);
		dial.socket.once('close', () => {
			if (this.#awaited.get(port) === dial) this.#awaited.delete(port);
		});
	}

	#endConnecting(): void {
		if (--this.#connecting > 0) return;
		for (const socket of this.#unclaimed.values()) socket.destroy();
		this.#unclaimed.clear();
	}

	#accept(socket: Socket): void {
		socket.on('error', () => undefined);
		const { remotePort: port, remoteAddress } = socket;
		// Ours come from this very address; of others the same port may be another program's. One
		// that was reset meanwhile has none at all.
		if (port === undefined || remoteAddress !== LOOPBACK) return void socket.destroy();
		const dial = this.#awaited.get(port);
		this.#awaited.delete(port);
		if (dial) this.#join(dial, socket);
		else if (this.#connecting > 0) this.#keep(port, socket);
		else socket.destroy();
	}

	#keep(port: number, socket: Socket): void {
		// Who had the port before has gone: nothing is read of it, so nobody else would notice.
		this.#unclaimed.get(port)?.destroy();
		this.#unclaimed.set(port, socket);
	}

	#join(dial: Dial, accepted: Socket): void {
		if (dial.socket.destroyed) return void accepted.destroy();
		dial.accepted = accepted;
		accepted.once('close', () => {
			if (dial.socket.closed) dial.closed.open();
		});
		this.#peers.serve(accepted, dial.observation);
		dial.ready.open();
	}
}
