/**
 * `/ws/echo`: sends every message back as it came (RFC 6455), on plain `ws`.
 *
 * `?deflate=on` negotiates permessage-deflate (RFC 7692) with who offers it; `?protocols=a,b`
 * accepts the first offered subprotocol of that list. Without the query the first offered one is
 * accepted, as `ws` does by itself.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Observation } from '../tap/recording-sink.ts';
import { parseTarget } from '../http/request-target.ts';
import { echo, type EchoBounds } from './echo-connection.ts';
import { ObservedEcho } from './observed-echo.ts';

export interface EchoOptions extends EchoBounds {
	/** Longest message, bytes; over it the connection is closed with 1009. */
	readonly maxMessageBytes: number;
}

/**
 * Reads that one frame may come in; over it the connection is closed with 1008. `ws` joins them by
 * shifting a list, which from about as many on takes the time of their square: 65,536 single bytes
 * would stop the server for two seconds.
 */
const MOST_CHUNKS = 2 ** 14;

export class EchoPeer {
	readonly #options: EchoOptions;
	readonly #plain: WebSocketServer;
	readonly #deflating: WebSocketServer;

	constructor(options: EchoOptions) {
		this.#options = options;
		const common = {
			noServer: true,
			clientTracking: false,
			maxPayload: options.maxMessageBytes,
			maxBufferedChunks: MOST_CHUNKS,
			handleProtocols: chooseProtocol
		};
		this.#plain = new WebSocketServer(common);
		this.#deflating = new WebSocketServer({ ...common, perMessageDeflate: true });
	}

	/** Null where the query is understood, else what is wrong with it. */
	faultIn(query: URLSearchParams): string | null {
		const deflate = query.get('deflate');
		return deflate === null || deflate === 'on' || deflate === 'off'
			? null
			: 'The query may say deflate=on or deflate=off, nothing else.';
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
		const isDeflating = parseTarget(request.url)?.query.get('deflate') === 'on';
		const server = isDeflating ? this.#deflating : this.#plain;
		server.handleUpgrade(request, socket, head, (webSocket) => {
			const onClose = accepted(webSocket);
			if (observation) new ObservedEcho(webSocket, observation, this.#options, onClose);
			else echo(webSocket, this.#options, onClose);
		});
	}
}

function chooseProtocol(offered: Set<string>, request: IncomingMessage): string | false {
	const wanted = parseTarget(request.url)?.query.get('protocols');
	const names = [...offered];
	if (wanted === null || wanted === undefined) return names[0] ?? false;
	const accepted = wanted.split(',').map((name) => name.trim());
	return names.find((name) => accepted.includes(name)) ?? false;
}
