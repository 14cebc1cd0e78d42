/** When nobody waits for a response any more. */
import type { ServerResponse } from 'node:http';

/**
 * Calls `listener` when the response has been handed over, or its connection has ended. Of that the
 * response itself says nothing while others before it have the socket, so it is asked instead; then
 * `listener` may be called twice.
 */
export function onGone(response: ServerResponse, listener: () => void): void {
	// It closes once; `once` would make two objects more for every question that is held.
	response.on('close', listener);
	if (response.socket !== null) return;
	const { socket } = response.req;
	socket.once('close', listener);
	response.once('socket', () => socket.off('close', listener));
}
