/** Where an upgrade of the lab's paths goes, and who may not go there. */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { ChannelPeer } from '../session/channel-peer.ts';
import type { ClientAddresses } from './client-address.ts';
import { HOST_REFUSAL, type HostGate } from './host-gate.ts';
import type { ConnectionLimits } from './limits.ts';
import type { Logger } from '../log.ts';
import type { Counters } from '../metrics.ts';
import type { OpenSockets } from './open-sockets.ts';
import type { EchoPeer } from '../peers/echo.ts';
import { faultInRawRequest } from '../raw/raw-request.ts';
import { isAlone } from '../raw/other-request.ts';
import type { RawOffer, RawServerPeer } from '../raw/raw-server.ts';
import type { Observation } from '../tap/recording-sink.ts';
import { reportRefusal } from './refused-handshake.ts';
import { refuseUpgrade, type Headers } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';
import { tapOf } from '../tap/tap.ts';

export const UNKNOWN_TICKET =
	'This ticket is unknown, used or expired. Ask the lab channel for a new one.';
const NOT_ALONE =
	'A hand-written response goes to an opening handshake that is alone on its connection.';
const CLOSING = 'The server is shutting down. Try again in a moment.';
const OTHER_ORIGIN = 'A page of another origin may not open this connection.';
export const UNRECORDABLE = 'The bytes of this request cannot be recorded.';

/** Redeems the tickets of observed connections. */
export interface Tickets {
	redeem(ticket: string): Observation | null;
	/** Of `/ws/raw`. */
	redeemRaw(ticket: string): RawOffer | null;
}

/** An address that takes upgrades and knows its clients by itself. */
export interface UpgradeEndpoint {
	/** Host, Origin and the limits of connections have been judged. Answers at once. */
	upgrade(request: IncomingMessage, socket: Socket, head: Buffer, target: RequestTarget): void;
	/** Records what the router is about to refuse, if it is somebody's; else returns false. */
	observe(request: IncomingMessage, target: RequestTarget): boolean;
}

/** By path, exactly as it is written. */
export type UpgradeEndpointTable = Readonly<Record<string, UpgradeEndpoint>>;

export interface UpgradeRouterParts {
	readonly gate: HostGate;
	readonly addresses: ClientAddresses;
	readonly connections: ConnectionLimits;
	readonly sockets: OpenSockets;
	readonly registry: Tickets;
	readonly channel: Pick<ChannelPeer, 'upgrade'>;
	readonly echo: EchoPeer;
	/** Null where `/ws/raw` is closed. */
	readonly raw: RawServerPeer | null;
	/** Further addresses, such as those of the transports. */
	readonly endpoints: UpgradeEndpointTable;
	/** Bytes one recording may hold. */
	readonly room: number;
	readonly counters: Counters;
	readonly log: Logger;
}

interface Upgrade {
	readonly request: IncomingMessage;
	readonly socket: Socket;
	readonly head: Buffer;
	readonly target: RequestTarget;
	readonly address: string;
}

export class UpgradeRouter {
	/** Shutting down: whatever comes now gets 503. */
	isClosing = false;
	readonly #parts: UpgradeRouterParts;
	readonly #endpoints: ReadonlyMap<string, UpgradeEndpoint>;

	constructor(parts: UpgradeRouterParts) {
		this.#parts = parts;
		this.#endpoints = new Map(Object.entries(parts.endpoints));
	}

	upgrade(request: IncomingMessage, socket: Socket, head: Buffer, target: RequestTarget): void {
		const address = this.#parts.addresses.of(request);
		const upgrade = { request, socket, head, target, address };
		const isEcho = target.path === '/ws/echo';
		const isChannel = target.path === '/lab/channel';
		const isRaw = target.path === '/ws/raw' && this.#parts.raw !== null;
		const { gate } = this.#parts;
		if (this.isClosing) return this.#refuse(upgrade, 'closing', 503, CLOSING);
		if (!gate.allowsHost(request, target)) {
			return this.#refuse(upgrade, 'host', 421, HOST_REFUSAL);
		}
		const endpoint = this.#endpoints.get(target.path);
		if (endpoint) return this.#openEndpoint(upgrade, endpoint);
		if (!isEcho && !isChannel && !isRaw) {
			return this.#refuseObserved(upgrade, 'path', 404, 'There is no WebSocket endpoint here.');
		}
		if (!this.#allowsOrigin(request, target, isChannel)) {
			return this.#refuse(upgrade, 'origin', 403, OTHER_ORIGIN);
		}
		const refusal = this.#parts.connections.refusalFor(address, performance.now());
		if (refusal) return this.#refuse(upgrade, refusal.kind, refusal.status, refusal.text);
		if (isChannel) this.#openChannel(upgrade);
		else if (isRaw) this.#openRaw(upgrade);
		else this.#openEcho(upgrade);
	}

	/** A ticket stands for its page where a client without an Origin (no browser) brings it. */
	#allowsOrigin(request: IncomingMessage, target: RequestTarget, isChannel: boolean): boolean {
		const isStateful = isChannel || target.query.has('ticket');
		if (isChannel && request.headers.origin === undefined) return false;
		return !isStateful || this.#parts.gate.allowsOrigin(request);
	}

	#openEndpoint(upgrade: Upgrade, endpoint: UpgradeEndpoint): void {
		const { request, socket, head, target, address } = upgrade;
		const { gate, connections } = this.#parts;
		if (!gate.allowsOrigin(request)) return this.#refuse(upgrade, 'origin', 403, OTHER_ORIGIN);
		const refusal = connections.refusalFor(address, performance.now());
		if (!refusal) {
			this.#enter(socket, address);
			return endpoint.upgrade(request, socket, head, target);
		}
		if (!endpoint.observe(request, target)) tapOf(socket)?.remove();
		this.#answerRefusal(upgrade, refusal.kind, refusal.status, refusal.text);
	}

	/** Counts the connection until it closes. */
	#enter(socket: Socket, address: string): void {
		const { connections } = this.#parts;
		connections.enter(address);
		socket.once('close', () => connections.leave(address));
	}

	#openChannel({ request, socket, head, address }: Upgrade): void {
		tapOf(socket)?.remove();
		this.#enter(socket, address);
		this.#parts.channel.upgrade(request, socket, head, address);
	}

	#openEcho(upgrade: Upgrade): void {
		const { query } = upgrade.target;
		const ticket = query.get('ticket');
		const fault = this.#parts.echo.faultIn(query);
		if (fault !== null) return this.#refuseObserved(upgrade, 'query', 400, fault);
		if (ticket === null) {
			tapOf(upgrade.socket)?.remove();
			this.#accept(upgrade, null);
			return;
		}
		const observation = this.#parts.registry.redeem(ticket);
		if (!observation) return this.#refuse(upgrade, 'ticket', 403, UNKNOWN_TICKET);
		this.#openObserved(upgrade, observation);
	}

	/** Bytes of a student's go to who brings that student's ticket in an opening handshake. */
	#openRaw(upgrade: Upgrade): void {
		const { request, socket, head, target, address } = upgrade;
		const { raw, registry, room } = this.#parts;
		const fault = faultInRawRequest(request);
		if (fault) return this.#refuse(upgrade, fault.kind, fault.status, fault.text, fault.headers);
		const ticket = target.query.get('ticket');
		const offer = ticket === null ? null : registry.redeemRaw(ticket);
		if (!offer) return this.#refuse(upgrade, 'ticket', 403, UNKNOWN_TICKET);
		if (offer.answer.answer === 'written' && !isAlone(socket, head)) {
			offer.observation.release();
			return this.#refuse(upgrade, 'not-alone', 400, NOT_ALONE);
		}
		if (!tapOf(socket)?.observe(request, null, offer.observation, room)) {
			offer.observation.release();
			return this.#refuse(upgrade, 'tap', 400, UNRECORDABLE);
		}
		this.#enter(socket, address);
		raw?.serve(request, socket, offer);
	}

	#openObserved(upgrade: Upgrade, observation: Observation): void {
		const { request, socket } = upgrade;
		const recorder = tapOf(socket)?.observe(request, null, observation, this.#parts.room);
		if (!recorder) {
			observation.release();
			return this.#refuse(upgrade, 'tap', 400, UNRECORDABLE);
		}
		if (this.#accept(upgrade, observation)) return;
		reportRefusal(recorder);
		socket.once('close', () => observation.release());
	}

	#accept({ request, socket, head, address }: Upgrade, observation: Observation | null): boolean {
		const { echo, counters } = this.#parts;
		let isAccepted = false;
		echo.upgrade(request, socket, head, observation, (webSocket) => {
			isAccepted = true;
			return this.#count(webSocket, socket, address);
		});
		if (!isAccepted) counters.refused('handshake');
		return isAccepted;
	}

	/** Returns what is to be called when it has closed. */
	#count(webSocket: WebSocket, socket: Socket, address: string): () => void {
		const { connections, sockets } = this.#parts;
		connections.enter(address);
		sockets.add(webSocket, socket);
		return () => {
			connections.leave(address);
			sockets.delete(webSocket);
		};
	}

	/** Refuses what the page got wrong: with a ticket it sees on the wire what its script is not told. */
	#refuseObserved(upgrade: Upgrade, kind: string, status: number, text: string): void {
		const { request, socket, target } = upgrade;
		const { gate, registry, room } = this.#parts;
		const ticket = gate.allowsOrigin(request) ? target.query.get('ticket') : null;
		const observation = ticket === null ? null : registry.redeem(ticket);
		if (!observation) return this.#refuse(upgrade, kind, status, text);
		const recorder = tapOf(socket)?.observe(request, null, observation, room);
		this.#answerRefusal(upgrade, kind, status, text);
		if (recorder) reportRefusal(recorder);
		socket.once('close', () => observation.release());
	}

	#refuse(upgrade: Upgrade, kind: string, status: number, text: string, headers?: Headers): void {
		tapOf(upgrade.socket)?.remove();
		this.#answerRefusal(upgrade, kind, status, text, headers);
	}

	#answerRefusal(
		upgrade: Upgrade,
		kind: string,
		status: number,
		text: string,
		headers: Headers = status === 429 ? { 'Retry-After': '30' } : {}
	): void {
		const { request, socket, target } = upgrade;
		this.#parts.counters.refused(kind);
		this.#parts.log.info({ kind, status, path: target.path.slice(0, 64) }, 'refused an upgrade');
		refuseUpgrade(request, socket, status, text, headers);
	}
}
