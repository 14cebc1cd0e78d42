/** The push game against a real lab server: players over several transports in one world. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket as WsWebSocket } from 'ws';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { Game } from '#lib/state/transports-lab/game/game.svelte.ts';
import { INPUTS } from '#lib/transports/game/game-bounds.ts';
import { findBearer } from '#lib/transports/game/find-bearer.ts';
import { TRANSPORTS, type Transport } from '#lib/transports/transport.ts';
import { MESSAGES_PATH } from '#lib/transports/wire/addresses.ts';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import { nodeEventSource } from '../support/event-source.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let server: Server;
let lab: LabServer;
let origin: string;
let pages: { readonly session: LabSession; readonly game: Game }[] = [];

beforeEach(async () => {
	const options = parseOptions({});
	const limits = { ...options.limits, shutdownSeconds: 0 };
	lab = createLabServer({ ...options, limits, log: pino({ level: 'silent' }) });
	server = createServer((request, response) => lab.handle(request, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
	for (const { session, game } of pages) {
		await game.dispose();
		session.close();
	}
	pages = [];
	await lab.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

function openPage(): Game {
	class PageWebSocket extends WsWebSocket {
		constructor(url: string, protocols: string[] = []) {
			super(url, protocols, { origin });
		}
	}
	const Socket = PageWebSocket as unknown as typeof WebSocket;
	const session = new LabSession(`${origin.replace('http', 'ws')}/lab/channel`, {
		WebSocket: Socket
	});
	session.open();
	const surroundings = { WebSocket: Socket, EventSource: nodeEventSource() };
	const game = new Game({ session, origin, surroundings });
	pages.push({ session, game });
	return game;
}

const settings = (transport: Transport) => ({
	transport,
	client: { interval: 200, hold: 5, usesEtag: false }
});

async function join(transport: Transport): Promise<Game> {
	const game = openPage();
	game.set(settings(transport));
	await game.join();
	expect(game.trouble).toBeNull();
	await eventually(() => game.self !== null);
	return game;
}

const eventually = (check: () => boolean) => vi.waitUntil(check, { timeout: 20_000, interval: 5 });
const players = (game: Game) => game.snapshot?.players.map(({ number }) => number) ?? [];

describe('the game over real transports', () => {
	it('shows two players over two transports to one another', async () => {
		const one = await join('websocket');
		const other = await join('short-polling');
		await eventually(() => players(one).length === 2 && players(other).length === 2);
		expect([one.you, other.you]).toEqual([1, 2]);
		await other.leave();
		await eventually(() => players(one).length === 1);
	});

	it.each(TRANSPORTS)(
		'takes inputs upstream and gives their numbers back: %s',
		async (transport) => {
			const game = await join(transport);
			await eventually(() => game.trial?.run.state === 'open');
			game.input.press('right', performance.now());
			await eventually(() => (game.self?.seen ?? 0) >= 1);
			expect(game.trial?.summary.effects).toBeGreaterThan(0);
			expect(game.trial?.summary.effect).toBeGreaterThan(0);
		}
	);

	it('keeps its player, and misses no tick, while the transport changes under it', async () => {
		const game = await join('short-polling');
		for (const transport of TRANSPORTS) {
			game.set(settings(transport));
			await eventually(() => game.trial?.settings.transport === transport);
			const tick = game.snapshot?.tick ?? 0;
			await eventually(() => (game.snapshot?.tick ?? 0) > tick + 2);
		}
		expect(game.you).toBe(1);
		expect(game.tried.map(({ transport }) => transport)).toEqual([...TRANSPORTS]);
		const { snapshots } = game.tried.reduce((sum, each) => ({
			...each,
			snapshots: sum.snapshots + each.snapshots
		}));
		expect(snapshots).toBe(game.snapshot?.tick);
		for (const { up, down, requests } of game.tried) {
			expect(Math.min(up, down, requests)).toBeGreaterThan(0);
		}
	});

	it.each(TRANSPORTS)(
		'a snapshot is found in the very bytes that brought it: %s',
		async (transport) => {
			const game = await join(transport);
			const place = () => `|${game.you},${game.self?.x},${game.self?.y},`;
			await eventually(() => {
				const run = game.trial?.run;
				return run !== undefined && findBearer(run.exchanges, place()) !== null;
			});
		}
	);

	it('ends its world with the last player: the next one begins at tick 1', async () => {
		const one = await join('websocket');
		await eventually(() => (one.snapshot?.tick ?? 0) > 20);
		await one.leave();
		const next = await join('websocket');
		expect(next.snapshot?.tick).toBeLessThan(20);
	});

	it('takes a player out whose page is gone', async () => {
		const one = await join('server-sent-events');
		const other = await join('websocket');
		await eventually(() => players(one).length === 2);
		pages.find(({ game }) => game === other)?.session.close();
		await eventually(() => players(one).length === 1);
	});

	it('takes no more of a flood of inputs than its rate, and nothing that is none; the world goes on', async () => {
		const game = await join('server-sent-events');
		const stream = game.trial?.run.exchanges[0];
		await eventually(() => (game.trial?.run.exchanges[0]?.target ?? null) !== null);
		const target = (stream ?? game.trial?.run.exchanges[0])?.target ?? '';
		const lane = new URL(target, origin).searchParams.get('lane') ?? '';
		const post = async (message: string) => {
			const { status } = await fetch(`${origin}${MESSAGES_PATH}?lane=${lane}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', origin },
				body: JSON.stringify({ message })
			});
			return status;
		};
		expect(await post('no input')).toBe(429);
		const began = performance.now();
		const statuses = await Promise.all(
			Array.from({ length: 300 }, (_, at) => post(`${at + 1} 1 0 1`))
		);
		const seconds = (performance.now() - began) / 1000;
		const taken = statuses.filter((status) => status === 204).length;
		expect(taken).toBeLessThanOrEqual(INPUTS.burst + INPUTS.perSecond * seconds + 1);
		expect(statuses.filter((status) => status !== 204 && status !== 429)).toEqual([]);
		const tick = game.snapshot?.tick ?? 0;
		await eventually(() => (game.snapshot?.tick ?? 0) > tick + 5);
	});
});
