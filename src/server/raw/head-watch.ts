/** Notices the end of an HTTP head (RFC 9112 §2.1) in what a socket reads, however it is cut. */
import type { Socket } from 'node:net';
import type { Latch } from './latch.ts';

const HEAD_END = [13, 10, 13, 10];

/** Opens the latch when the first head has been read whole. */
export function watchHead(socket: Socket, head: Latch): void {
	let matched = 0;
	const look = (chunk: Uint8Array): void => {
		for (const byte of chunk) {
			if (byte === HEAD_END[matched]) matched++;
			else matched = byte === HEAD_END[0] ? 1 : 0;
			if (matched < HEAD_END.length) continue;
			socket.off('data', look);
			return head.open();
		}
	};
	socket.on('data', look);
}
