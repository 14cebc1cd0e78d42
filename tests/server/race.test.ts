/** A race of all five transports against a real lab server, from the channel to the result. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SOURCE, plainLane } from '#lib/transports/measure/race-plan.ts';
import { readRaceFile, writeRaceFile } from '#lib/transports/measure/race-file.ts';
import { findFindings } from '#lib/transports/measure/findings.ts';
import { TRANSPORTS, type Transport } from '#lib/transports/transport.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { Race } from '#lib/state/transports-lab/race/race.svelte.ts';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { nodeEventSource } from '../support/event-source.ts';
import { WebSocket as WsWebSocket } from 'ws';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** `ws` with the browser's interface, from a page of this origin. */
function webSocketOf(pageOrigin: string): typeof WebSocket {
	class PageWebSocket extends WsWebSocket {
		constructor(url: string, protocols: string[] = []) {
			super(url, protocols, { origin: pageOrigin });
		}
	}
	return PageWebSocket as unknown as typeof WebSocket;
}

let server: Server;
let lab: LabServer;
let session: LabSession;
let race: Race;
let origin: string;

beforeEach(async () => {
	const options = parseOptions({});
	const limits = { ...options.limits, shutdownSeconds: 0 };
	lab = createLabServer({ ...options, limits, log: pino({ level: 'silent' }) });
	server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const channel = `${origin.replace('http', 'ws')}/lab/channel`;
	const PageWebSocket = webSocketOf(origin);
	session = new LabSession(channel, { WebSocket: PageWebSocket });
	session.open();
	race = new Race({
		session,
		origin,
		surroundings: { WebSocket: PageWebSocket, EventSource: nodeEventSource() },
		schedule: (callback) => void setTimeout(callback, 16),
		browser: 'Node'
	});
});

afterEach(async () => {
	await race.dispose();
	session.close();
	await lab.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const lane = (transport: Transport) =>
	plainLane(transport, { client: { interval: 200, hold: 5, usesEtag: false } });
const plan = {
	source: { ...DEFAULT_SOURCE, rate: 20, seconds: 1 },
	lanes: TRANSPORTS.map(lane)
};

describe('a race of all transports', () => {
	it('delivers every event on every lane, and accounts for every byte', async () => {
		await race.start(plan);
		const { result } = race;
		if (!result) throw new Error(`no result: ${race.trouble}`);
		expect(race.trouble).toBeNull();
		expect(result).toMatchObject({ outcome: 'finished', emitted: { count: 20, bytes: 1280 } });
		for (const each of result.lanes) {
			expect(each).toMatchObject({ delivered: 20, deliveredBytes: 1280, missing: 0, drops: [] });
			expect(each.delays).toMatchObject({ count: 20 });
			expect(each.up + each.down).toBeGreaterThan(each.deliveredBytes);
			expect(each.unknownHeads).toBe(0);
		}
		expect(result.lanes.map(({ upgrades }) => upgrades)).toEqual([0, 0, 0, 1, 1]);
		expect(findFindings(result).map(({ kind }) => kind)).toContain('all-delivered');
		expect(readRaceFile(writeRaceFile(result))).toEqual({ isOk: true, result });
	});

	it('has the bytes of each exchange, as far as they count', async () => {
		await race.start(plan);
		for (const { exchanges, totals } of race.lanes) {
			const sum = (side: 'up' | 'down') => exchanges.reduce((all, each) => all + each[side], 0);
			expect([sum('up'), sum('down')]).toEqual([totals.up, totals.down]);
			for (const exchange of exchanges) {
				const kept = exchange.events.map((event) =>
					event.kind === 'data' ? event.bytes.length : 0
				);
				expect(kept.reduce((all, bytes) => all + bytes, 0)).toBe(exchange.up + exchange.down);
				expect(exchange.end).not.toBeNull();
			}
		}
	});

	it('takes messages of every lane', async () => {
		const running = race.start({ ...plan, source: { ...plan.source, rate: 0, seconds: 2 } });
		await vi.waitUntil(() => race.phase === 'running', { timeout: 20_000 });
		await Promise.all(race.lanes.map((run) => run.send('hello')));
		await vi.waitUntil(() => race.lanes.every((run) => run.totals.received === 1));
		await race.stop();
		await running;
		expect(race.result?.outcome).toBe('stopped');
		expect(race.result?.lanes.map(({ receivedBytes }) => receivedBytes)).toEqual([5, 5, 5, 5, 5]);
	});

	it('leaves nothing on the server when it is cancelled', async () => {
		const running = race.start({ ...plan, source: { ...plan.source, seconds: 60 } });
		await vi.waitUntil(() => race.emitted > 0, { timeout: 20_000 });
		await race.cancel();
		await running;
		expect(race.result).toBeNull();
		await vi.waitUntil(() => lab.held() === 0);
		expect(race.lanes.map(({ state }) => state)).toEqual(race.lanes.map(() => 'stopped'));
	});

	it('ends with what it has when the session is closed', async () => {
		const running = race.start({ ...plan, source: { ...plan.source, seconds: 60 } });
		await vi.waitUntil(() => race.emitted > 0, { timeout: 20_000 });
		session.close();
		await running;
		expect(race).toMatchObject({ trouble: 'session-lost', result: { outcome: 'lost' } });
	});
});
