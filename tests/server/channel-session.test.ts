/** The life of a session: made by a hello, resumed, replaced, bounded, ended, and all of it freed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { CHANNEL_PATH, CHANNEL_SUBPROTOCOL } from '#lib/channel/messages.ts';
import type { ChannelLimits } from '#server/session/channel-limits.ts';
import type { Observation } from '#server/tap/recording-sink.ts';
import {
	eventually,
	startHarness,
	type Harness,
	type Page,
	type PageWebSocket
} from './channel-harness.ts';

vi.setConfig({ testTimeout: 30_000 });

let harness: Harness;

afterEach(() => harness.close());

async function start(limits: Partial<ChannelLimits> = {}): Promise<Page> {
	harness = await startHarness(limits);
	const page = harness.openPage();
	await isOpen(page);
	return page;
}

function isOpen(page: Page): Promise<unknown> {
	return eventually(() => page.channel.status === 'open');
}

async function observe(page: Page): Promise<Observation> {
	const { ticket } = await page.channel.command({ type: 'observe' });
	const observation = harness.registry.redeem(ticket);
	if (observation === null) throw new Error('the ticket is not known');
	return observation;
}

function record({ sink, connection }: Observation, size: number): void {
	const bytes = new Uint8Array(size);
	sink.append({ kind: 'data', t: sink.now(), connection, direction: 'client', bytes });
}

function kinds(events: readonly ChannelEvent[]): string[] {
	return events.map((event) => event.kind);
}

const nothing = { sessions: 0, connections: 0, tickets: 0, heldBytes: 0 };
const isFreed = (): Promise<void> =>
	vi.waitFor(() => expect(harness.registry.counts).toMatchObject(nothing), { timeout: 20_000 });

/** WebSockets that a test may destroy or deafen, as a lost network would. */
function fragileWebSocket(): {
	readonly sockets: WebSocket[];
	readonly Class: typeof PageWebSocket;
} {
	const sockets: WebSocket[] = [];
	class Fragile extends WebSocket {
		constructor(url: string, protocols: string[]) {
			super(url, protocols);
			sockets.push(this);
		}
	}
	return { sockets, Class: Fragile as unknown as typeof PageWebSocket };
}

describe('a session', () => {
	it('never shows its token in a URL', async () => {
		harness = await startHarness();
		const { sockets, Class } = fragileWebSocket();
		const page = harness.openPage({ WebSocket: Class });
		await isOpen(page);
		sockets[0]?.terminate();
		await eventually(() => sockets.length === 2);
		expect(sockets.map((socket) => socket.url)).toEqual([
			`ws://127.0.0.1:${harness.port}${CHANNEL_PATH}`,
			`ws://127.0.0.1:${harness.port}${CHANNEL_PATH}`
		]);
	});

	it('tells when its recording began', async () => {
		const page = await start();
		expect(Date.parse(page.sessions[0]?.startedAt ?? '')).toBeLessThanOrEqual(Date.now());
		expect(page.sessions[0]?.time).toBeGreaterThanOrEqual(0);
	});

	it('is freed at once when its page closes the channel', async () => {
		const page = await start({ grace: 60_000 });
		record(await observe(page), 100);
		page.channel.close();
		await isFreed();
	});

	it('is freed after the grace period when its page has gone in mid-stream', async () => {
		harness = await startHarness({ grace: 20 });
		const { sockets, Class } = fragileWebSocket();
		const page = harness.openPage({ WebSocket: Class, pace: { first: 60_000, most: 60_000 } });
		const observation = await observe(page);
		for (let count = 0; count < 50; count++) record(observation, 10_000);
		await page.channel.command({ type: 'observe' });
		sockets[0]?.terminate();
		await isFreed();
		expect(observation.sink.isStopped).toBe(true);
		record(observation, 10);
		expect(harness.registry.counts.heldBytes).toBe(0);
	});

	it('keeps what its page missed during the grace period', async () => {
		harness = await startHarness();
		const { sockets, Class } = fragileWebSocket();
		const page = harness.openPage({ WebSocket: Class });
		const observation = await observe(page);
		sockets[0]?.terminate();
		for (let count = 0; count < 5; count++) record(observation, count);
		await eventually(() => page.events.length === 5);
		expect(page.statuses).toEqual(['connecting', 'open', 'lost', 'open']);
		expect(page.sessions).toHaveLength(1);
	});

	it('is replaced, and the page told so, when it has died meanwhile', async () => {
		harness = await startHarness({ grace: 1 });
		const { sockets, Class } = fragileWebSocket();
		const page = harness.openPage({ WebSocket: Class, pace: { first: 100, most: 100 } });
		await isOpen(page);
		sockets[0]?.terminate();
		await eventually(() => page.channel.status === 'lost');
		const orphan = page.channel.command({ type: 'observe' });
		await expect(orphan).rejects.toMatchObject({ code: 'session-lost' });
		await isOpen(page);
		expect(page.sessions.map((session) => session.isReplacement)).toEqual([false, true]);
	});

	it('has one channel: a second one replaces the first, which does not come back', async () => {
		harness = await startHarness();
		const first = await harness.openRaw();
		first.send({ type: 'hello', version: 1 });
		const { token } = (await first.next()) as { token: string };
		const second = await harness.openRaw();
		second.send({ type: 'resume', token, received: 0 });
		expect(await second.next()).toEqual({ type: 'resumed' });
		expect(await first.closed).toEqual({ code: 4001, reason: 'replaced' });
		second.send({ type: 'clock', id: 1, pageTime: 0 });
		expect(await second.next()).toMatchObject({ type: 'reply', id: 1 });
		expect(harness.registry.counts.sessions).toBe(1);
	});

	it('ends when nothing happens for long, and a page can open another', async () => {
		harness = await startHarness({ idle: 20 });
		const page = harness.openPage();
		await eventually(() => page.channel.status === 'closed');
		expect(page.reasons.at(-1)).toBe('idle');
		await isFreed();
		page.channel.open();
		await eventually(() => page.sessions.length === 2);
		expect(page.sessions[1]?.isReplacement).toBe(false);
	});

	it('waits for another channel when its own does not answer pings', async () => {
		harness = await startHarness({ heartbeat: 20, grace: 60_000 });
		const url = `ws://127.0.0.1:${harness.port}${CHANNEL_PATH}`;
		const deaf = new WebSocket(url, [CHANNEL_SUBPROTOCOL], { autoPong: false });
		deaf.on('open', () => deaf.send(JSON.stringify({ type: 'hello', version: 1 })));
		await new Promise((resolve) => deaf.on('close', resolve));
		await eventually(() => harness.peer.size === 0);
		expect(harness.registry.counts.sessions).toBe(1);
	});

	it('is not made for a channel that never says hello', async () => {
		harness = await startHarness({ hello: 20 });
		const raw = await harness.openRaw();
		expect(await raw.closed).toEqual({ code: 1008, reason: 'no hello' });
	});

	it('ends with 1001 when the server goes away', async () => {
		harness = await startHarness();
		const raw = await harness.openRaw();
		raw.send({ type: 'hello', version: 1 });
		await raw.next();
		await harness.peer.close(1000);
		expect((await raw.closed).code).toBe(1001);
		expect(harness.registry.counts).toMatchObject(nothing);
	});
});

describe('the number of sessions', () => {
	it.each([{ maxSessions: 1 }, { maxSessionsPerAddress: 1 }])(
		'is bounded by %j',
		async (limits) => {
			const first = await start(limits);
			const second = harness.openPage();
			await eventually(() => second.channel.status === 'refused');
			expect(second.reasons).toContain('too-many-sessions');
			expect(first.statuses).toEqual(['connecting', 'open']);
			first.channel.close();
			await isOpen(second);
		}
	);
});

describe('an observed connection', () => {
	it('needs a ticket that is used once', async () => {
		const page = await start();
		const { ticket, connection } = await page.channel.command({ type: 'observe' });
		expect(harness.registry.redeem(ticket)?.connection).toBe(connection);
		expect(harness.registry.redeem(ticket)).toBeNull();
	});

	it('loses its place when nobody comes with the ticket in time', async () => {
		const page = await start({ ticketLife: 20, maxConnections: 1 });
		const { ticket } = await page.channel.command({ type: 'observe' });
		await expect(page.channel.command({ type: 'observe' })).rejects.toMatchObject({
			code: 'too-many-connections'
		});
		await eventually(() => harness.registry.counts.tickets === 0);
		expect(harness.registry.redeem(ticket)).toBeNull();
		expect((await page.channel.command({ type: 'observe' })).connection).toBe(2);
	});

	it('gives its place to another when it has ended', async () => {
		const page = await start({ maxConnections: 1 });
		const observation = await observe(page);
		await expect(observe(page)).rejects.toMatchObject({ code: 'too-many-connections' });
		observation.release();
		observation.release();
		expect((await observe(page)).connection).toBe(2);
		expect(harness.registry.counts.connections).toBe(1);
	});

	it('is remembered until it is forgotten, within a bound', async () => {
		const page = await start({ maxRecordings: 1 });
		(await observe(page)).release();
		await expect(observe(page)).rejects.toMatchObject({ code: 'too-many-recordings' });
		await page.channel.command({ type: 'forget', connection: 1 });
		expect((await observe(page)).connection).toBe(2);
	});

	it('is pinged and closed by command', async () => {
		const page = await start();
		const { connection, ...observation } = await observe(page);
		const ping = vi.fn();
		const close = vi.fn();
		observation.attach({ ping, close });
		await page.channel.command({ type: 'ping-peer', connection, payload: btoa('abc') });
		await page.channel.command({ type: 'close-peer', connection, code: 3000, reason: '再见' });
		await page.channel.command({ type: 'close-peer', connection, code: null, reason: '' });
		expect(Buffer.from(ping.mock.calls[0]?.[0]).toString()).toBe('abc');
		expect(close.mock.calls).toEqual([
			[3000, '再见'],
			[null, '']
		]);
	});

	it('passes on what its peer throws', async () => {
		const page = await start();
		const { connection, attach } = await observe(page);
		const thrown = new TypeError('First argument must be a valid error code number');
		attach({
			ping: () => undefined,
			close: () => {
				throw thrown;
			}
		});
		const closing = page.channel.command({
			type: 'close-peer',
			connection,
			code: 1005,
			reason: ''
		});
		await expect(closing).rejects.toMatchObject({ code: 'bad-argument', message: thrown.message });
	});

	it('cannot be pinged with more than 125 bytes', async () => {
		const page = await start();
		const { connection, attach } = await observe(page);
		const ping = vi.fn();
		attach({ ping, close: () => undefined });
		const payload = btoa('x'.repeat(126));
		const pinging = page.channel.command({ type: 'ping-peer', connection, payload });
		await expect(pinging).rejects.toMatchObject({ code: 'bad-argument' });
		expect(ping).not.toHaveBeenCalled();
	});

	it.each(['before it is accepted', 'after it has ended'])('cannot be pinged %s', async (when) => {
		const page = await start();
		const { connection, attach, release } = await observe(page);
		if (when === 'after it has ended') {
			attach({ ping: () => undefined, close: () => undefined });
			release();
		}
		const pinging = page.channel.command({ type: 'ping-peer', connection, payload: '' });
		await expect(pinging).rejects.toMatchObject({ code: 'not-open' });
	});
});

describe('a recording', () => {
	it('stops at the bound of its connection, once, and others go on', async () => {
		const page = await start({ maxConnectionBytes: 100 });
		const [first, second] = [await observe(page), await observe(page)];
		record(first, 60);
		record(first, 41);
		record(first, 1);
		record(second, 100);
		await eventually(() => page.events.length === 3);
		expect(page.events).toMatchObject([
			{ kind: 'data', connection: 1 },
			{ kind: 'stopped', connection: 1, bound: 'connection' },
			{ kind: 'data', connection: 2 }
		]);
		expect(first.sink.isStopped).toBe(true);
	});

	it('stops at the bound of its session, and begins anew when another is forgotten', async () => {
		const page = await start({ maxSessionBytes: 100 });
		const [first, second] = [await observe(page), await observe(page)];
		record(first, 60);
		record(second, 60);
		await eventually(() => page.events.length === 2);
		expect(page.events[1]).toMatchObject({ kind: 'stopped', connection: 2, bound: 'session' });
		await page.channel.command({ type: 'forget', connection: 1 });
		record(first, 1);
		record(await observe(page), 90);
		await eventually(() => page.events.length === 3);
		expect(page.events[2]).toMatchObject({ kind: 'data', connection: 3 });
	});

	it('stops at a number of events, however small', async () => {
		const page = await start({ maxConnectionEvents: 3 });
		const observation = await observe(page);
		for (let count = 0; count < 10; count++) record(observation, 0);
		await eventually(() => page.events.length === 4);
		expect(kinds(page.events)).toEqual(['data', 'data', 'data', 'stopped']);
	});

	it('tells how its connection ended even after it has stopped', async () => {
		const page = await start({ maxConnectionBytes: 0 });
		const { sink, connection, ...observation } = await observe(page);
		record({ sink, connection, ...observation }, 1);
		const common = { connection, t: sink.now() };
		sink.append({ ...common, kind: 'server', told: { name: 'ping', size: 0 } });
		sink.append({ ...common, kind: 'fin', direction: 'client' });
		sink.append({ ...common, kind: 'server', told: { name: 'close', code: 1006, reason: '' } });
		await eventually(() => page.events.length === 3);
		expect(kinds(page.events)).toEqual(['stopped', 'fin', 'server']);
	});

	it('has room for as many bytes as its sink takes', async () => {
		const page = await start({ maxConnectionBytes: 100 });
		const observation = await observe(page);
		record(observation, 60);
		expect([observation.take(40), observation.take(41)]).toEqual([true, false]);
	});

	it('stops when the page does not read, and what is held stays bounded', async () => {
		const page = await start({ maxOutboxBytes: 200_000 });
		const raw = await harness.openRaw();
		raw.send({ type: 'hello', version: 1 });
		await raw.next();
		raw.send({ type: 'observe', id: 1 });
		const { result } = (await raw.next()) as { result: { ticket: string } };
		const observation = harness.registry.redeem(result.ticket);
		if (observation === null) throw new Error('the ticket is not known');
		for (let count = 0; count < 100; count++) record(observation, 10_000);
		expect(observation.sink.isStopped).toBe(true);
		expect(harness.registry.counts.heldBytes).toBeLessThan(220_000);
		record(await observe(page), 10);
		await eventually(() => page.events.length === 1);
		expect(kinds(page.events)).toEqual(['data']);
	});
});

describe('the clock', () => {
	it('is estimated by itself, with an error that holds', async () => {
		const page = await start();
		await eventually(() => page.channel.clock !== null);
		const observation = await observe(page);
		const { offset = 0, error = 0 } = page.channel.clock ?? {};
		const before = observation.sink.now();
		const estimated = performance.now() * 1000 + offset;
		const after = observation.sink.now();
		expect(estimated).toBeGreaterThanOrEqual(before - error - 1);
		expect(estimated).toBeLessThanOrEqual(after + error + 1);
	});

	it('is known before the first command is answered', async () => {
		harness = await startHarness();
		const page = harness.openPage();
		await page.channel.command({ type: 'observe' });
		expect(page.channel.clock).not.toBeNull();
	});

	it('moves the watermark although nothing happens on the wire', async () => {
		const page = await start();
		const before = page.untils.at(-1) ?? 0;
		const { serverTime } = await page.channel.command({ type: 'clock', pageTime: 0 });
		expect(page.untils.at(-1)).toBeGreaterThanOrEqual(serverTime);
		expect(serverTime).toBeGreaterThanOrEqual(before);
		expect(page.events).toEqual([]);
	});
});

describe('a page', () => {
	it('keeps commands until the channel is open', async () => {
		harness = await startHarness();
		const page = harness.openPage();
		expect(page.channel.status).toBe('connecting');
		expect((await page.channel.command({ type: 'observe' })).connection).toBe(1);
	});

	it('refuses commands when it is closed', async () => {
		const page = await start();
		const waiting = page.channel.command({ type: 'observe' });
		page.channel.close();
		await expect(waiting).rejects.toMatchObject({ code: 'closed' });
		await expect(page.channel.command({ type: 'observe' })).rejects.toMatchObject({
			code: 'closed'
		});
	});

	it('comes back by itself when the server was down at first', async () => {
		const { port, close } = await startHarness();
		await close();
		harness = await startHarness();
		let target = port;
		class Moving extends WebSocket {
			constructor(url: string, protocols: string[]) {
				super(url.replace(String(port), String(target)), protocols);
			}
		}
		const page = harness.openPage({ WebSocket: Moving as unknown as typeof PageWebSocket }, port);
		await eventually(() => page.channel.status === 'lost');
		target = harness.port;
		await isOpen(page);
	});

	it('gives up a channel on which the server is silent, and opens another', async () => {
		harness = await startHarness();
		const { sockets, Class } = fragileWebSocket();
		const page = harness.openPage({ WebSocket: Class, pace: { clock: 5, silence: 30 } });
		await isOpen(page);
		sockets[0]?.pause();
		await eventually(() => sockets.length > 1 && page.channel.status === 'open');
		expect(page.sessions).toHaveLength(1);
	});

	it('does not wait for the delay when it is told to retry', async () => {
		harness = await startHarness();
		const { sockets, Class } = fragileWebSocket();
		const page = harness.openPage({ WebSocket: Class, pace: { first: 60_000, most: 60_000 } });
		await isOpen(page);
		sockets[0]?.terminate();
		await eventually(() => page.channel.status === 'lost');
		page.channel.retry();
		await isOpen(page);
	});
});
