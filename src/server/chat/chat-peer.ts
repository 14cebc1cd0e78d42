/**
 * The chat on this server, `/ws/chat`: same-origin only, recorded for the page whose ticket it bears,
 * closed with 1001 at the end. The chat itself knows nothing of that.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { OpenSockets } from '../http/open-sockets.ts';
import { refuseUpgrade } from '../http/refusal.ts';
import { reportRefusal } from '../http/refused-handshake.ts';
import type { RequestTarget } from '../http/request-target.ts';
import {
	UNKNOWN_TICKET,
	UNRECORDABLE,
	type Tickets,
	type UpgradeEndpoint
} from '../http/upgrade-router.ts';
import type { Counters } from '../metrics.ts';
import { ObservedPeer } from '../peers/observed-peer.ts';
import { tapOf } from '../tap/tap.ts';
import { ChatServer } from './chat-server.ts';

export const CHAT_PATH = '/ws/chat';

export interface ChatPeerParts {
	readonly registry: Pick<Tickets, 'redeem'>;
	readonly sockets: Pick<OpenSockets, 'add' | 'delete'>;
	readonly counters: Pick<Counters, 'refused'>;
	/** Bytes one recording may hold. */
	readonly room: number;
}

export class ChatPeer implements UpgradeEndpoint {
	readonly #parts: ChatPeerParts;
	readonly #chat = new ChatServer();

	constructor(parts: ChatPeerParts) {
		this.#parts = parts;
	}

	/** A ticket is worth more than a refusal for having too many connections. */
	observe(): boolean {
		return false;
	}

	upgrade(request: IncomingMessage, socket: Socket, head: Buffer, target: RequestTarget): void {
		const ticket = target.query.get('ticket');
		if (ticket !== null) return this.#openObserved(request, socket, head, ticket);
		tapOf(socket)?.remove();
		if (!this.#open(request, socket, head, () => undefined)) {
			this.#parts.counters.refused('handshake');
		}
	}

	#openObserved(request: IncomingMessage, socket: Socket, head: Buffer, ticket: string): void {
		const { registry, room, counters } = this.#parts;
		const observation = registry.redeem(ticket);
		if (!observation) {
			tapOf(socket)?.remove();
			return this.#refuse(request, socket, 'ticket', 403, UNKNOWN_TICKET);
		}
		const recorder = tapOf(socket)?.observe(request, null, observation, room);
		if (!recorder) {
			observation.release();
			return this.#refuse(request, socket, 'tap', 400, UNRECORDABLE);
		}
		const observe = (webSocket: WebSocket) => void new ObservedPeer(webSocket, observation);
		if (this.#open(request, socket, head, observe)) return;
		counters.refused('handshake');
		reportRefusal(recorder);
		socket.once('close', () => observation.release());
	}

	/** Whether `ws` accepted the handshake, which it answers at once. */
	#open(
		request: IncomingMessage,
		socket: Socket,
		head: Buffer,
		observe: (webSocket: WebSocket) => void
	): boolean {
		const { sockets } = this.#parts;
		let isAccepted = false;
		this.#chat.upgrade(request, socket, head, (webSocket) => {
			isAccepted = true;
			observe(webSocket);
			sockets.add(webSocket, socket);
			webSocket.once('close', () => sockets.delete(webSocket));
		});
		return isAccepted;
	}

	#refuse(
		request: IncomingMessage,
		socket: Socket,
		kind: string,
		status: number,
		text: string
	): void {
		this.#parts.counters.refused(kind);
		refuseUpgrade(request, socket, status, text);
	}
}
