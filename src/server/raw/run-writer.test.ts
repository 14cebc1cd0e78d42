import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunStep } from '#lib/runs/run-script.ts';
import { Latch } from '../sockets/latch.ts';
import { RunWriter } from './run-writer.ts';

let server: Server;
let socket: Socket;
let reader: Socket;

beforeEach(async () => {
	server = createServer({ pauseOnConnect: true });
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const accepted = once(server, 'connection');
	socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
	socket.on('error', () => undefined);
	[reader] = (await accepted) as [Socket];
	reader.on('error', () => undefined);
});

afterEach(() => {
	socket.destroy();
	reader.destroy();
	server.close();
});

const MIB = 2 ** 20;
const write = (size: number, times: number): RunStep => ({
	kind: 'write',
	bytes: new Uint8Array(size),
	unit: 'whole',
	times
});

function start(steps: readonly RunStep[], isReady = true) {
	const ready = new Latch();
	if (isReady) ready.open();
	const ends: { outcome: string; bytes: number }[] = [];
	const writer = new RunWriter({
		socket,
		ready,
		heads: { whenNext: () => () => undefined },
		limits: { runs: { maxBytes: Infinity, maxWrites: Infinity, maxSeconds: 60 }, headWait: 5000 },
		onEnd: (outcome, bytes) => ends.push({ outcome, bytes })
	});
	return { writer, ready, ends, done: writer.carryOut({ steps, gap: 0 }) };
}

describe('a run', () => {
	it('keeps no more than one write waiting for a reader that does not read', async () => {
		const { ends } = start([write(MIB, 100)]);
		await vi.waitUntil(() => socket.writableNeedDrain);
		await new Promise(setImmediate);
		expect(socket.writableLength).toBeLessThanOrEqual(MIB);
		expect(ends).toEqual([]);
	});

	it('sends nothing of what waits once it is cancelled', async () => {
		const { writer, ends, done } = start([write(MIB, 100)]);
		let before = -1;
		await vi.waitUntil(() => {
			const isStuck = socket.writableLength > 0 && before === socket.bytesWritten;
			before = socket.bytesWritten;
			return isStuck;
		});
		writer.stop('cancelled');
		await done;
		expect(socket.destroyed).toBe(true);
		expect(ends).toHaveLength(1);
		expect(ends[0]?.outcome).toBe('cancelled');
		expect((ends[0]?.bytes ?? 0) % MIB).toBe(0);
	});

	it('leaves the connection open where it is cancelled between two writes', async () => {
		const { writer, ends, done } = start([write(3, 1), { kind: 'pause', ms: 10_000 }, write(3, 1)]);
		await vi.waitUntil(() => socket.bytesWritten === 3 && socket.writableLength === 0);
		await new Promise(setImmediate);
		writer.stop('cancelled');
		await done;
		expect(socket.destroyed).toBe(false);
		expect(ends).toEqual([{ outcome: 'cancelled', bytes: 3 }]);
	});

	it('begins when the connection stands', async () => {
		const { ready, ends, done } = start([write(3, 2)], false);
		await new Promise(setImmediate);
		expect(socket.bytesWritten).toBe(0);
		ready.open();
		await done;
		expect(ends).toEqual([{ outcome: 'written', bytes: 6 }]);
	});

	it('ends once, whatever comes after', async () => {
		const { writer, ends, done } = start([]);
		await done;
		writer.stop('cancelled');
		writer.stop('peer-ended');
		expect(ends).toEqual([{ outcome: 'written', bytes: 0 }]);
	});

	it('ends with the peer where a write fails', async () => {
		reader.resetAndDestroy();
		const { ends, done } = start([write(10, 1000)]);
		await done;
		expect(ends.map(({ outcome }) => outcome)).toEqual(['peer-ended']);
	});
});
