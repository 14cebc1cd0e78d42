import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { INPUTS, MOST_PLAYERS, TICK } from '#lib/transports/game/game-bounds.ts';
import { decodeGameEvent } from '#lib/transports/game/game-event.ts';
import { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';
import { Game } from './game.ts';

const LANE = {} as Lane;

function play(game: Game) {
	const player = game.make();
	const log: EventLog = new EventLog({ onEnd: () => player.stop() });
	player.start(log);
	const events = () => log.after(0).events.map(({ data }) => decodeGameEvent(data));
	const send = (message: string) => player.receive(LANE, message);
	const self = () => {
		const [you, last] = [events()[0], events().at(-1)];
		if (you?.kind !== 'you' || last?.kind !== 'snapshot') return null;
		return last.snapshot.players.find(({ number }) => number === you.number) ?? null;
	};
	return { log, events, send, self, last: () => log.after(0).events.at(-1)?.data };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the game', () => {
	it('tells a player who it is, then a snapshot a tick', () => {
		const { events, log } = play(new Game());
		vi.advanceTimersByTime(20 * TICK);
		expect(events()[0]).toEqual({ kind: 'you', number: 1 });
		const snapshots = events().filter((event) => event?.kind === 'snapshot');
		expect(snapshots).toHaveLength(log.lastId - 1);
		expect(snapshots.map((event) => event.snapshot.tick)).toEqual(
			Array.from({ length: snapshots.length }, (_, at) => at + 1)
		);
		log.end();
	});

	it('gives everybody the same text', () => {
		const game = new Game();
		const [one, other] = [play(game), play(game)];
		vi.advanceTimersByTime(5 * TICK);
		expect(one.last()).toBe(other.last());
		one.log.end();
		other.log.end();
	});

	it('runs only while somebody plays, and leaves no timer behind', () => {
		const game = new Game();
		expect(game.isRunning).toBe(false);
		const [one, other] = [play(game), play(game)];
		one.log.end();
		expect(game.isRunning).toBe(true);
		other.log.end();
		expect(game.isRunning).toBe(false);
		expect(vi.getTimerCount()).toBe(0);
		expect(game.world.players).toEqual([]);
	});

	it('takes an input at the next tick, and gives its number back', () => {
		const { send, self, log } = play(new Game());
		vi.advanceTimersByTime(TICK);
		const before = self()?.x ?? 0;
		expect(send(`417 ${before > 480 ? -1 : 1} 0 0`)).toBe(true);
		vi.advanceTimersByTime(TICK);
		expect(self()?.seen).toBe(417);
		expect(self()?.x).not.toBe(before);
		log.end();
	});

	it.each(['', 'up', '1 5 0 0', '{"dx":1}', 'x'.repeat(60_000), '1 0 0 0\u0000'])(
		'does not take %.20j',
		(message) => {
			const { send, self, log } = play(new Game());
			expect(send(message)).toBe(false);
			vi.advanceTimersByTime(TICK);
			expect(self()?.seen).toBe(0);
			log.end();
		}
	);

	it('bounds the inputs of one player, and no other’s', () => {
		const game = new Game();
		const [one, other] = [play(game), play(game)];
		const taken = Array.from({ length: 500 }, (_, at) => one.send(`${at + 1} 1 0 1`));
		expect(taken.filter(Boolean)).toHaveLength(INPUTS.burst);
		expect(other.send('1 1 0 0')).toBe(true);
		vi.advanceTimersByTime(1000);
		expect(one.send('501 0 0 0')).toBe(true);
		one.log.end();
		other.log.end();
	});

	it('says so where all places are taken, and has room when somebody leaves', () => {
		const game = new Game();
		const players = Array.from({ length: MOST_PLAYERS }, () => play(game));
		const late = play(game);
		expect(late.events()).toEqual([{ kind: 'over', end: 'full' }]);
		expect(late.log.isEnded).toBe(true);
		players[9]?.log.end();
		const next = play(game);
		expect(next.events()).toEqual([{ kind: 'you', number: 10 }]);
		for (const { log } of [...players, next]) log.end();
		expect(game.isRunning).toBe(false);
	});

	it('lets go of who has sent nothing for long, and of nobody else', () => {
		const game = new Game({ idleSeconds: 2 });
		const [idle, busy] = [play(game), play(game)];
		for (let second = 1; second <= 3; second++) {
			busy.send(`${second} 0 0 0`);
			vi.advanceTimersByTime(1000);
		}
		expect(idle.events().at(-1)).toEqual({ kind: 'over', end: 'idle' });
		expect(busy.log.isEnded).toBe(false);
		busy.log.end();
		expect(game.isRunning).toBe(false);
	});
});
