import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pattern } from '#lib/transports/stream-source.ts';
import { EventLog } from './event-log.ts';
import { RaceMaker } from './race-maker.ts';
import { raceTimes, type RaceSource } from './race-times.ts';

const RACE: RaceSource = {
	kind: 'race',
	pattern: 'steady',
	rate: 10,
	size: 40,
	seconds: 3,
	seed: 7
};

const timesOf = (change: Partial<RaceSource>): number[] => [...raceTimes({ ...RACE, ...change })];

describe('the times of a race', () => {
	it.each<[Pattern, number, number, number]>([
		['steady', 10, 3, 30],
		['steady', 50, 120, 6000],
		['steady', 0.2, 30, 6],
		['steady', 0.3, 10, 3],
		['bursty', 10, 3, 30],
		['bursty', 7, 3, 21],
		['bursty', 0.5, 3, 1],
		['steady', 0, 60, 0],
		['bursty', 0, 60, 0],
		['rare', 0, 60, 0]
	])('%s, %d a second for %d s: %d events', (pattern, rate, seconds, count) => {
		const times = timesOf({ pattern, rate, seconds });
		expect(times).toHaveLength(count);
		expect(times.every((time) => time > 0 && time <= seconds * 1000)).toBe(true);
	});

	it('are even where they are steady', () => {
		expect(timesOf({ rate: 4, seconds: 1 })).toEqual([250, 500, 750, 1000]);
	});

	it('come in bunches of a second where they are bursty', () => {
		expect(timesOf({ pattern: 'bursty', rate: 5, seconds: 2 })).toEqual([
			...Array<number>(5).fill(1000),
			...Array<number>(5).fill(2000)
		]);
	});

	it('have bunches of four at least, the last one with what is left', () => {
		expect(timesOf({ pattern: 'bursty', rate: 1, seconds: 6 })).toEqual([
			4000, 4000, 4000, 4000, 6000, 6000
		]);
	});

	it.each([50, 0.25])('are seconds apart where they are rare, at a rate of %d', (rate) => {
		const times = timesOf({ pattern: 'rare', rate, seconds: 120 });
		const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
		const average = Math.max(1000 / rate, 2000);
		expect(Math.abs(times.length - 120_000 / average)).toBeLessThan(12);
	});

	it('are the same for the same seed, others for another', () => {
		const rare = { pattern: 'rare', seconds: 60 } as const;
		expect(timesOf(rare)).toEqual(timesOf(rare));
		expect(timesOf({ ...rare, seed: 8 })).not.toEqual(timesOf(rare));
	});
});

describe('a race', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	const start = (change: Partial<RaceSource> = {}) => {
		const log = new EventLog();
		const maker = new RaceMaker({ ...RACE, ...change });
		maker.start(log);
		return { log, maker };
	};
	const texts = (log: EventLog): string[] => log.after(0).events.map(({ data }) => data);

	it('makes each event when it is due, then ends by itself', () => {
		const { log } = start();
		vi.advanceTimersByTime(99);
		expect(log.lastId).toBe(0);
		vi.advanceTimersByTime(1002);
		expect(log.lastId).toBe(11);
		vi.advanceTimersByTime(5000);
		expect([log.lastId, log.isEnded, vi.getTimerCount()]).toEqual([30, true, 0]);
	});

	it('loses nothing to a timer that comes late, and is on time again after it', () => {
		let late = 0;
		const log = new EventLog();
		new RaceMaker(RACE, () => performance.now() + late).start(log);
		vi.advanceTimersByTime(450);
		late = 1720;
		vi.advanceTimersByTime(100);
		expect(log.lastId).toBe(22);
		vi.advanceTimersByTime(40);
		expect(log.lastId).toBe(23);
		vi.advanceTimersByTime(5000);
		expect(log.lastId).toBe(30);
	});

	it('lets others go first where its events take longer than there is time between them', () => {
		let late = 0;
		const log = new EventLog();
		const times: number[] = [];
		new RaceMaker({ ...RACE, rate: 50 }, () => performance.now() + late).start(log);
		log.subscribe(() => {
			late += 30;
			times.push(performance.now());
		});
		vi.advanceTimersByTime(3000);
		// No two of them in one turn of the event loop, and none lost.
		expect([log.lastId, new Set(times).size, log.isEnded]).toEqual([150, 150, true]);
	});

	it('makes the same texts again from the same seed, each of its size', () => {
		const [one, two] = [start().log, start().log];
		vi.advanceTimersByTime(3000);
		expect(texts(one)).toEqual(texts(two));
		expect(texts(one).every((text) => text.length === RACE.size)).toBe(true);
		expect(new Set(texts(one)).size).toBe(30);
	});

	it.each([0, 1e-300])('at a rate of %d makes no event, and ends', (rate) => {
		const { log } = start({ rate });
		vi.advanceTimersByTime(2999);
		expect(log.isEnded).toBe(false);
		vi.advanceTimersByTime(2);
		expect([log.lastId, log.isEnded]).toEqual([0, true]);
	});

	it('leaves no timer behind when it is stopped', () => {
		const { log, maker } = start();
		vi.advanceTimersByTime(1000);
		maker.stop();
		expect([log.lastId, vi.getTimerCount()]).toEqual([10, 0]);
	});

	it('ends where a listener ends the log in the middle of a bunch', () => {
		const { log } = start({ pattern: 'bursty' });
		log.subscribe(({ id }) => {
			if (id === 3) log.end();
		});
		vi.advanceTimersByTime(3000);
		expect([log.lastId, vi.getTimerCount()]).toEqual([3, 0]);
	});
});
