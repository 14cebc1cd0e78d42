/** Clients that never read what they are sent: they are cut off, not waited for. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { startHarness } from './channel-harness.ts';
import { startLab } from './support/lab-fixture.ts';
import { openRaw, openWebSocket } from './support/raw-client.ts';

describe('a channel that was replaced', () => {
	it('is soon cut off where its page does not answer', async () => {
		const harness = await startHarness();
		const deaf = await harness.openRaw();
		deaf.send({ type: 'hello', version: 1 });
		const { token } = (await deaf.next()) as { token: string };
		deaf.socket.pause();
		const heir = await harness.openRaw();
		heir.send({ type: 'resume', token, received: 0 });
		expect(await heir.next()).toEqual({ type: 'resumed' });
		await vi.waitUntil(() => harness.peer.size === 1, { timeout: 10_000, interval: 20 });
		heir.socket.terminate();
		deaf.socket.terminate();
		await harness.close();
	}, 15_000);
});

describe('an HTTP connection', () => {
	it('whose answers nobody takes is cut off', async () => {
		const lab = await startLab();
		expect(lab.server.timeout).toBe(120_000);
		lab.server.timeout = 50;
		const accepted = once(lab.server, 'connection');
		const client = await openRaw(lab.port);
		const [socket] = (await accepted) as [Socket];
		client.socket.pause();
		client.write('GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(50_000));
		await once(socket, 'close');
		client.destroy();
		await lab.close();
	}, 15_000);

	it('that became a WebSocket may be silent for longer', async () => {
		const lab = await startLab();
		lab.server.timeout = 50;
		const upgraded = once(lab.server, 'upgrade');
		const client = await openWebSocket(lab.port, '/ws/echo');
		const [, socket] = (await upgraded) as [unknown, Socket];
		expect(socket.timeout).toBe(0);
		client.destroy();
		await lab.close();
	});
});
