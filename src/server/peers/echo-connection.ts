/**
 * Echoes what one connection sends. A reader that is slower than it sends is read more slowly
 * (back-pressure); a message inflated to many times its size could still pile up, hence a bound.
 */
import type { RawData, WebSocket } from 'ws';

export interface EchoBounds {
	/** Bytes that may wait for one reader; over it the connection is closed with 1013. */
	readonly maxBufferedBytes: number;
}

/** Waiting bytes from which on nothing more is read until they are handed to the kernel. */
const HIGH_WATER = 64 * 1024;

export function echo(webSocket: WebSocket, bounds: EchoBounds, onClose: () => void): void {
	webSocket.on('error', ignore);
	webSocket.on('close', onClose);
	webSocket.on('message', (data, isBinary) => sendBack(webSocket, data, isBinary, bounds));
}

export function sendBack(
	webSocket: WebSocket,
	data: RawData,
	isBinary: boolean,
	{ maxBufferedBytes }: EchoBounds
): void {
	const waiting = webSocket.bufferedAmount;
	if (waiting < HIGH_WATER) return webSocket.send(data, { binary: isBinary });
	if (waiting > maxBufferedBytes) return giveUp(webSocket);
	webSocket.pause();
	webSocket.send(data, { binary: isBinary }, () => {
		if (webSocket.bufferedAmount < HIGH_WATER) webSocket.resume();
	});
}

function giveUp(webSocket: WebSocket): void {
	webSocket.close(1013, 'the echoes pile up');
	webSocket.resume();
}

/** `ws` has answered with a close frame by itself; 'close' follows. */
function ignore(): void {
	// An 'error' event without a listener would end the process.
}
