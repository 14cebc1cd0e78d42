/**
 * Resets a connection (RFC 9293 §3.10.5). Node cannot while its own FIN is on the way, which is a
 * turn of the event loop: it says EINVAL, 'close' never comes, and the descriptor is lost.
 */
import type { Socket } from 'node:net';

/** At once, or where the socket's own end is on the way as soon as that has gone out. */
export function reset(socket: Socket): void {
	if (isEnding(socket)) {
		socket.once('finish', () => {
			if (!socket.destroyed) socket.resetAndDestroy();
		});
	} else socket.resetAndDestroy();
}

/** Ended, and nothing waits before its FIN any more. */
function isEnding({ writableEnded, writableLength, writableFinished }: Socket): boolean {
	return writableEnded && writableLength === 0 && !writableFinished;
}
