/** The client's end of a TLS connection (RFC 8446) that trusts one certificate and one name. */
import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { reset } from '../../sockets/reset.ts';

/** What is spoken inside (RFC 7301). */
export const ALPN = ['http/1.1'];
export const LEAST_VERSION = 'TLSv1.2';

/** @param socket has its handle, connected or not, and allows half-open connections */
export function connectTls(socket: Socket, cert: string, name: string): TLSSocket {
	const client = connect({
		socket,
		ca: cert,
		servername: name,
		ALPNProtocols: ALPN,
		minVersion: LEAST_VERSION,
		// The default, which an environment variable could change.
		rejectUnauthorized: true
	});
	client.on('error', () => undefined);
	endAtOnce(client);
	// Node resets TCP sockets only: the one below takes this one with it.
	client.resetAndDestroy = () => {
		reset(socket);
		return client.destroy();
	};
	return client;
}

/** Ended before TLS stands, a socket would wait for the end of a handshake that it has cut. */
function endAtOnce(client: TLSSocket): void {
	const { _final } = client;
	client._final = (callback) => {
		client.destroy();
		callback();
	};
	client.once('secureConnect', () => (client._final = _final));
}
