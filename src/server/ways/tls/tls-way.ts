/**
 * The way through TLS: client ─ relay ─ TLS listener. The relay is tapped and sees what an
 * eavesdropper on the wire does; the plain bytes are recorded where the server reads and writes
 * them. Node's TLS goes around JavaScript streams, hence the relay.
 */
import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { InnerPeers } from '../../peers/inner-peers.ts';
import { chainDials } from '../../sockets/chained-dial.ts';
import { joinSockets } from '../../sockets/join-sockets.ts';
import { Latch } from '../../sockets/latch.ts';
import { LoopbackListener, type Dialled } from '../../sockets/loopback-listener.ts';
import { ExchangeRecorder } from '../../tap/exchange-recorder.ts';
import type { Observation } from '../../tap/recording-sink.ts';
import { setWitness } from '../../tap/tapped-socket.ts';
import { makeCertificate, type Certificate } from './certificate.ts';
import { ALPN, connectTls, LEAST_VERSION } from './connect-tls.ts';
import { TLS_NAME } from './tls-name.ts';

/** For a handshake, in ms. */
export const HANDSHAKE_TIMEOUT = 10_000;

export interface TlsWayOptions {
	readonly peers: Pick<InnerPeers, 'serve'>;
	/** Bytes that the recording of one connection may hold. */
	readonly room: number;
	/** Rejects where none can be made; then this way is off. */
	readonly makeCertificate?: (name: string) => Promise<Certificate>;
	/** ms: making a certificate takes a tenth of a second, in which the server had better listen. */
	readonly startAfter?: number;
	readonly onOff: (error: unknown) => void;
}

/** Who is at the other end of a socket that shakes hands. */
interface Guest {
	readonly observation: Observation;
	readonly served: () => void;
}

export class TlsWay {
	readonly #options: TlsWayOptions;
	readonly #listener = new LoopbackListener();
	/** By the port of the relay's socket. */
	readonly #guests = new Map<number, Guest>();
	/** Resolves when it is known whether this way is on. */
	readonly started: Promise<void>;
	#server: Server | null = null;
	#cert = '';
	#isOff = false;
	#isClosed = false;
	/** Ends the wait before the start. */
	#skipWait: () => void = () => undefined;

	constructor(options: TlsWayOptions) {
		this.#options = options;
		this.started = this.#start().catch((error: unknown) => {
			this.#isOff = true;
			options.onOff(error);
		});
	}

	/** False where it could not be started. */
	get isOn(): boolean {
		return !this.#isOff;
	}

	/** Whether it can be opened: it takes a moment at the start. */
	get isReady(): boolean {
		return this.#server !== null;
	}

	/** The port it listens on; null where it does not. */
	get port(): number | null {
		return this.#listener.port;
	}

	/** Connections of which an end is open. */
	get size(): number {
		return this.#listener.size;
	}

	/** @param second is told the TLS records, `observation` the plain bytes */
	open(observation: Observation, second: Observation): Dialled {
		let behind: Dialled | null = null;
		const served = new Latch();
		const guest = { observation, served: () => served.open() };
		const front = this.#listener.dialAtOnce((accepted) => {
			behind = this.#relay(accepted, guest, second);
		});
		const dialled = chainDials(front, () => behind);
		const socket = connectTls(front.socket, this.#cert, TLS_NAME);
		const ready = new Latch();
		socket.once('secureConnect', () => served.whenOpen(() => ready.open()));
		return { ...dialled, socket, ready };
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#skipWait();
		await this.started;
		await this.#listener.close();
	}

	async #start(): Promise<void> {
		await this.#wait();
		if (this.#isClosed) return;
		const make = this.#options.makeCertificate ?? makeCertificate;
		const { cert, key } = await make(TLS_NAME);
		await this.#listener.listen();
		// It listens nowhere by itself: what the listener has accepted is handed to it.
		const server = createServer({
			cert,
			key,
			ALPNProtocols: ALPN,
			minVersion: LEAST_VERSION,
			handshakeTimeout: HANDSHAKE_TIMEOUT
		});
		server.on('secureConnection', (socket) => this.#serve(socket));
		this.#cert = cert;
		this.#server = server;
	}

	async #wait(): Promise<void> {
		const { startAfter = 0 } = this.#options;
		if (startAfter === 0) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, startAfter).unref();
			this.#skipWait = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}

	#relay(accepted: Socket, guest: Guest, second: Observation): Dialled {
		const recorder = new ExchangeRecorder(second, this.#options.room);
		recorder.accepted(second.sink.now());
		setWitness(accepted, recorder);
		const behind = this.#listener.dialAtOnce((socket) => this.#shakeHands(socket, guest));
		joinSockets(accepted, behind.socket);
		return behind;
	}

	#shakeHands(socket: Socket, guest: Guest): void {
		const port = socket.remotePort;
		if (port === undefined || this.#server === null) return void socket.destroy();
		this.#guests.set(port, guest);
		socket.once('close', () => {
			if (this.#guests.get(port) === guest) this.#guests.delete(port);
		});
		this.#server.emit('connection', socket);
	}

	#serve(socket: TLSSocket): void {
		const guest = this.#guests.get(socket.remotePort ?? 0);
		socket.on('error', () => undefined);
		if (!guest) return void socket.destroy();
		this.#options.peers.serve(socket, guest.observation);
		guest.served();
	}
}
