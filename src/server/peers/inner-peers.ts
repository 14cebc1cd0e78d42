/**
 * The peers as raw clients meet them: an HTTP server on which nothing else is mounted. Whatever
 * request line or Host is written, no page and no other endpoint is behind it.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createBoundedServer, type HttpBounds } from '../http/bounded-server.ts';
import { answer, answerUpgradeRequired, refuseUpgrade } from '../http/refusal.ts';
import { reportRefusal } from '../http/refused-handshake.ts';
import { parseTarget } from '../http/request-target.ts';
import { ECHO_PATH, type EchoPeer } from './echo.ts';
import { GUARDED_PATH } from './guarded.ts';
import { ExchangeRecorder } from '../tap/exchange-recorder.ts';
import type { Observation } from '../tap/recording-sink.ts';
import { setWitness } from '../tap/tapped-socket.ts';

const NO_WEBSOCKET = 'There is no WebSocket endpoint here.';

export interface InnerPeersOptions {
	readonly bounds: HttpBounds;
	readonly echo: EchoPeer;
	/** The echo of `/ws/guarded`. */
	readonly guarded: EchoPeer;
	/** Bytes that the recording of one connection may hold. */
	readonly room: number;
	/** A fault of our own: it costs the connection. */
	readonly onFault: (error: unknown) => void;
}

export class InnerPeers {
	readonly #options: InnerPeersOptions;
	readonly #server: Server;
	readonly #recorders = new WeakMap<Socket, ExchangeRecorder>();

	constructor(options: InnerPeersOptions) {
		this.#options = options;
		this.#server = createBoundedServer(options.bounds);
		this.#server.on('request', answerPlain);
		this.#server.on('upgrade', (request, socket, head) => {
			try {
				this.#upgrade(request, socket as Socket, head);
			} catch (error) {
				options.onFault(error);
				socket.destroy();
			}
		});
		// It listens nowhere; at this word Node begins to look for heads and requests that are late.
		this.#server.emit('listening');
	}

	/** Serves a paused socket of which nothing has been read; all of it is recorded. */
	serve(socket: Socket, observation: Observation): void {
		const recorder = new ExchangeRecorder(observation, this.#options.room);
		recorder.accepted(observation.sink.now());
		this.#recorders.set(socket, recorder);
		this.#server.emit('connection', socket);
		// After Node's parser has taken the handle: the witness makes it give it back.
		setWitness(socket, recorder);
		socket.resume();
	}

	close(): void {
		this.#server.close();
	}

	#upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
		const recorder = this.#recorders.get(socket);
		if (!recorder) return void socket.destroy();
		// Other requests may have been answered before this one.
		recorder.answer = null;
		if (this.#isAccepted(request, socket, head, recorder.observation)) return;
		reportRefusal(recorder);
	}

	#isAccepted(
		request: IncomingMessage,
		socket: Socket,
		head: Buffer,
		observation: Observation
	): boolean {
		const target = parseTarget(request.url);
		const echo = this.#echoAt(target?.path);
		if (!target || !echo) {
			refuseUpgrade(request, socket, 404, NO_WEBSOCKET);
			return false;
		}
		const fault = echo.faultIn(target.query);
		if (fault !== null) {
			refuseUpgrade(request, socket, 400, fault);
			return false;
		}
		let isAccepted = false;
		// The echo may be over before the connection is: that is released by who dialled it.
		const release = (): void => observation.attach(null);
		echo.upgrade(request, socket, head, { ...observation, release }, () => {
			isAccepted = true;
			return () => undefined;
		});
		return isAccepted;
	}

	#echoAt(path: string | undefined): EchoPeer | null {
		const { echo, guarded } = this.#options;
		if (path === GUARDED_PATH) return guarded;
		return path === ECHO_PATH ? echo : null;
	}
}

function answerPlain(request: IncomingMessage, response: ServerResponse): void {
	const path = parseTarget(request.url)?.path;
	if (path === ECHO_PATH || path === GUARDED_PATH) answerUpgradeRequired(response);
	else answer(response, 404, `${NO_WEBSOCKET}\n`);
}
