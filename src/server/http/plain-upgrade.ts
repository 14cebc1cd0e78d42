/**
 * Answers a request whose offer of an upgrade nobody takes (`Upgrade: h2c`) as a plain one, as
 * RFC 9110 §7.8 allows: Node has given its socket away and would never answer, nor say when there is
 * room for more of an answer.
 */
import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';

export function answerAsPlain(server: Server, request: IncomingMessage, socket: Socket): void {
	socket.on('error', () => socket.destroy());
	const response = new ServerResponse(request);
	response.shouldKeepAlive = false;
	response.assignSocket(socket);
	response.once('finish', () => {
		response.detachSocket(socket);
		socket.end();
	});
	// Its own timeout went with the parser.
	socket.setTimeout(server.timeout, () => socket.destroy());
	socket.on('drain', () => {
		if (response.writableNeedDrain) response.emit('drain');
	});
	socket.resume();
	server.emit('request', request, response);
}
