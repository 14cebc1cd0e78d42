/**
 * The lab server: `/ws/*`, `/lab/*`, `/healthz` and `/metrics`, one object for development,
 * preview and production.
 *
 * It decides about every exchange while Node emits it ('request', 'upgrade'), because the tap
 * holds bytes no longer than that.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { ClientAddresses } from './http/client-address.ts';
import { HOST_REFUSAL, HostGate } from './http/host-gate.ts';
import { HttpEndpoints } from './http/http-endpoints.ts';
import { createLog, type Logger } from './log.ts';
import { channelLimits } from './session/channel-limits.ts';
import { ChannelPeer } from './session/channel-peer.ts';
import { ConnectionLimits } from './http/limits.ts';
import { Metrics } from './metrics.ts';
import { OpenSockets } from './http/open-sockets.ts';
import type { Options } from './options.ts';
import { EchoPeer } from './peers/echo.ts';
import { createGuardedEcho } from './peers/guarded.ts';
import { RawServerPeer } from './raw/raw-server.ts';
import { Ways } from './ways/ways.ts';
import { answerAsPlain } from './http/plain-upgrade.ts';
import { answer, refuseUpgrade } from './http/refusal.ts';
import { isLabPath, parseTarget, type RequestTarget } from './http/request-target.ts';
import { SessionRegistry } from './session/session-registry.ts';
import { attachTap, tapOf } from './tap/tap.ts';
import { UpgradeRouter } from './http/upgrade-router.ts';

export interface LabServerOptions extends Options {
	/** Where to log; by default JSON lines on standard error at `logLevel`. */
	readonly log?: Logger;
	/** Gives tickets out and redeems them; made from the limits where it is not given. */
	readonly registry?: SessionRegistry;
}

export interface LabServer {
	/** Answers a request of the lab's paths; passes every other one to `next` (without it: 404). */
	handle(request: IncomingMessage, response: ServerResponse, next?: () => void): void;
	/** Takes an upgrade of the lab's paths; leaves the others alone and returns false. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
	/** Listens to 'connection' (for the tap) and 'upgrade' of a server. */
	attach(httpServer: Server): void;
	/** Closes every WebSocket with 1001 and ends the deaf ones after `shutdownSeconds`. */
	close(): Promise<void>;
}

/** ms after the lab: until then the server has begun to listen. */
const TLS_START = 250;

const NO_WEBSOCKET = 'There is no WebSocket endpoint here.';

function wantsWebSocket({ method, headers }: IncomingMessage): boolean {
	return headers.upgrade?.toLowerCase() === 'websocket' || (method !== 'GET' && method !== 'HEAD');
}

export function createLabServer(options: LabServerOptions): LabServer {
	const log = options.log ?? createLog(options.logLevel);
	const { limits } = options;
	const sockets = new OpenSockets(limits.idleSeconds);
	const connections = new ConnectionLimits(limits);
	const metrics = new Metrics({
		sessions: () => registry.counts.sessions,
		connections: () => connections.open,
		observed: () => registry.counts.connections,
		recordedBytes: () => registry.counts.recordedBytes
	});
	const count = (kind: string) => metrics.refused(kind);
	const onFault = (error: unknown) => log.error({ err: error }, 'a command failed');
	const echo = new EchoPeer(limits);
	const guarded = createGuardedEcho(limits);
	const room = limits.maxRecordingBytes;
	const onUpgradeFault = (error: unknown) => log.error({ err: error }, 'an upgrade failed');
	const onTlsOff = (error: unknown) => log.warn({ err: error }, 'raw clients have no TLS');
	const peers = { bounds: limits, echo, guarded, room, onFault: onUpgradeFault };
	const ways = options.registry ? null : new Ways({ ...peers, onTlsOff, startAfter: TLS_START });
	const registry =
		options.registry ??
		new SessionRegistry({
			limits: channelLimits(options),
			onRefusal: count,
			onFault,
			ways: ways ?? undefined,
			onRun: (role, outcome) => metrics.ran(role, outcome)
		});
	const raw = options.hasRawServer ? new RawServerPeer(registry) : null;
	const channel = new ChannelPeer({ registry });
	const gate = new HostGate(options);
	const addresses = new ClientAddresses(options.trustProxy);
	const router = new UpgradeRouter({
		gate,
		addresses,
		connections,
		sockets,
		registry,
		channel,
		echo,
		raw,
		room,
		counters: metrics,
		log
	});
	const endpoints = new HttpEndpoints({
		metrics,
		metricsToken: options.metricsToken,
		addresses,
		hasRawServer: raw !== null,
		observe,
		health: () => ({ sessions: registry.counts.sessions, connections: connections.open })
	});
	const detachments: (() => void)[] = [];

	function observe(
		request: IncomingMessage,
		response: ServerResponse,
		{ query }: RequestTarget
	): void {
		const ticket = gate.allowsOrigin(request) ? query.get('ticket') : null;
		const observation = ticket === null ? null : registry.redeem(ticket);
		if (!observation) return;
		tapOf(request.socket)?.observe(request, response, observation, room);
		response.once('close', () => observation.release());
	}

	function handle(request: IncomingMessage, response: ServerResponse, next?: () => void): void {
		const target = parseTarget(request.url);
		if (!target || !isLabPath(target.path)) {
			if (next) next();
			else answer(response, 404, 'There is nothing at this address.\n');
			return;
		}
		if (!gate.allowsHost(request)) {
			metrics.refused('host');
			return answer(response, 421, `${HOST_REFUSAL}\n`);
		}
		endpoints.handle(request, response, target);
	}

	function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
		const target = parseTarget(request.url);
		if (!target || !isLabPath(target.path)) return false;
		router.upgrade(request, socket as Socket, head, target);
		return true;
	}

	function attach(httpServer: Server): void {
		const onUpgrade = (request: IncomingMessage, socket: Socket, head: Buffer) => {
			try {
				if (upgrade(request, socket, head)) return;
				tapOf(socket)?.remove();
				if (wantsWebSocket(request)) refuseUpgrade(request, socket, 404, NO_WEBSOCKET);
				else answerAsPlain(httpServer, request, socket);
			} catch (error) {
				// Whatever a request led to, it costs its own connection and no other.
				onUpgradeFault(error);
				socket.destroy();
			}
		};
		httpServer.on('connection', attachTap);
		httpServer.on('upgrade', onUpgrade);
		detachments.push(() => {
			httpServer.off('connection', attachTap);
			httpServer.off('upgrade', onUpgrade);
		});
	}

	async function close(): Promise<void> {
		const grace = limits.shutdownSeconds * 1000;
		const end = performance.now() + grace;
		router.isClosing = true;
		// The channels go last: they still carry to their pages how the connections ended.
		await Promise.all([ways?.close(), raw?.close(), sockets.close(grace)]);
		await new Promise(setImmediate);
		await channel.close(Math.max(0, end - performance.now()));
		for (const detach of detachments.splice(0)) detach();
		metrics.close();
	}

	return { handle, upgrade, attach, close };
}
