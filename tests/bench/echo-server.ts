/**
 * Bench child: one HTTP server whose `/ws/echo` is bare `ws`, or the lab's with or without a
 * recording. Told by IPC; says its port, and its heap when asked.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { WebSocketServer } from 'ws';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import { createLabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import type { Observation, RecordingSink } from '#server/tap/recording-sink.ts';
import { SessionRegistry } from '#server/session/session-registry.ts';

/** Events wait some milliseconds for their page: what 1,000 idle connections make is all held. */
const HELD_EVENTS = 8192;
const HELD_BYTES = 8 * 2 ** 20;

/** Takes events as a session does, without the session's own work on them. */
class RecordingRegistry extends SessionRegistry {
	#events: RecordingEvent[] = [];
	#bytes = 0;
	#connections = 0;

	readonly #sink: RecordingSink = {
		append: (event) => {
			if (event.kind === 'data') this.#bytes += event.bytes.length;
			if (this.#bytes > HELD_BYTES || this.#events.length >= HELD_EVENTS) {
				this.#bytes = 0;
				this.#events = [];
			}
			this.#events.push(event);
		},
		now: () => Math.floor(performance.now() * 1000)
	};

	/** One session owns all connections, as a page that opens many. */
	override redeem(): Observation {
		const connection = ++this.#connections;
		return { connection, sink: this.#sink, take: yes, attach: nothing, release: nothing };
	}
}

function yes(): boolean {
	return true;
}

function nothing(): void {
	// The bench gives no commands.
}

function bareServer(): Server {
	const webSockets = new WebSocketServer({ noServer: true, maxPayload: 2 ** 20 });
	const server = createServer((_request, response) => response.end());
	server.on('upgrade', (request, socket, head) => {
		webSockets.handleUpgrade(request, socket, head, (webSocket) => {
			webSocket.on('error', () => undefined);
			webSocket.on('message', (data, isBinary) => webSocket.send(data, { binary: isBinary }));
		});
	});
	return server;
}

function labServer(): Server {
	const options = parseOptions({});
	const limits = { ...options.limits, maxRecordingBytes: Number.MAX_SAFE_INTEGER };
	const log = pino({ level: 'silent' });
	const lab = createLabServer({
		...options,
		limits,
		log,
		registry: new RecordingRegistry()
	});
	const server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	return server;
}

export function serveEcho(variant: string): void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const server = variant === 'bare' ? bareServer() : labServer();
	server.listen(0, '127.0.0.1', () => {
		process.send?.({ port: (server.address() as AddressInfo).port });
	});
	process.on('message', () => {
		for (let round = 0; round < 4; round++) collect();
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		process.send?.({ bytes: heapUsed + arrayBuffers });
	});
}
