import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deliveries } from './delivery.ts';
import { EmittedLog } from './emitted-log.ts';

function emitted(times: readonly number[]): EmittedLog {
	const log = new EmittedLog();
	times.forEach((t, at) => log.add(at + 1, 1, t));
	return log;
}

describe('deliveries', () => {
	it('measures from the making of an event to its delivery', () => {
		const deliveries = new Deliveries(emitted([1000, 2000]));
		deliveries.add(1, 1, 1400);
		deliveries.add(2, 1, 2600);
		expect([...deliveries.delays.values.values]).toEqual([400, 600]);
	});

	it('waits for the word of an event that came before it', () => {
		const log = emitted([]);
		const deliveries = new Deliveries(log);
		deliveries.add(1, 1, 1400);
		expect(deliveries.delays.count).toBe(0);
		log.add(1, 1, 1000);
		deliveries.settle();
		expect(deliveries.delays.summary).toMatchObject({ count: 1, p50: 400 });
	});

	it('counts an event that comes again once', () => {
		const deliveries = new Deliveries(emitted([0]));
		deliveries.add(1, 5, 10);
		deliveries.add(1, 5, 20);
		expect(deliveries).toMatchObject({ count: 1, bytes: 5, duplicates: 1, missing: 0 });
		expect(deliveries.delays.count).toBe(1);
	});

	it('misses what did not come and was not told to be lost', () => {
		const deliveries = new Deliveries(emitted([0, 0, 0, 0]));
		deliveries.add(4, 1, 10);
		deliveries.skip({ from: 1, to: 2 });
		expect(deliveries).toMatchObject({ skipped: 2, missing: 1, lastId: 4 });
	});

	it('takes no event to come before it was made', () => {
		const deliveries = new Deliveries(emitted([1000]));
		deliveries.add(1, 1, 900);
		expect(deliveries.delays).toMatchObject({ count: 1, beforeCause: 1 });
		expect(deliveries.delays.quantile(1)).toBe(0);
	});

	it('has the count that sets of ids have', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 3000 })), (ids) => {
				const deliveries = new Deliveries(emitted([]));
				for (const id of ids) deliveries.add(id, 1, 0);
				const distinct = new Set(ids).size;
				expect(deliveries.count).toBe(distinct);
				expect(deliveries.duplicates).toBe(ids.length - distinct);
			})
		);
	});
});
