/** Ends sockets of which nobody is sure that their other side listens. */
import type { Socket } from 'node:net';

/** How long what has been written may wait for a slow reader, in ms. */
const LINGER = 1000;

/** Ends a socket once it has written what it has, and cuts it off if that takes long. */
export function letGo(socket: Socket): void {
	if (socket.destroyed) return;
	const timer = setTimeout(() => socket.destroy(), LINGER).unref();
	socket.once('close', () => clearTimeout(timer));
	socket.destroySoon();
}
