/**
 * A forward proxy that is asked for a tunnel (CONNECT, RFC 9110 §9.3.6). Which authorities it knows
 * is fixed, and behind each of them are our own peers: nothing else is ever dialled.
 */
import type { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answer, refuseUpgrade } from '../../http/refusal.ts';
import { joinSockets } from '../../sockets/join-sockets.ts';
import type { Passage } from './passage.ts';

/** The one that every page may ask for. */
export const TUNNEL_AUTHORITY = 'echo.wire101.test:80';

const TUNNELS_ONLY = 'This proxy opens tunnels only (CONNECT, RFC 9110 §9.3.6).';
const UNKNOWN = `This proxy opens a tunnel to ${TUNNEL_AUTHORITY} and to the host and port of its page only.`;
const NO_SERVER = 'The proxy could not reach the server (RFC 9110 §15.6.3).';

/** Whatever is no CONNECT. */
export function refuseOthers(_request: IncomingMessage, response: ServerResponse): void {
	answer(response, 405, `${TUNNELS_ONLY}\n`, { Allow: 'CONNECT' });
}

export function refuseUpgrades(request: IncomingMessage, socket: Socket): void {
	refuseUpgrade(request, socket, 405, TUNNELS_ONLY, { Allow: 'CONNECT' });
}

export function openTunnel(
	request: IncomingMessage,
	socket: Socket,
	head: Buffer,
	passage: Passage
): void {
	if (!isKnown(request.url ?? '', passage.host))
		return refuseUpgrade(request, socket, 403, UNKNOWN);
	// Answers to earlier requests come first (RFC 9112 §9.3.2).
	passage.whenQuiet(() => {
		if (socket.destroyed) return;
		const behind = passage.dial();
		const server = behind.socket;
		const fail = (): void => {
			if (!socket.destroyed) refuseUpgrade(request, socket, 502, NO_SERVER);
		};
		server.once('close', fail);
		behind.ready.whenOpen(() => {
			server.off('close', fail);
			passage.becomeTunnel();
			// A 2xx has neither Content-Length nor Transfer-Encoding: the tunnel begins behind it.
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			if (head.length > 0) server.write(head);
			joinSockets(socket, server);
		});
	});
}

/** @param host of the page, which names no port where that is the scheme's own */
function isKnown(authority: string, host: string): boolean {
	const asked = authority.toLowerCase();
	if (asked === TUNNEL_AUTHORITY) return true;
	if (host === '') return false;
	const own = host.toLowerCase();
	return /:\d+$/.test(own) ? asked === own : asked === `${own}:80` || asked === `${own}:443`;
}
