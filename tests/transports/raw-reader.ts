/** Clients by hand: one that reads nothing, and a request with headers of one's choice. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Transport } from '#lib/transports/transport.ts';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';

const UPGRADE = {
	connection: 'Upgrade',
	upgrade: 'websocket',
	'sec-websocket-version': '13',
	'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ=='
};

/** Of Engine.IO 4 and Socket.IO 5. */
const ENGINE_IO = { EIO: '4', transport: 'polling' };

/** Status of the answer to one request at the transport's address. */
export async function statusOf(
	transport: Transport,
	port: number,
	query: Readonly<Record<string, string>>,
	headers: Readonly<Record<string, string>> = {}
): Promise<number | undefined> {
	const search = new URLSearchParams({ ...(transport === 'socket-io' && ENGINE_IO), ...query });
	const request = get({
		port,
		host: '127.0.0.1',
		agent: false,
		path: `${TRANSPORT_PATHS[transport]}?${search.toString()}`,
		headers: { ...(transport === 'websocket' && UPGRADE), ...headers }
	});
	const answer = await Promise.race([once(request, 'response'), once(request, 'upgrade')]);
	request.on('error', () => undefined);
	request.destroy();
	return (answer[0] as IncomingMessage).statusCode;
}

/** Follows a lane from its beginning and never reads an event; returns what ends it. */
export async function openDeafReader(
	transport: Transport,
	port: number,
	lane: string
): Promise<() => void> {
	const query = new URLSearchParams({ lane, after: '0' }).toString();
	const address = `127.0.0.1:${port}${TRANSPORT_PATHS[transport]}?${query}`;
	if (transport === 'websocket') {
		const socket = new WebSocket(`ws://${address}`);
		socket.on('error', () => undefined);
		await once(socket, 'open');
		socket.pause();
		return () => socket.terminate();
	}
	if (transport === 'socket-io') return openDeafSocketIo(address);
	const request = get(`http://${address}`, { agent: false });
	request.on('error', () => undefined);
	// Held questions have no answer yet: who waits for one has it nowhere to wait.
	request.on('response', (response) => response.on('error', () => undefined).pause());
	await once(request, 'finish');
	return () => request.destroy();
}

async function openDeafSocketIo(address: string): Promise<() => void> {
	const socket = new WebSocket(`ws://${address}&EIO=4&transport=websocket`);
	socket.on('error', () => undefined);
	await once(socket, 'message');
	socket.send('40{"after":0}');
	await once(socket, 'message');
	socket.pause();
	return () => socket.terminate();
}
