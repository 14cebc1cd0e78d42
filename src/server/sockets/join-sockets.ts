/**
 * Makes one line of two TCP connections, as whoever forwards bytes blindly does (RFC 9110 §9.3.6):
 * what one side says the other is told, no faster than it listens; the end of each direction, and
 * a reset, goes on to the other side.
 */
import type { Socket } from 'node:net';
import { letGo } from './let-go.ts';
import { reset } from './reset.ts';

/** Both must allow half-open connections. */
export function joinSockets(left: Socket, right: Socket): void {
	endWith(left, right);
	endWith(right, left);
	left.pipe(right);
	right.pipe(left);
}

/** What has been reset is read no more: who still waits for it is told the same way. */
function endWith(socket: Socket, other: Socket): void {
	let isReset = false;
	socket.on('error', ({ code }: NodeJS.ErrnoException) => {
		isReset = code === 'ECONNRESET' || code === 'EPIPE';
	});
	const follow = (): void => {
		if (isReset) reset(other);
		else letGo(other);
	};
	if (socket.destroyed) follow();
	else socket.once('close', follow);
}
