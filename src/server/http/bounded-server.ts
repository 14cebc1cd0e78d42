/** An HTTP server with the bounds of its environment on heads, requests and silence. */
import { createServer, type Server } from 'node:http';
import type { Limits } from '../options.ts';

/** How often Node looks for heads and requests that are late, in ms. */
const CHECK_INTERVAL = 1000;
/** Nothing read or written for as long, outside a WebSocket: nobody takes the answer. In ms. */
const STALLED = 120_000;

export type HttpBounds = Pick<
	Limits,
	'maxHeaderBytes' | 'headersTimeoutSeconds' | 'requestTimeoutSeconds' | 'keepAliveSeconds'
>;

export function createBoundedServer(bounds: HttpBounds): Server {
	const { headersTimeoutSeconds, requestTimeoutSeconds } = bounds;
	const server = createServer({
		maxHeaderSize: bounds.maxHeaderBytes,
		headersTimeout: headersTimeoutSeconds * 1000,
		requestTimeout: Math.max(requestTimeoutSeconds, headersTimeoutSeconds) * 1000,
		keepAliveTimeout: bounds.keepAliveSeconds * 1000,
		connectionsCheckingInterval: CHECK_INTERVAL
	});
	server.timeout = STALLED;
	return server;
}
