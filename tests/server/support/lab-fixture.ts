/** A lab server, and a bare `ws` one to compare it with, on free loopback ports. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocketServer, type ServerOptions } from 'ws';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import type { LabServerOptions } from '#server/wire-lab.ts';
import { parseOptions, type Limits, type Options } from '#server/options.ts';
import { createPageServer } from '#server/http/page-server.ts';
import { MemoryRegistry, type TestRecording } from './memory-registry.ts';

export interface LabFixture {
	readonly port: number;
	readonly lab: LabServer;
	readonly server: Server;
	/** A recording that waits for its connection under a fresh ticket. */
	expect(): TestRecording;
	close(): Promise<void>;
}

export type LabSettings = Partial<Omit<Options, 'limits'>> &
	Pick<LabServerOptions, 'subscribers' | 'transportBounds'> & { readonly limits?: Partial<Limits> };

/** Ends quickly: a test's clients are often deaf. */
const LIMITS: Partial<Limits> = { shutdownSeconds: 0 };

export async function startLab(settings: LabSettings = {}): Promise<LabFixture> {
	const defaults = parseOptions({});
	const limits = { ...defaults.limits, ...LIMITS, ...settings.limits };
	const options = { ...defaults, ...settings, limits };
	const registry = new MemoryRegistry();
	const lab = createLabServer({ ...options, registry, log: pino({ level: 'silent' }) });
	const server = createPageServer(options, lab, servePage);
	lab.attach(server);
	await listen(server);
	return {
		port: portOf(server),
		lab,
		server,
		expect: () => registry.expect(),
		async close() {
			await lab.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** Stands for the pages: answers with the request's target and the length of its body. */
function servePage(request: IncomingMessage, response: ServerResponse): void {
	let length = 0;
	request.on('data', (bytes: Uint8Array) => (length += bytes.length));
	request.on('end', () => response.end(`page ${request.url} ${length}`));
}

export interface BareFixture {
	readonly port: number;
	/** Codes of the 'error' events of its WebSockets. */
	readonly errors: string[];
	close(): Promise<void>;
}

/** What `ws` does by itself in `noServer` mode with an echo of three lines. */
export async function startBare(options: ServerOptions): Promise<BareFixture> {
	const errors: string[] = [];
	const webSockets = new WebSocketServer({ noServer: true, ...options });
	const server = createServer((_request, response) => response.writeHead(404).end());
	server.on('upgrade', (request, socket, head) => {
		webSockets.handleUpgrade(request, socket, head, (webSocket) => {
			webSocket.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code ?? ''));
			webSocket.on('message', (data, isBinary) => webSocket.send(data, { binary: isBinary }));
		});
	});
	await listen(server);
	return {
		port: portOf(server),
		errors,
		async close() {
			for (const webSocket of webSockets.clients) webSocket.terminate();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

function listen(server: Server): Promise<void> {
	return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}
