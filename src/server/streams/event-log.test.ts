import { describe, expect, it } from 'vitest';
import { EventLog } from './event-log.ts';

function filled(count: number, log = new EventLog()): EventLog {
	for (let n = 1; n <= count; n++) log.append(`event ${n}`);
	return log;
}

const ids = (log: EventLog, after: number): number[] => log.after(after).events.map(({ id }) => id);

describe('an event log', () => {
	it('numbers its events from 1', () => {
		const log = new EventLog();
		expect([log.lastId, log.append('a'), log.append('b'), log.lastId]).toEqual([
			0,
			{ id: 1, data: 'a' },
			{ id: 2, data: 'b' },
			2
		]);
	});

	it.each([
		['all of them', 0, [1, 2, 3]],
		['those that follow', 2, [3]],
		['none after the newest', 3, []]
	])('gives after a cursor %s', (_title, cursor, expected) => {
		expect(ids(filled(3), cursor)).toEqual(expected);
	});

	it.each([
		[0, true],
		[3, true],
		[4, false],
		[-1, false],
		[1.5, false],
		[Number.NaN, false]
	])('knows of %d: %s', (id, isKnown) => {
		expect(filled(3).knows(id)).toBe(isKnown);
	});

	it('tells each listener every event once, in order, before append returns', () => {
		const log = filled(1);
		const told: string[] = [];
		log.subscribe(({ id }) => told.push(`a${id}`));
		log.subscribe(({ id }) => told.push(`b${id}`));
		filled(2, log);
		expect(told).toEqual(['a2', 'b2', 'a3', 'b3']);
	});

	it('tells a listener nothing more once it has left', () => {
		const log = new EventLog();
		const told: number[] = [];
		const leave = log.subscribe(({ id }) => told.push(id));
		filled(1, log);
		leave();
		filled(1, log);
		expect([told, log.listeners]).toEqual([[1], 0]);
	});

	it('tells an event not again to who leaves and comes back because of it', () => {
		const log = new EventLog();
		const told: number[] = [];
		const listen = (): void => {
			const leave = log.subscribe(({ id }) => {
				told.push(id);
				leave();
				listen();
			});
		};
		listen();
		filled(3, log);
		expect([told, log.listeners]).toEqual([[1, 2, 3], 1]);
	});

	it('tells the others where one listener throws, and reports it', () => {
		const faults: unknown[] = [];
		const told: number[] = [];
		const log = new EventLog({ onFault: (error) => faults.push(error) });
		log.subscribe(() => {
			throw new Error('mine');
		});
		log.subscribe(({ id }) => told.push(id));
		filled(2, log);
		expect([told, faults.length]).toEqual([[1, 2], 2]);
	});

	it('takes no event once it has ended, says so once, and can still be read', () => {
		let ends = 0;
		const log = filled(2, new EventLog({ onEnd: () => ends++ }));
		log.end();
		log.end();
		expect(() => log.append('late')).toThrow(TypeError);
		expect([log.isEnded, ends, ids(log, 0)]).toEqual([true, 1, [1, 2]]);
	});
});

describe('what a log keeps', () => {
	it('is bounded in events, and the gap is told', () => {
		const log = filled(10, new EventLog({ maxEvents: 4 }));
		expect(ids(log, 3)).toEqual([7, 8, 9, 10]);
		expect(log.after(3).gap).toEqual({ from: 4, to: 6 });
	});

	it.each([
		['has one up to what is kept', 0, { from: 1, to: 6 }],
		['has one of a single event', 5, { from: 6, to: 6 }],
		['has none where the next one is kept', 6, null],
		['has none in between', 8, null]
	])('%s: a cursor of %d', (_title, cursor, gap) => {
		expect(filled(10, new EventLog({ maxEvents: 4 })).after(cursor).gap).toEqual(gap);
	});

	it('is bounded in bytes, down to no event at all', () => {
		const log = filled(3, new EventLog({ maxBytes: 10 }));
		expect(log.after(0)).toEqual({ events: [], gap: { from: 1, to: 3 } });
	});

	it('is found again over thousands of events', () => {
		const log = new EventLog({ maxEvents: 100 });
		for (let n = 1; n <= 5000; n++) {
			log.append(String(n));
			const { events, gap } = log.after(n - Math.min(n, 100));
			expect(gap).toBeNull();
			expect(events.every(({ id, data }) => data === String(id))).toBe(true);
			expect(events).toHaveLength(Math.min(n, 100));
		}
	});

	it('is no more than a share where all logs together hold too much', () => {
		const pool = { held: 0 };
		const bounds = { pool, maxPoolBytes: 2000, share: 500 };
		const logs = [new EventLog(bounds), new EventLog(bounds)];
		for (let n = 0; n < 50; n++) for (const log of logs) log.append('x'.repeat(18));
		expect(pool.held).toBeLessThanOrEqual(2000);
		for (const log of logs) expect(log.after(0).events.length).toBeGreaterThan(0);
	});

	it('is given back to the pool when the log is closed', () => {
		const pool = { held: 0 };
		const log = filled(20, new EventLog({ pool }));
		log.subscribe(() => undefined);
		expect(pool.held).toBeGreaterThan(0);
		log.close();
		expect([pool.held, log.listeners]).toEqual([0, 0]);
	});
});
