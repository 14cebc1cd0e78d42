/**
 * Speaks the lab channel (`/lab/channel`, subprotocol `wire101.v1`) with `ws`.
 *
 * Host, Origin and limits of the address are checked by whoever hands an upgrade over.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CHANNEL_SUBPROTOCOL } from '#lib/channel/messages.ts';
import { ChannelLink } from './channel-link.ts';
import { refuseUpgrade } from '../http/refusal.ts';
import type { SessionRegistry } from './session-registry.ts';

/** For the answer to a close frame, in ms: a page that was replaced may have much unread. */
const CLOSE_TIMEOUT = 2000;

/** Reads that one frame may come in: `ws` takes the time of their square to join many more. */
const MOST_CHUNKS = 2 ** 14;

export interface ChannelPeerOptions {
	readonly registry: SessionRegistry;
}

export class ChannelPeer {
	readonly #registry: SessionRegistry;
	readonly #server: WebSocketServer;
	readonly #links = new Set<ChannelLink>();
	#isClosing = false;

	constructor({ registry }: ChannelPeerOptions) {
		this.#registry = registry;
		// A variable, for the types of `ws` do not know all of these yet.
		const options = {
			noServer: true,
			clientTracking: false,
			perMessageDeflate: false,
			closeTimeout: CLOSE_TIMEOUT,
			maxBufferedChunks: MOST_CHUNKS,
			maxPayload: registry.limits.maxMessageBytes,
			handleProtocols: (offered: ReadonlySet<string>) =>
				offered.has(CHANNEL_SUBPROTOCOL) && CHANNEL_SUBPROTOCOL
		};
		this.#server = new WebSocketServer(options);
	}

	/** Channels open now. */
	get size(): number {
		return this.#links.size;
	}

	/** Takes an upgrade of `/lab/channel`; the address is the one that limits are counted by. */
	upgrade(
		request: IncomingMessage,
		socket: Duplex,
		head: Buffer,
		address: string = request.socket.remoteAddress ?? ''
	): void {
		if (this.#isClosing)
			return refuseUpgrade(
				request,
				socket,
				503,
				'The server is shutting down. Try again in a moment.'
			);
		if (!offersChannel(request)) {
			this.#registry.onRefusal('subprotocol');
			const text = `The lab channel needs the subprotocol ${CHANNEL_SUBPROTOCOL}.`;
			return refuseUpgrade(request, socket, 400, text);
		}
		this.#server.handleUpgrade(request, socket, head, (webSocket) => {
			const host = request.headers.host ?? '';
			const link = new ChannelLink(webSocket, this.#registry, address, host);
			this.#links.add(link);
			webSocket.once('close', () => this.#links.delete(link));
		});
	}

	/** Closes every channel with 1001 and ends those that have not answered within `within` ms. */
	async close(within = 2000): Promise<void> {
		this.#isClosing = true;
		this.#registry.close();
		for (const link of this.#links) link.close(1001, 'the server is going away');
		const end = performance.now() + within;
		while (this.#links.size > 0 && performance.now() < end) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		for (const link of this.#links) link.terminate();
	}
}

function offersChannel(request: IncomingMessage): boolean {
	const offered = request.headers['sec-websocket-protocol'] ?? '';
	return offered.split(',').some((name) => name.trim() === CHANNEL_SUBPROTOCOL);
}
