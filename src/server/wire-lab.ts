/** The parts of the lab server, and which of them knows which. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOAD_PATH } from '#lib/transports/measure/load-report.ts';
import { CHAT_PATH, ChatPeer } from './chat/chat-peer.ts';
import { ClientAddresses } from './http/client-address.ts';
import { HostGate } from './http/host-gate.ts';
import { HttpEndpoints, upgradeRequired } from './http/http-endpoints.ts';
import { ConnectionLimits } from './http/limits.ts';
import { OpenSockets } from './http/open-sockets.ts';
import { healthEndpoint, metricsEndpoint } from './http/own-state.ts';
import type { RequestTarget } from './http/request-target.ts';
import { UpgradeRouter } from './http/upgrade-router.ts';
import { Game } from './game/game.ts';
import { createLog, type Logger } from './log.ts';
import { loginEndpoints } from './login/login-endpoints.ts';
import { Logins } from './login/logins.ts';
import { LoadEndpoint } from './load/load-endpoint.ts';
import { Metrics } from './metrics.ts';
import type { FindConditions } from './network/conditions.ts';
import { allowsLoad, type Options } from './options.ts';
import { EchoPeer } from './peers/echo.ts';
import { createGuardedEcho } from './peers/guarded.ts';
import { RawServerPeer } from './raw/raw-server.ts';
import { channelLimits } from './session/channel-limits.ts';
import { ChannelPeer } from './session/channel-peer.ts';
import { reachableOrigins } from './session/reachable-origins.ts';
import { SessionRegistry } from './session/session-registry.ts';
import type { StreamMakers } from './streams/stream-maker.ts';
import { tapOf } from './tap/tap.ts';
import type { Subscribers } from './transports/subscribers.ts';
import { Transports, type TransportBounds } from './transports/transports.ts';
import { Ways } from './ways/ways.ts';

export interface LabServerOptions extends Options {
	/** Where to log; by default JSON lines on standard error at `logLevel`. */
	readonly log?: Logger;
	/** Gives tickets out and redeems them; made from the limits where it is not given. */
	readonly registry?: SessionRegistry;
	/** Who may follow which stream; by default the lanes of sessions. */
	readonly subscribers?: Subscribers;
	/** What the transports hold, beside their usual bounds. */
	readonly transportBounds?: Partial<TransportBounds>;
	/** Milliseconds for which a log-in may be scanned and confirmed. */
	readonly loginLife?: number;
}

/** ms after the lab: until then the server has begun to listen. */
const TLS_START = 250;

/** Pages and their sessions, and the ways that raw clients take. */
function wireSessions(
	options: LabServerOptions,
	log: Logger,
	echo: EchoPeer,
	makers: StreamMakers,
	metrics: () => Metrics
) {
	const { limits } = options;
	const onUpgradeFault = (error: unknown) => log.error({ err: error }, 'an upgrade failed');
	const onTlsOff = (error: unknown) => log.warn({ err: error }, 'raw clients have no TLS');
	const ways = options.registry
		? null
		: new Ways({
				bounds: limits,
				echo,
				guarded: createGuardedEcho(limits),
				room: limits.maxRecordingBytes,
				onFault: onUpgradeFault,
				onTlsOff,
				startAfter: TLS_START
			});
	const registry =
		options.registry ??
		new SessionRegistry({
			limits: channelLimits(options),
			onRefusal: (kind) => metrics().refused(kind),
			onFault: (error) => log.error({ err: error }, 'a command failed'),
			ways: ways ?? undefined,
			onRun: (role, outcome) => metrics().ran(role, outcome),
			makers,
			addresses: (host) => reachableOrigins(options.host, host),
			hasLoad: allowsLoad(options)
		});
	return { ways, registry, onUpgradeFault };
}

/** Records a plain HTTP exchange for the page whose ticket it bears. */
function observerOf(gate: HostGate, registry: SessionRegistry, room: number) {
	return (request: IncomingMessage, response: ServerResponse, { query }: RequestTarget): void => {
		const ticket = gate.allowsOrigin(request) ? query.get('ticket') : null;
		const observation = ticket === null ? null : registry.redeem(ticket);
		if (!observation) return;
		tapOf(request.socket)?.observe(request, response, observation, room);
		response.once('close', () => observation.release());
	};
}

export function wireLab(options: LabServerOptions) {
	const log = options.log ?? createLog(options.logLevel);
	const { limits } = options;
	const room = limits.maxRecordingBytes;
	const sockets = new OpenSockets(limits.idleSeconds);
	const connections = new ConnectionLimits(limits);
	const echo = new EchoPeer(limits);
	const addresses = new ClientAddresses(options.trustProxy);
	const logins = new Logins({ life: options.loginLife, addresses });
	const game = new Game({ onFault: (error) => log.error({ err: error }, 'the game failed') });
	const makers = { login: logins.make, game: game.make };
	const sessions = wireSessions(options, log, echo, makers, () => metrics);
	const { registry } = sessions;
	const metrics: Metrics = new Metrics({
		sessions: () => registry.counts.sessions,
		connections: () => connections.open,
		observed: () => registry.counts.connections,
		recordedBytes: () => registry.counts.recordedBytes
	});
	const raw = options.hasRawServer ? new RawServerPeer(registry) : null;
	const channel = new ChannelPeer({ registry });
	const gate = new HostGate(options);
	const subscribers = options.subscribers ?? registry.lanes;
	const conditionsOf: FindConditions = (key) => subscribers.find(key)?.settings ?? null;
	const haveConditions = (): boolean => subscribers.haveConditions ?? true;
	const transports = new Transports({
		subscribers,
		gate,
		counters: metrics,
		sockets,
		bounds: options.transportBounds
	});
	const chat = new ChatPeer({ registry, sockets, counters: metrics, room });
	const router = new UpgradeRouter({
		gate,
		addresses,
		connections,
		sockets,
		registry,
		channel,
		echo,
		raw,
		endpoints: { ...transports.upgrades, [CHAT_PATH]: chat },
		room,
		counters: metrics,
		log
	});
	const load = new LoadEndpoint({
		isAllowed: allowsLoad(options),
		// A proxy that nobody has told us of may still say so itself.
		isAllowedTo: (request) => options.allowLoad === 'on' || addresses.isLoopback(request),
		gate,
		counters: metrics,
		onFault: (error) => log.error({ err: error }, 'a load run failed')
	});
	const { metricsToken } = options;
	const health = () => ({ sessions: registry.counts.sessions, connections: connections.open });
	const own = {
		'/healthz': healthEndpoint(health),
		'/metrics': metricsEndpoint({ metrics, metricsToken, addresses }),
		[LOAD_PATH]: load,
		'/ws/echo': upgradeRequired(metrics, observerOf(gate, registry, room)),
		[CHAT_PATH]: upgradeRequired(metrics, observerOf(gate, registry, room)),
		'/lab/channel': upgradeRequired(metrics),
		...(raw && { '/ws/raw': upgradeRequired(metrics) })
	};
	const endpoints = new HttpEndpoints(
		own,
		transports.endpoints,
		loginEndpoints({ logins, gate, counters: metrics })
	);
	const parts = { sockets, metrics, raw, channel, gate, router, endpoints, transports };
	return { ...sessions, ...parts, load, conditionsOf, haveConditions };
}
