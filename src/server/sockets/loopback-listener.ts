/**
 * A listener on loopback that only this process reaches: each accepted socket is matched to the
 * client that dialled it by that client's port; a socket that none of ours dialled is ended before
 * a byte of it is read.
 */
import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { Latch } from './latch.ts';

const LOOPBACK = '127.0.0.1';
/** How long those who serve may take to notice that their clients have gone, in ms. */
const LINGER = 500;

/** Takes an accepted socket: it is paused, and nothing of it has been read. */
export type Serve = (accepted: Socket) => void;

/** A connection within this process. */
export interface Dialled {
	/** The client's end. */
	readonly socket: Socket;
	/** Open once the other end is served. */
	readonly ready: Latch;
	/** Open once both ends have closed. */
	readonly closed: Latch;
	/** Lets go of both ends. */
	destroy(): void;
}

interface Dial extends Dialled {
	readonly serve: Serve;
	accepted: Socket | null;
}

export class LoopbackListener {
	readonly #server: Server;
	readonly #dials = new Set<Dial>();
	/** Connected, by port, and not yet accepted. */
	readonly #awaited = new Map<number, Dial>();
	/** Accepted, by port, while one of ours may still turn out to have it. */
	readonly #unclaimed = new Map<number, Socket>();
	#connecting = 0;
	#listening: Promise<number> | null = null;
	#isClosed = false;

	constructor() {
		const options = { pauseOnConnect: true, allowHalfOpen: true, noDelay: true };
		this.#server = createServer(options, (socket) => this.#accept(socket));
		// A connection that could not be accepted (no memory, no descriptor) is lost, no other is.
		this.#server.on('error', () => undefined);
	}

	/** The port it listens on; null before the first dial. */
	get port(): number | null {
		return (this.#server.address() as AddressInfo | null)?.port ?? null;
	}

	/** Connections of which an end is open. */
	get size(): number {
		return this.#dials.size;
	}

	/** Listens, which else the first dial does; resolves with the port, rejects where it cannot. */
	listen(): Promise<number> {
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

	/** Connects in a while; what cannot is destroyed. */
	dial(serve: Serve): Dialled {
		const dial = this.#begin(serve);
		if (this.#isClosed) dial.socket.destroy();
		else void this.#connect(dial);
		return dial;
	}

	/**
	 * The same for a listener that listens: the socket has its handle when this returns, so it may
	 * be written to, and given to TLS.
	 */
	dialAtOnce(serve: Serve): Dialled {
		const dial = this.#begin(serve);
		const { port } = this;
		if (this.#isClosed || port === null) dial.socket.destroy();
		else this.#connectTo(port, dial);
		return dial;
	}

	/** Ends every client, waits a moment for the others to follow, and ends the listener. */
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
		this.#server.close();
	}

	#begin(serve: Serve): Dial {
		const socket = new Socket({ allowHalfOpen: true });
		socket.setNoDelay(true);
		// 'close' follows, and whoever uses the socket learns from that.
		socket.on('error', () => undefined);
		const dial: Dial = {
			socket,
			serve,
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
		return dial;
	}

	async #connect(dial: Dial): Promise<void> {
		const { socket } = dial;
		try {
			const port = await this.listen();
			if (!socket.destroyed) this.#connectTo(port, dial);
		} catch (error) {
			socket.destroy(error as Error);
		}
	}

	#connectTo(port: number, dial: Dial): void {
		const { socket } = dial;
		this.#connecting++;
		socket.once('connect', () => this.#claim(dial));
		// 'connect' or, where it fails, 'close': whichever comes first.
		const arrived = new Latch();
		arrived.whenOpen(() => this.#endConnecting());
		socket.once('connect', () => arrived.open());
		socket.once('close', () => arrived.open());
		socket.connect(port, LOOPBACK);
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
		dial.serve(accepted);
		dial.ready.open();
	}
}
