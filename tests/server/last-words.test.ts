/** At the server's end a page still learns how its connections ended. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { WebSocket as WsWebSocket } from 'ws';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { LabChannel } from '#lib/channel/lab-channel.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { createLabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { eventually } from './channel-harness.ts';

it('the close frame with 1001 and both FINs reach the page before its channel closes', async () => {
	const lab = createLabServer({ ...parseOptions({}), log: pino({ level: 'silent' }) });
	const server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

	/** As a browser's, which says where its page is from. */
	class PageWebSocket extends WsWebSocket {
		constructor(url: string, protocols?: string[]) {
			super(url, protocols, { origin: `http://${host}` });
		}
	}
	const events: ChannelEvent[] = [];
	const channel = new LabChannel({
		url: `ws://${host}/lab/channel`,
		WebSocket: PageWebSocket as unknown as typeof WebSocket,
		onEvents: (batch) => events.push(...batch)
	});
	channel.open();
	const { ticket } = await channel.command({ type: 'observe' });
	const peer = new PageWebSocket(`ws://${host}/ws/echo?ticket=${ticket}`);
	await new Promise((resolve) => peer.once('open', resolve));

	await lab.close();
	await eventually(() => channel.status !== 'open');
	channel.close();
	server.closeAllConnections();
	server.close();

	const written = events.flatMap((event) =>
		event.kind === 'data' && event.direction === 'server' ? [formatHex(event.bytes)] : []
	);
	expect(written.at(-1)).toBe('88 02 03 e9');
	const ends = events.flatMap((event) => (event.kind === 'fin' ? [event.direction] : []));
	expect(ends.toSorted()).toEqual(['client', 'server']);
});
