/**
 * A proxy between a raw client and our own peers, made of Node's HTTP server and client: a reverse
 * proxy that passes upgrades on, knows nothing of them, or cuts idle connections; or a forward
 * proxy. Both its connections are recorded; whatever is asked of it, it dials the inner peers.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ProxyMode, Way } from '#lib/runs/way.ts';
import { createBoundedServer, type HttpBounds } from '../../http/bounded-server.ts';
import { chainDials } from '../../sockets/chained-dial.ts';
import type { InnerListener } from '../../peers/inner-listener.ts';
import type { Dialled } from '../../sockets/loopback-listener.ts';
import type { Observation } from '../../tap/recording-sink.ts';
import { setWitness, witnessOf } from '../../tap/tapped-socket.ts';
import { openTunnel, refuseOthers, refuseUpgrades } from './forward-proxy.ts';
import { Passage } from './passage.ts';
import { forward, forwardAsPlain, forwardUpgrade } from './reverse-proxy.ts';
import { WatchedRecorder } from './watched-recorder.ts';

export interface ProxyOptions {
	readonly inner: InnerListener;
	readonly bounds: HttpBounds;
	/** Bytes that the recording of one connection may hold. */
	readonly room: number;
	/** A fault of our own: it costs the connection. */
	readonly onFault: (error: unknown) => void;
}

export interface ProxyEnds {
	/** Client and proxy. */
	readonly observation: Observation;
	/** Proxy and server. */
	readonly second: Observation;
	/** `host:port` of the client's page. */
	readonly host: string;
}

type ProxyWay = Extract<Way, { kind: 'proxy' }>;

export class Proxy {
	readonly #options: ProxyOptions;
	readonly #passages = new WeakMap<object, Passage>();
	readonly #upgrading: Server;
	readonly #plain: Server;
	readonly #tunnelling: Server;

	constructor(options: ProxyOptions) {
		this.#options = options;
		this.#upgrading = this.#make((server) => {
			server.on('request', (request, response) =>
				this.#with(request, (passage) =>
					forward(request, response, { passage, passesUpgrade: true })
				)
			);
			server.on('upgrade', (request, socket, head) =>
				this.#with(request, (passage) =>
					forwardUpgrade(request, socket as Socket, head, { passage, passesUpgrade: true })
				)
			);
		});
		this.#plain = this.#make((server) => {
			server.on('request', (request, response) =>
				this.#with(request, (passage) =>
					forward(request, response, { passage, passesUpgrade: false })
				)
			);
			server.on('upgrade', (request, socket, head) =>
				this.#with(request, (passage) => {
					const client = socket as Socket;
					forwardAsPlain(request, client, head, passage, () => this.#read(client, server));
				})
			);
		});
		this.#tunnelling = this.#make((server) => {
			server.on('request', refuseOthers);
			server.on('upgrade', (request, socket) => refuseUpgrades(request, socket as Socket));
			server.on('connect', (request, socket, head) =>
				this.#with(request, (passage) => openTunnel(request, socket as Socket, head, passage))
			);
		});
	}

	open(way: ProxyWay, { observation, second, host }: ProxyEnds): Dialled {
		const { inner, onFault } = this.#options;
		const passage = new Passage({ inner, second, host, onFault });
		const front = inner.dialTo((accepted) => this.#serve(accepted, way, passage, observation));
		return chainDials(front, () => passage.behind);
	}

	close(): void {
		for (const server of [this.#upgrading, this.#plain, this.#tunnelling]) server.close();
	}

	#serve(accepted: Socket, way: ProxyWay, passage: Passage, observation: Observation): void {
		const recorder = new WatchedRecorder(observation, this.#options.room);
		recorder.accepted(observation.sink.now());
		this.#passages.set(accepted, passage);
		passage.begin(accepted);
		setWitness(accepted, recorder);
		this.#read(accepted, this.#serverFor(way.mode));
		if (way.mode === 'cuts-idle') recorder.watch(way.idle, () => passage.cut());
	}

	/** Requests, from here on. */
	#read(accepted: Socket, server: Server): void {
		server.emit('connection', accepted);
		// Node's parser has taken the handle: the witness makes it give it back.
		const witness = witnessOf(accepted);
		if (witness) setWitness(accepted, witness);
		accepted.resume();
	}

	#serverFor(mode: ProxyMode): Server {
		if (mode === 'drops-upgrade') return this.#plain;
		return mode === 'connect' ? this.#tunnelling : this.#upgrading;
	}

	#make(listen: (server: Server) => void): Server {
		const server = createBoundedServer(this.#options.bounds);
		listen(server);
		// It listens nowhere; at this word Node begins to look for heads and requests that are late.
		server.emit('listening');
		return server;
	}

	#with({ socket }: IncomingMessage, serve: (passage: Passage) => void): void {
		const passage = this.#passages.get(socket);
		try {
			if (passage) return serve(passage);
		} catch (error) {
			this.#options.onFault(error);
		}
		socket.destroy();
	}
}
