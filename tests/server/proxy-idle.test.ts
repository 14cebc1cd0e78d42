/** When a proxy that cuts what is idle does so, and what its two sides then see. */
import { describe, expect, it, vi } from 'vitest';
import { ping, pong, through, useProxyLab } from './support/proxy-lab.ts';
import { handshake } from './support/raw-client.ts';
import { awaitHead, pause, script, write } from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const proxy = useProxyLab();

describe('a proxy that cuts what is idle', () => {
	it('ends both connections when no byte has passed for long enough', async () => {
		const { seen, second } = await proxy.page.rawClientOn(
			through('cuts-idle', 200),
			script([write(handshake('/ws/echo')), awaitHead, write(ping)])
		);
		await seen.until(({ ends }) => ends.length === 2);
		await second.until(({ told }) => told.at(-1)?.name === 'close');
		expect(seen.frames('server')).toBe(pong);
		expect(seen.ends).toEqual(['fin server', 'fin client']);
		expect(second.ends).toEqual(['fin client', 'fin server']);
		expect(second.told.at(-1)).toMatchObject({ code: 1006 });
		await proxy.isFreed();
	});

	it('leaves one open over which pings pass, though the same silence ends it', async () => {
		const steps = [write(handshake('/ws/echo')), awaitHead];
		for (let turn = 0; turn < 8; turn++) steps.push(pause(100), write(ping));
		const way = through('cuts-idle', 300);
		const { seen } = await proxy.page.rawClientOn(way, script(steps));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.frames('server')).toBe(pong.repeat(8));
		expect(seen.outcomes).toEqual(['written']);
	});

	it('counts what the server says alone', async () => {
		const way = through('cuts-idle', 300);
		const steps = [write(handshake('/ws/echo')), awaitHead];
		const { seen, second } = await proxy.page.rawClientOn(way, script(steps));
		await second.until(({ told }) => told.length === 1);
		const beats = Array.from({ length: 6 }, () => [pause(100), write(ping)]).flat();
		const direct = [write(handshake('/ws/echo')), awaitHead, ...beats];
		const { seen: metronome } = await proxy.page.rawClientOn({ kind: 'direct' }, script(direct));
		const began = performance.now();
		for (let turn = 0; turn < 6; turn++) {
			const { connection } = second;
			await metronome.until((now) => now.frames('server').length > pong.length * turn);
			await proxy.page.command({ type: 'ping-peer', connection, payload: 'cGluZw==' });
			await seen.until((now) => now.frames('server').length === 12 * (turn + 1));
		}
		expect(performance.now() - began).toBeGreaterThan(300);
		expect(seen.ends).toEqual([]);
		await seen.until(({ ends }) => ends.length === 2);
	});

	it('cuts a client that has not said anything', async () => {
		const way = through('cuts-idle', 200);
		const { seen, second } = await proxy.page.rawClientOn(way, script([pause(5000)]));
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.outcomes).toEqual(['peer-ended']);
		expect(second.events).toEqual([]);
		await proxy.isFreed();
	});
});
