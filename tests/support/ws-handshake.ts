/** A plain `ws` server on a free loopback port, and handshakes written to it by hand. */
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { WebSocketServer, type ServerOptions } from 'ws';
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { parseHttpHead, type ResponseHead } from '#lib/protocol/http/http-head.ts';

export interface PlainServer {
	/** The head that answers a legal handshake with these lines added to it. */
	ask(...lines: readonly string[]): Promise<ResponseHead>;
	close(): Promise<void>;
}

export async function startPlainServer(options: ServerOptions = {}): Promise<PlainServer> {
	const server = new WebSocketServer({ ...options, host: '127.0.0.1', port: 0 });
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		ask: (...lines) => ask(port, lines),
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

async function ask(port: number, lines: readonly string[]): Promise<ResponseHead> {
	const socket = connect(port, '127.0.0.1');
	const request = encodeRequest({
		target: '/',
		host: `127.0.0.1:${port}`,
		key: 'dGhlIHNhbXBsZSBub25jZQ=='
	});
	const added = latin1Bytes(lines.map((line) => `${line}\r\n`).join(''));
	socket.write(Buffer.concat([request.subarray(0, -2), added, latin1Bytes('\r\n')]));
	let received = Buffer.alloc(0);
	for await (const chunk of socket) {
		received = Buffer.concat([received, chunk as Buffer]);
		const result = parseHttpHead(Uint8Array.from(received), { kind: 'response' });
		if (result.kind !== 'incomplete') {
			socket.destroy();
			return result.head as ResponseHead;
		}
	}
	throw new Error('the connection ended before the head did');
}
