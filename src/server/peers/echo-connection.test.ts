import { Buffer } from 'node:buffer';
import { expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { sendBack } from './echo-connection.ts';

const BOUNDS = { maxBufferedBytes: 1_000_000 };
const DATA = Buffer.from('Hello');

function socketWith(bufferedAmount: number) {
	const socket = {
		bufferedAmount,
		send: vi.fn(),
		pause: vi.fn(),
		resume: vi.fn(),
		close: vi.fn()
	};
	return { socket, webSocket: socket as unknown as WebSocket };
}

it('echoes at once while the reader keeps up', () => {
	const { socket, webSocket } = socketWith(0);
	sendBack(webSocket, DATA, false, BOUNDS);
	expect(socket.send).toHaveBeenCalledWith(DATA, { binary: false });
	expect(socket.pause).not.toHaveBeenCalled();
});

it('reads no more from a slow reader until what waits has left', () => {
	const { socket, webSocket } = socketWith(100_000);
	sendBack(webSocket, DATA, true, BOUNDS);
	expect(socket.pause).toHaveBeenCalled();
	socket.bufferedAmount = 0;
	socket.send.mock.calls[0]?.[2]();
	expect(socket.resume).toHaveBeenCalled();
});

it('gives up with 1013 where the echoes pile up', () => {
	const { socket, webSocket } = socketWith(1_000_001);
	sendBack(webSocket, DATA, true, BOUNDS);
	expect(socket.close).toHaveBeenCalledWith(1013, expect.any(String));
	expect(socket.send).not.toHaveBeenCalled();
});
