/**
 * A reverse proxy's part in one exchange (RFC 9110 §3.7): the request goes on to the server, its
 * answer comes back, each without what was meant for one hop only.
 */
import type { Buffer } from 'node:buffer';
import { ServerResponse, STATUS_CODES, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { answer } from '../../http/refusal.ts';
import { joinSockets } from '../../sockets/join-sockets.ts';
import { hangUp } from '../../sockets/let-go.ts';
import { hasBody } from '../../raw/raw-request.ts';
import { requestHeaders, responseHeaders, upgradeHeaders } from './forwarded-headers.ts';
import type { Passage } from './passage.ts';

const NO_ANSWER = 'The proxy got no answer from the server (RFC 9110 §15.6.3).\n';
const NO_BODY = 'This proxy forwards no body of a request to upgrade.\n';

/** What a proxy does with headers of the hop: nothing, or take part in upgrades. */
export interface Forwarding {
	readonly passage: Passage;
	readonly passesUpgrade: boolean;
}

/** Forwards a request that is none to upgrade, when those before it have been answered. */
export function forward(
	request: IncomingMessage,
	response: ServerResponse,
	forwarding: Forwarding
): void {
	forwarding.passage.whenQuiet(() => {
		if (!response.destroyed) exchange(request, response, forwarding);
	});
}

function exchange(
	request: IncomingMessage,
	response: ServerResponse,
	forwarding: Forwarding
): void {
	const { passage } = forwarding;
	response.once('close', passage.hold());
	const outgoing = send(request, requestHeaders(request), passage);
	outgoing.on('response', (incoming) => relay(incoming, response, forwarding));
	outgoing.on('error', () => fail(response));
	response.once('close', () => outgoing.destroy());
	request.pipe(outgoing);
}

/** Forwards a request to upgrade, and what comes after the server's 101. */
export function forwardUpgrade(
	request: IncomingMessage,
	socket: Socket,
	head: Buffer,
	forwarding: Forwarding
): void {
	const { passage } = forwarding;
	// Answers to earlier requests come first (RFC 9112 §9.3.2).
	passage.whenQuiet(() => {
		if (socket.destroyed) return;
		const leave = passage.hold();
		socket.once('close', leave);
		const headers = [...requestHeaders(request), ...upgradeHeaders(request)];
		const outgoing = send(request, headers, passage);
		outgoing.on('upgrade', (incoming, server, rest) => {
			passage.becomeTunnel();
			writeHead(socket, incoming, rest);
			if (head.length > 0) server.write(head);
			joinSockets(socket, server as Socket);
			leave();
		});
		const refusal = (): ServerResponse => closingWith(responseOn(socket, request), socket);
		outgoing.on('response', (incoming) => relay(incoming, refusal(), forwarding));
		outgoing.on('error', () => fail(refusal()));
		socket.once('close', () => outgoing.destroy());
		outgoing.end();
	});
}

/**
 * Forwards a request to upgrade as any other one. Without a listener to 'upgrade' Node does this
 * too, but loses what came with the request. With that listener it reads no body of it: what stands
 * there would be taken for the next request here and for the body behind (RFC 9112 §11.2).
 */
export function forwardAsPlain(
	request: IncomingMessage,
	socket: Socket,
	head: Buffer,
	passage: Passage,
	readOn: () => void
): void {
	passage.whenQuiet(() => {
		if (socket.destroyed) return;
		const response = responseOn(socket, request);
		if (hasBody(request)) return answer(closingWith(response, socket), 400, NO_BODY);
		response.once('finish', () => {
			if (!response.shouldKeepAlive) return hangUp(socket);
			if (head.length > 0) socket.unshift(head);
			readOn();
		});
		forward(request, response, { passage, passesUpgrade: false });
	});
}

function send(
	{ method, url }: IncomingMessage,
	headers: string[],
	passage: Passage
): ClientRequest {
	return passage.request({ method, path: url ?? '/', headers });
}

function relay(
	incoming: IncomingMessage,
	response: ServerResponse,
	{ passesUpgrade }: Forwarding
): void {
	if (response.destroyed) return void incoming.destroy();
	const headers = responseHeaders(incoming);
	if (passesUpgrade) headers.push(...upgradeHeaders(incoming));
	// What ends with the connection to the server ends the client's too.
	if (incoming.headers.connection?.toLowerCase().includes('close')) {
		response.shouldKeepAlive = false;
	}
	response.sendDate = false;
	const { statusCode = 502, statusMessage = '' } = incoming;
	response.writeHead(statusCode, statusMessage, headers);
	incoming.on('error', () => response.destroy());
	incoming.pipe(response);
}

function writeHead(socket: Socket, incoming: IncomingMessage, rest: Buffer): void {
	const { statusCode = 101, statusMessage } = incoming;
	const headers = [...responseHeaders(incoming), ...upgradeHeaders(incoming)];
	let head = `HTTP/1.1 ${statusCode} ${statusMessage ?? STATUS_CODES[statusCode]}\r\n`;
	for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
	socket.cork();
	socket.write(`${head}\r\n`, 'latin1');
	if (rest.length > 0) socket.write(rest);
	socket.uncork();
}

/** Node has given the socket of a request to upgrade away: this answers it all the same. */
function responseOn(socket: Socket, request: IncomingMessage): ServerResponse {
	const response = new ServerResponse(request);
	if (socket.destroyed) return response;
	response.assignSocket(socket);
	response.once('finish', () => {
		response.detachSocket(socket);
		response.emit('close');
	});
	return response;
}

function closingWith(response: ServerResponse, socket: Socket): ServerResponse {
	response.shouldKeepAlive = false;
	response.once('finish', () => hangUp(socket));
	// What the client still sends would make an RST of the answer.
	socket.resume();
	return response;
}

function fail(response: ServerResponse): void {
	if (response.destroyed || response.socket === null) return;
	if (response.headersSent) return void response.destroy();
	response.shouldKeepAlive = false;
	answer(response, 502, NO_ANSWER);
}
