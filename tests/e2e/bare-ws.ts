/** A bare `ws` server, driven directly: hand-written bytes in, its own bytes out. */
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

export interface BareWs {
	/** All that comes back until the connection ends or the protocol is switched, that head included. */
	ask(bytes: Uint8Array): Promise<string>;
	stop(): Promise<void>;
}

export async function startBareWs(): Promise<BareWs> {
	const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: true });
	server.on('connection', (webSocket) => webSocket.on('error', () => undefined));
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		async ask(bytes) {
			const socket = connect(port, '127.0.0.1');
			socket.write(bytes);
			let text = '';
			for await (const chunk of socket) {
				text += (chunk as Buffer).toString('latin1');
				const switched = /^HTTP\/1\.1 101.*?\r\n\r\n/s.exec(text);
				if (switched) return switched[0];
			}
			return text;
		},
		async stop() {
			for (const webSocket of server.clients) webSocket.terminate();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
