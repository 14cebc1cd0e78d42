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
import { HOST_REFUSAL } from './http/host-gate.ts';
import { Pipeline } from './http/pipeline.ts';
import { answerAsPlain } from './http/plain-upgrade.ts';
import { answer, refuseUpgrade } from './http/refusal.ts';
import { isLabPath, parseTarget } from './http/request-target.ts';
import { LaneWatch, type FindConditions } from './network/conditions.ts';
import { attachTap, tapOf } from './tap/tap.ts';
import { wireLab, type LabServerOptions } from './wire-lab.ts';

export interface LabServer {
	/** Answers a request of the lab's paths; passes every other one to `next` (without it: 404). */
	handle(request: IncomingMessage, response: ServerResponse, next?: () => void): void;
	/** Takes an upgrade of the lab's paths; leaves the others alone and returns false. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
	/** Listens to 'connection' (for the tap, and for what lanes meet on their way) and 'upgrade'. */
	attach(httpServer: Server): void;
	/** Delay and jitter of a lane by its key, for whoever attaches a `LaneWatch` itself. */
	readonly conditionsOf: FindConditions;
	/** Questions, event streams and WebSockets of lanes that are held now. */
	held(): number;
	/** Answers what is held, closes every WebSocket with 1001 and ends the deaf ones after `shutdownSeconds`. */
	close(): Promise<void>;
}

const NO_WEBSOCKET = 'There is no WebSocket endpoint here.';

function wantsWebSocket({ method, headers }: IncomingMessage): boolean {
	return headers.upgrade?.toLowerCase() === 'websocket' || (method !== 'GET' && method !== 'HEAD');
}

export function createLabServer(options: LabServerOptions): LabServer {
	const parts = wireLab(options);
	const { gate, endpoints, router, metrics, onUpgradeFault, conditionsOf } = parts;
	const watch = new LaneWatch(conditionsOf, { areAny: parts.haveConditions });
	const pipeline = new Pipeline();
	const detachments: (() => void)[] = [];

	function handle(request: IncomingMessage, response: ServerResponse, next?: () => void): void {
		if (!pipeline.admits(request, response)) return metrics.refused('pipeline');
		const target = parseTarget(request.url);
		if (!target || !isLabPath(target.path)) {
			if (next) next();
			else answer(response, 404, 'There is nothing at this address.\n');
			return;
		}
		if (!gate.allowsHost(request, target)) {
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
		const onConnection = (socket: Socket) => {
			attachTap(socket);
			watch.attach(socket);
		};
		httpServer.on('connection', onConnection);
		httpServer.on('upgrade', onUpgrade);
		detachments.push(() => {
			httpServer.off('connection', onConnection);
			httpServer.off('upgrade', onUpgrade);
		});
	}

	async function close(): Promise<void> {
		const grace = options.limits.shutdownSeconds * 1000;
		const end = performance.now() + grace;
		router.isClosing = true;
		parts.transports.close();
		// The channels go last: they still carry to their pages how the connections ended.
		await Promise.all([
			parts.load.close(),
			parts.ways?.close(),
			parts.raw?.close(),
			parts.sockets.close(grace)
		]);
		await new Promise(setImmediate);
		await parts.channel.close(Math.max(0, end - performance.now()));
		for (const detach of detachments.splice(0)) detach();
		metrics.close();
	}

	return { handle, upgrade, attach, conditionsOf, held: () => parts.transports.held, close };
}
