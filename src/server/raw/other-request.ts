/**
 * A hand-written response ends one request, that of the page's own WebSocket. An intermediary that
 * took it for an ordinary one would send the next request, perhaps of somebody else, over the same
 * connection (RFC 9112 §9.3): nothing that a student wrote may be read as the answer to it.
 */
import type { Socket } from 'node:net';
import { reset } from '../sockets/reset.ts';

/** The mask bit of a client's frame (RFC 6455 §5.2): no character of a request line has it. */
const MASK = 0x80;

/** Resets the connection when anything but a client's frames comes, or comes before an answer. */
export function resetOnRequest(socket: Socket): void {
	const before = socket.bytesWritten;
	let count = 0;
	const look = (chunk: Uint8Array): void => {
		const second = chunk[1 - count];
		count += chunk.length;
		const isAnswered = socket.bytesWritten > before;
		const isFrame = second === undefined || (second & MASK) !== 0;
		if (!isAnswered || !isFrame) reset(socket);
		else if (count > 1) socket.off('data', look);
	};
	socket.on('data', look);
}

/**
 * Whether the handshake is all that the connection has carried and is about to: a browser opens one
 * of its own for each WebSocket, and sends nothing more before the answer.
 *
 * @param behind what has come behind the handshake already
 */
export function isAlone(socket: Socket, behind: Uint8Array): boolean {
	return socket.bytesWritten === 0 && behind.length === 0;
}
