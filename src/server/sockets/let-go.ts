/** Ends sockets of which nobody is sure that their other side listens. */
import type { Socket } from 'node:net';

/** How long a slow reader, or one who does not end its own side, may take, in ms. */
const LINGER = 1000;

/** Closes a socket once it has written what it has, and cuts it off if that takes long. */
export function letGo(socket: Socket): void {
	if (socket.destroyed) return;
	cutOffLater(socket);
	socket.destroySoon();
}

/** Ends this side, waits for the other one to end its own, and cuts the line if that takes long. */
export function hangUp(socket: Socket): void {
	if (socket.destroyed) return;
	cutOffLater(socket);
	socket.end();
}

function cutOffLater(socket: Socket): void {
	const timer = setTimeout(() => socket.destroy(), LINGER).unref();
	socket.once('close', () => clearTimeout(timer));
}
