/** A TCP relay between browser and server whose lab channels can be cut, as a bad network does. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const CHANNEL = 'GET /lab/channel';

export interface Relay {
	readonly origin: string;
	/** Cuts all lab channels and lets no other through. */
	cut(): void;
	/** Lets lab channels through again. */
	mend(): void;
	stop(): Promise<void>;
}

/** @param target origin of the server */
export async function startRelay(target: string): Promise<Relay> {
	const { hostname, port } = new URL(target);
	const sockets = new Set<Socket>();
	const channels = new Set<Socket>();
	let isCut = false;
	const server = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		const end = () => [client, upstream].forEach((socket) => socket.destroy());
		client.on('data', (chunk) => {
			if (chunk.includes(CHANNEL)) channels.add(client);
			if (isCut && channels.has(client)) end();
			else upstream.write(chunk);
		});
		upstream.pipe(client);
		client.on('end', () => upstream.end());
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on('error', end);
			socket.on('close', () => sockets.delete(socket));
		}
		client.on('close', end);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		cut() {
			isCut = true;
			for (const channel of channels) channel.destroy();
			channels.clear();
		},
		mend() {
			isCut = false;
		},
		async stop() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
