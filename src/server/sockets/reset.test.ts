import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reset } from './reset.ts';

let server: Server;
let client: Socket;
let accepted: Socket;

beforeEach(async () => {
	server = createServer({ allowHalfOpen: true, pauseOnConnect: true });
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	client = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
	[[accepted]] = await Promise.all([once(server, 'connection'), once(client, 'connect')]);
	accepted.on('error', () => undefined);
});

afterEach(() => {
	accepted.destroy();
	server.close();
});

/** How often it closes, a turn after the first time. */
async function closesOf(socket: Socket): Promise<number> {
	let count = 0;
	socket.on('error', () => undefined);
	await new Promise<void>((resolve) => {
		socket.on('close', () => {
			count++;
			resolve();
		});
	});
	await new Promise(setImmediate);
	return count;
}

it.each<[string, () => void | Promise<void>]>([
	['that is open', () => undefined],
	['that has just been ended', () => void client.end()],
	[
		'that was ended a moment ago',
		() => {
			client.end();
			return Promise.resolve();
		}
	],
	[
		'whose end has arrived',
		async () => {
			client.end();
			accepted.resume();
			await once(accepted, 'end');
		}
	],
	['with much that waits to be written', () => void client.write(Buffer.alloc(2 ** 24))]
])('a socket %s closes, once', async (_name, prepare) => {
	await prepare();
	const closes = closesOf(client);
	reset(client);
	expect(await closes).toBe(1);
	expect(client.destroyed).toBe(true);
});

it.each([false, true])('the other side is told with RST (ended before: %j)', async (isEnded) => {
	const told = new Promise((resolve) => accepted.once('error', resolve));
	accepted.write(Buffer.alloc(2 ** 24));
	accepted.resume();
	if (isEnded) client.end();
	reset(client);
	expect(await told).toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) });
});
