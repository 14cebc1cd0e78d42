/** The HTTP server of production: the lab first, then the pages; bounds for all, headers for pages. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { AddressSockets } from './address-sockets.ts';
import { createBoundedServer } from './bounded-server.ts';
import { ClientAddresses } from './client-address.ts';
import { HOST_REFUSAL, HostGate } from './host-gate.ts';
import type { LabServer } from '../lab-server.ts';
import type { Options } from '../options.ts';
import { PipedFiles } from './piped-files.ts';
import { answer, SECURITY_HEADERS } from './refusal.ts';

export type PageHandler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => unknown;

/** TCP connections beyond the bound of WebSockets, so that pages still load when it is reached. */
export const SPARE_CONNECTIONS = 1024;

/** @param onFault told of what the handler of the pages threw */
export function createPageServer(
	options: Options,
	lab: LabServer,
	pages: PageHandler,
	onFault: (error: unknown) => void = () => undefined
): Server {
	const { limits } = options;
	const gate = new HostGate(options);
	const proxies = new ClientAddresses(options.trustProxy);
	const files = new PipedFiles();
	const server = createBoundedServer(limits);
	server.maxConnections = limits.maxConnections + SPARE_CONNECTIONS;
	const perAddress = limits.maxConnectionsPerAddress + SPARE_CONNECTIONS;
	const sockets = new AddressSockets(perAddress, proxies);
	server.on('connection', (socket) => sockets.admit(socket));
	server.on('request', (request, response) => {
		lab.handle(request, response, () => {
			for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
			response.on('pipe', (file: Readable) => files.add(file, response));
			if (!gate.allowsHost(request)) {
				return answer(response, 421, `${HOST_REFUSAL}\n`);
			}
			setProtocol(request, proxies.isFromProxy(request));
			// A server may ignore it (RFC 9110 §14.2); sirv throws at `bytes=9-1`.
			delete request.headers.range;
			const next = () => answer(response, 404, 'There is nothing at this address.\n');
			void guard(() => pages(request, response, next), response, onFault);
		});
	});
	return server;
}

/** Whatever a request makes the pages throw, it ends that request and not the process. */
async function guard(
	run: () => unknown,
	response: ServerResponse,
	onFault: (error: unknown) => void
): Promise<void> {
	try {
		await run();
	} catch (error) {
		onFault(error);
		if (response.headersSent) response.destroy();
		else answer(response, 500, 'The server failed to answer this request.\n');
	}
}

/** Only a configured proxy may say that its client came over TLS. */
function setProtocol(request: IncomingMessage, isFromProxy: boolean): void {
	const { headers } = request;
	const isSecure = isFromProxy && headers['x-forwarded-proto'] === 'https';
	headers['x-forwarded-proto'] = isSecure ? 'https' : 'http';
}
