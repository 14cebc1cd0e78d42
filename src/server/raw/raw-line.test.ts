import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CHANNEL_LIMITS } from '../session/channel-limits.ts';
import { NO_HEAD_DUE } from './head-watch.ts';
import { Latch } from '../sockets/latch.ts';
import { RawLine } from './raw-line.ts';

let server: Server;
let socket: Socket;
let reader: Socket;

beforeEach(async () => {
	server = createServer({ pauseOnConnect: true });
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const accepted = once(server, 'connection');
	socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
	[reader] = (await accepted) as [Socket];
	reader.on('error', () => undefined);
});

afterEach(() => {
	socket.destroy();
	reader.destroy();
	server.close();
});

it.each(['fin', 'rst'] as const)(
	'is reset by a hang-up (%s) while a write waits for a reader that does not read',
	async (how) => {
		const open = new Latch();
		open.open();
		const outcomes: string[] = [];
		const line = new RawLine({
			socket,
			observation: { connection: 1, sink: { now: () => 0, append: () => undefined } },
			role: 'server',
			limits: CHANNEL_LIMITS,
			ready: open,
			heads: NO_HEAD_DUE,
			onRun: (_role, outcome) => outcomes.push(outcome)
		});
		const bytes = new Uint8Array(2 ** 20);
		line.run({ steps: [{ kind: 'write', bytes, unit: 'whole', times: 100 }], gap: 0 });
		await vi.waitUntil(() => socket.writableNeedDrain);
		expect(() => line.hangUp(how)).not.toThrow();
		expect(socket.destroyed).toBe(true);
		expect(outcomes).toEqual(['cancelled']);
		expect(() => line.hangUp(how)).toThrow('not-open');
	}
);
