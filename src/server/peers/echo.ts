/**
 * `/ws/echo`: sends every message back as it came (RFC 6455), on plain `ws`.
 *
 * `?deflate=on` negotiates permessage-deflate (RFC 7692) with who offers it, with the parameters
 * of echo-query.ts; `?protocols=a,b` accepts the first offered subprotocol of that list. Without
 * the query the first offered one is accepted, as `ws` does by itself.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
	WebSocketServer,
	type PerMessageDeflateOptions,
	type ServerOptions,
	type VerifyClientCallbackAsync,
	type WebSocket
} from 'ws';
import type { Observation } from '../tap/recording-sink.ts';
import { parseTarget } from '../http/request-target.ts';
import { echo, type EchoBounds } from './echo-connection.ts';
import { deflateAskedFor, faultInQuery } from './echo-query.ts';
import { ObservedPeer } from './observed-peer.ts';

export const ECHO_PATH = '/ws/echo';

export interface EchoOptions extends EchoBounds {
	/** Longest message, bytes; over it the connection is closed with 1009. */
	readonly maxMessageBytes: number;
}

/**
 * Reads that one frame may come in; over it the connection is closed with 1008. `ws` joins them by
 * shifting a list, which from about as many on takes the time of their square: 65,536 single bytes
 * would stop the server for two seconds.
 */
export const MOST_CHUNKS = 2 ** 14;

export class EchoPeer {
	readonly #options: EchoOptions;
	readonly #common: ServerOptions;
	/** One for each way to negotiate, by its options as JSON: made when it is asked for. */
	readonly #servers = new Map<string, WebSocketServer>();

	/** @param admit decides at once who may connect; by default everybody */
	constructor(options: EchoOptions, admit?: VerifyClientCallbackAsync) {
		this.#options = options;
		this.#common = {
			noServer: true,
			clientTracking: false,
			maxPayload: options.maxMessageBytes,
			maxBufferedChunks: MOST_CHUNKS,
			handleProtocols: chooseProtocol,
			...(admit && { verifyClient: admit })
		};
	}

	/** Null where the query is understood, else what is wrong with it. */
	faultIn(query: URLSearchParams): string | null {
		return faultInQuery(query);
	}

	/**
	 * Answers the handshake at once and calls `accepted` where `ws` did. That returns what to call
	 * when the WebSocket has closed.
	 */
	upgrade(
		request: IncomingMessage,
		socket: Duplex,
		head: Buffer,
		observation: Observation | null,
		accepted: (webSocket: WebSocket) => () => void
	): void {
		const query = parseTarget(request.url)?.query ?? new URLSearchParams();
		this.#serverFor(deflateAskedFor(query)).handleUpgrade(request, socket, head, (webSocket) => {
			const onClose = accepted(webSocket);
			if (observation) new ObservedPeer(webSocket, observation);
			echo(webSocket, this.#options, onClose);
		});
	}

	#serverFor(perMessageDeflate: PerMessageDeflateOptions | false): WebSocketServer {
		const key = JSON.stringify(perMessageDeflate);
		let server = this.#servers.get(key);
		if (!server) {
			server = new WebSocketServer({ ...this.#common, perMessageDeflate });
			this.#servers.set(key, server);
		}
		return server;
	}
}

function chooseProtocol(offered: Set<string>, request: IncomingMessage): string | false {
	const wanted = parseTarget(request.url)?.query.get('protocols');
	const names = [...offered];
	if (wanted === null || wanted === undefined) return names[0] ?? false;
	const accepted = wanted.split(',').map((name) => name.trim());
	return names.find((name) => accepted.includes(name)) ?? false;
}
