/** Thousands who want to be held, on one lane and over many: as many are as may be, and no more. */
import { describe, expect, it, vi } from 'vitest';
import { TRANSPORT_BOUNDS } from '#server/transports/transports.ts';
import { openMany, openSockets } from './support/open-many.ts';
import { handshake, type RawClient } from './support/raw-client.ts';
import { LONG, STREAM, useTransportLab } from './support/transport-lab.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A crowd takes its time on a busy machine. */
const PATIENT = { timeout: 30_000 };
const NO_UPGRADE = {
	Upgrade: null,
	Connection: null,
	'Sec-WebSocket-Key': null,
	'Sec-WebSocket-Version': null
};

function question(target: string): string {
	return handshake(target, { headers: NO_UPGRADE });
}

/** 0 while there is none. */
function statusOf({ text }: RawClient): number {
	return Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0);
}

/** How many of them got which answer. */
function tally(clients: readonly RawClient[]): Record<number, number> {
	const counts: Record<number, number> = {};
	for (const client of clients) {
		const status = statusOf(client);
		counts[status] = (counts[status] ?? 0) + 1;
	}
	return counts;
}

describe('one lane', () => {
	const transports = useTransportLab({});
	const CROWD = 1500;

	/** Asks on a connection of its own, which is closed then. */
	async function health(): Promise<number> {
		const client = await transports.askRaw('/healthz', { Connection: 'close' });
		await client.until(({ socket }) => socket.readableEnded);
		client.socket.end();
		await client.closed;
		return statusOf(client);
	}

	it.each([
		['questions', LONG],
		['event streams', STREAM]
	])(
		`of ${CROWD} %s holds 4, refuses the others, and leaves nothing behind`,
		async (_what, target) => {
			const { server, lab, lane, port } = transports;
			const before = await openSockets();
			const clients = await openMany(port, CROWD);
			for (const client of clients) client.write(question(target));
			// Behind all of them, and while they are answered.
			expect(await health()).toBe(200);
			const most = TRANSPORT_BOUNDS.perLane;
			const refused = () => clients.filter((client) => statusOf(client) >= 400);
			await expect.poll(() => refused().length, PATIENT).toBe(CROWD - most);
			await transports.untilHeld(most);
			// Beyond as many as a lane may ask a second, it is told to ask less.
			expect(new Set(refused().map(statusOf))).toEqual(new Set([503, 429]));
			expect(refused().every(({ text }) => /\r\nRetry-After: [15]\r\n/.test(text))).toBe(true);
			expect(await health()).toBe(200);

			lane.log.append('told');
			const told = () => clients.filter(({ text }) => text.includes('told'));
			await expect.poll(() => told().length, PATIENT).toBe(most);
			expect(tally(told())).toEqual({ 200: most });
			for (const client of clients) client.destroy();
			const open = () =>
				new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
			await expect.poll(() => lab.held(), PATIENT).toBe(0);
			await expect.poll(open, PATIENT).toBe(0);
			await expect.poll(openSockets, PATIENT).toBe(before);
			expect(lane.listeners).toBeLessThanOrEqual(1);
		}
	);
});

describe('many lanes', () => {
	const IN_ALL = 40;
	const PER_LANE = 4;
	const LANES = 60;
	const transports = useTransportLab({ perLane: PER_LANE, inAll: IN_ALL });

	const path = (kind: string, lane: number) => `/lab/events/${kind}?lane=LANE${lane}`;
	const ask = (lane: number) => transports.askRaw(path('long-poll', lane));
	const stream = (lane: number) => transports.askRaw(path('stream', lane));
	const open = (lane: number) => transports.openSocket(`/ws/events?lane=LANE${lane}`);

	/** The first lanes take all places, with what there is to be held. */
	async function fill(): Promise<RawClient[]> {
		for (let lane = 0; lane < LANES; lane++) transports.lanes.add(`LANE${lane}`);
		const clients: RawClient[] = [];
		for (let lane = 0; lane < IN_ALL / PER_LANE; lane++) {
			const all = [ask(lane), ask(lane), stream(lane), open(lane)];
			clients.push(...(await Promise.all(all)));
		}
		await transports.untilHeld(IN_ALL);
		return clients;
	}

	it('that have none get one place each where all are taken, and no second one', async () => {
		await fill();
		const late = Array.from({ length: LANES - IN_ALL / PER_LANE }, (_, i) => i + IN_ALL / PER_LANE);
		const first = await Promise.all(late.map(ask));
		await transports.untilHeld(IN_ALL + late.length);
		const second = await Promise.all([...late.map(stream), ...late.map(open)]);
		await Promise.all(second.map((client) => client.untilAfterHead(0)));
		expect([tally(first), tally(second)]).toEqual([{ 0: late.length }, { 503: 2 * late.length }]);
		expect(transports.lab.held()).toBe(IN_ALL + late.length);
		expect(late.map((lane) => transports.lanes.find(`LANE${lane}`)?.drops)).toEqual(
			late.map(() => ['too-many-held', 'too-many-held'])
		);
	});

	it('may have more again once others have left', async () => {
		const clients = await fill();
		const last = LANES - 1;
		await ask(last);
		await transports.untilHeld(IN_ALL + 1);
		clients[0]?.destroy();
		clients[1]?.destroy();
		await transports.untilHeld(IN_ALL - 1);
		await ask(last);
		await transports.untilHeld(IN_ALL);
		const refused = await ask(last);
		await refused.untilAfterHead(0);
		expect(tally([refused])).toEqual({ 503: 1 });
	});
});
