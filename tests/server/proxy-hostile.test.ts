/** Clients that ask too much of a proxy: pipelined requests, and the bounds of a session. */
import { Buffer } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import {
	dropping,
	MODES,
	passing,
	plain,
	statusLines,
	through,
	useProxyLab
} from './support/proxy-lab.ts';
import { handshake, maskedFrame } from './support/raw-client.ts';
import { awaitHead, hex, script, write } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const proxy = useProxyLab();
const bye = maskedFrame(0x88, hex('03e8'));

describe('requests that wait for the answers to others', () => {
	const post = `POST /ws/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n${plain.slice(0, 9)}`;
	const upgrades = handshake('/ws/echo');

	it.each(MODES)('cost nobody anything when their client goes, of %s', async (mode) => {
		for (const [turn, text] of [plain, post, plain + upgrades].entries()) {
			for (const how of ['fin', 'rst'] as const) {
				for (let wait = 0; wait < 8; wait++) {
					const steps = script([write(text.repeat(30))]);
					const { seen } = await proxy.page.rawClientOn(through(mode), steps);
					for (let tick = 0; tick < wait * (turn + 1); tick++) await new Promise(setImmediate);
					await proxy.page.codeOf({ type: 'hang-up', connection: seen.connection, how });
				}
			}
		}
		await proxy.isFreed();
		expect(proxy.lab.counted.filter((line) => line.startsWith('fault'))).toEqual([]);
	});

	it.each(MODES)('cost nobody anything when their page forgets them, of %s', async (mode) => {
		for (let wait = 0; wait < 16; wait++) {
			const steps = script([write(plain.repeat(60))]);
			const { seen, second } = await proxy.page.rawClientOn(through(mode), steps);
			for (let tick = 0; tick < wait; tick++) await new Promise(setImmediate);
			const { connection } = wait % 2 === 0 ? seen : second;
			await proxy.page.codeOf({ type: 'forget', connection });
		}
		await proxy.isFreed();
	});

	it.each([passing, dropping])('are forwarded one after the other, over %j', async (way) => {
		const { seen, second } = await proxy.page.rawClientOn(way, script([write(plain.repeat(60))]));
		await seen.until((now) => (now.bytes('server').match(/HTTP\/1.1 426/g)?.length ?? 0) === 60);
		expect(second.bytes('client').match(/^GET/gm)).toHaveLength(60);
	});

	it.each([passing, dropping])('are bounded: who sends more is cut off, over %j', async (way) => {
		const { seen } = await proxy.page.rawClientOn(way, script([write(plain.repeat(1000))]));
		await seen.until(({ ends }) => ends.length > 0);
		await proxy.isFreed();
	});

	it('are not answered by a server that has ended its connection', async () => {
		// Without a Host, which HTTP/1.0 does not need and the server behind the proxy wants.
		const old = 'GET /ws/echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n';
		const { seen } = await proxy.page.rawClientOn(
			passing,
			script([write(plain + old + plain + upgrades)])
		);
		await seen.until(({ ends }) => ends.length > 0);
		const statuses = statusLines(seen.bytes('server'));
		expect(statuses).toEqual(['HTTP/1.1 426', 'HTTP/1.1 400']);
		await proxy.isFreed();
	});

	it('are no part of an upgrade that a proxy does not know', async () => {
		const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
		const headers = { 'Content-Length': String(smuggled.length) };
		const request = handshake('/ws/echo', { headers }) + smuggled + plain;
		const { seen, second } = await proxy.page.rawClientOn(dropping, script([write(request)]));
		await seen.until(({ ends }) => ends.length > 0);
		expect(statusLines(seen.bytes('server'))).toEqual(['HTTP/1.1 400']);
		expect(second.events).toEqual([]);
		await proxy.isFreed();
	});
});

describe('the bounds', () => {
	it('count both connections, and none of a client that got no second', async () => {
		await proxy.restart({ session: { maxConnections: 3 } });
		const steps = script([write(handshake('/ws/echo')), awaitHead]);
		await proxy.page.rawClientOn(passing, steps);
		const command = { type: 'raw-client', way: passing, script: steps } as const;
		expect(await proxy.page.codeOf(command)).toBe('too-many-connections');
		expect(proxy.lab.registry.counts.connections).toBe(2);
		const direct = await proxy.page.rawClient(steps);
		await direct.until((now) => now.bytes('server').includes(' 101 '));
	});

	it('stop each recording by itself, and the connection goes on', async () => {
		await proxy.restart({ limits: { maxRecordingBytes: 64 * 1024 } });
		const frame = maskedFrame(0x82, Buffer.alloc(2 ** 16, 'wire'));
		const steps = [write(handshake('/ws/echo')), awaitHead, write(frame), write(bye)];
		const { seen, second } = await proxy.page.rawClientOn(passing, script(steps));
		await proxy.isFreed();
		for (const { events } of [seen, second]) {
			expect(events.filter(({ kind }) => kind === 'stopped')).toHaveLength(1);
		}
	});

	it('time out a head that never ends', async () => {
		await proxy.restart({ limits: { headersTimeoutSeconds: 1 } });
		for (const mode of MODES) {
			const way = through(mode);
			const { seen } = await proxy.page.rawClientOn(
				way,
				script([write('GET /ws/echo HTTP/1.1\r\n')])
			);
			await seen.until(({ ends }) => ends.length > 0);
			expect(seen.bytes('server')).toMatch(/^HTTP\/1.1 408 /);
		}
		await proxy.isFreed();
	});

	it.each([199, 10_001, 300.5, -1])('refuse %s ms of idleness', async (idle) => {
		const way = through('cuts-idle', idle);
		const command = { type: 'raw-client', way, script: script([write(plain)]) } as const;
		expect(await proxy.page.codeOf(command)).toBe('malformed');
	});
});
