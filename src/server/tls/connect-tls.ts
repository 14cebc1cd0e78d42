/** The client's end of a TLS connection (RFC 8446) that trusts one certificate and one name. */
import type { Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';

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
	// Ended before TLS stands, it would wait for a handshake that cannot come.
	const giveUp = (): void => void client.destroy();
	client.once('finish', giveUp);
	client.once('secureConnect', () => client.off('finish', giveUp));
	// Node resets TCP sockets only: the one below takes this one with it.
	client.resetAndDestroy = () => {
		socket.resetAndDestroy();
		return client.destroy();
	};
	return client;
}
