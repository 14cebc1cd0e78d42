/** The inner listener among programs of the same machine that try to be taken for a raw client. */
import type { Buffer } from 'node:buffer';
import { once } from 'node:events';
import type Net from 'node:net';
import { connect, createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseOptions } from '#server/options.ts';
import { EchoPeer } from '#server/peers/echo.ts';
import { createGuardedEcho } from '#server/peers/guarded.ts';
import { InnerListener } from '#server/peers/inner-listener.ts';
import { InnerPeers } from '#server/peers/inner-peers.ts';
import type { Dialled } from '#server/sockets/loopback-listener.ts';
import type { Observation } from '#server/tap/recording-sink.ts';
import { eventually } from './channel-harness.ts';
import { handshake } from './support/raw-client.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Every server that was made, the listener's among them. */
const servers = vi.hoisted((): Server[] => []);
vi.mock('node:net', async (importOriginal) => {
	const net = await importOriginal<typeof Net>();
	const createServer: typeof Net.createServer = (...parts: unknown[]) => {
		const server = net.createServer(...(parts as []));
		servers.push(server);
		return server;
	};
	return { ...net, createServer };
});

const { limits } = parseOptions({});
const observation: Observation = {
	connection: 1,
	sink: { now: () => 0, append: () => undefined },
	take: () => true,
	attach: () => undefined,
	release: () => undefined
};

let inner: InnerListener;

beforeEach(async () => {
	servers.length = 0;
	const echo = new EchoPeer(limits);
	const guarded = createGuardedEcho(limits);
	const room = limits.maxRecordingBytes;
	inner = new InnerListener(
		new InnerPeers({ bounds: limits, echo, guarded, room, onFault: () => undefined })
	);
	const first = dial();
	await new Promise<void>((resolve) => first.ready.whenOpen(resolve));
	first.destroy();
	await eventually(() => inner.size === 0);
});

afterEach(() => inner.close());

/** A raw client; its socket connects by itself, or as it is told. */
function dial(how?: (socket: Socket, port: number) => void): Dialled {
	const dialled = inner.dial(observation);
	dialled.socket.on('error', () => undefined);
	if (how) {
		dialled.socket.connect = ((port: number) => {
			how(dialled.socket, port);
			return dialled.socket;
		}) as typeof dialled.socket.connect;
	}
	return dialled;
}

const never = (): void => undefined;
const from = (localPort: number) => (socket: Socket, port: number) =>
	void Reflect.apply(Socket.prototype.connect, socket, [{ port, host: '127.0.0.1', localPort }]);

/** Another program's connection from this port of another loopback address. */
async function stranger(localAddress: string, localPort: number): Promise<Socket> {
	const port = inner.port ?? 0;
	const socket = connect({ port, host: '127.0.0.1', localAddress, localPort });
	socket.on('error', () => undefined);
	await once(socket, 'connect');
	socket.resume();
	return socket;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

it('takes nobody for a client who has only guessed its port', async () => {
	const hanging = dial(never);
	const port = await freePort();
	const guesser = await stranger('127.0.0.2', port);
	let told = '';
	guesser.on('data', (bytes) => (told += bytes.toString('latin1')));
	const client = dial(from(port));
	await new Promise<void>((resolve) => client.ready.whenOpen(resolve));
	guesser.write(handshake('/ws/echo'));
	client.socket.write(handshake('/ws/echo'));
	const [answer] = (await once(client.socket, 'data')) as [Buffer];
	expect(answer.toString('latin1')).toMatch(/^HTTP\/1.1 101 /);
	await eventually(() => guesser.closed);
	expect(told).toBe('');
	client.destroy();
	hanging.destroy();
});

it('holds no connection of a stranger when its clients have arrived', async () => {
	const hanging = dial(never);
	const port = await freePort();
	const strangers = await Promise.all(
		['127.0.0.2', '127.0.0.3', '127.0.0.4'].map((address) => stranger(address, port))
	);
	for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
	hanging.destroy();
	await eventually(() => strangers.every(({ closed }) => closed) && inner.size === 0);
	expect(strangers.map(({ bytesRead }) => bytesRead)).toEqual([0, 0, 0]);
});

it('outlives a connection that could not be accepted', async () => {
	for (const code of ['ENOBUFS', 'EMFILE']) servers[0]?.emit('error', new Error(code));
	const client = dial();
	await new Promise<void>((resolve) => client.ready.whenOpen(resolve));
	expect(inner.size).toBe(1);
	client.destroy();
});
