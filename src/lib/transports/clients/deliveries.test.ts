import { describe, expect, it } from 'vitest';
import type { Gap } from '../wire/event-message.ts';
import { Deliveries } from './deliveries.ts';

function setUp(after = 0) {
	const ids: number[] = [];
	const gaps: Gap[] = [];
	const deliveries = new Deliveries(after, {
		onevent: ({ id }) => ids.push(id),
		ongap: (gap) => gaps.push(gap)
	});
	const take = (...all: number[]) => all.forEach((id) => deliveries.take({ id, data: '' }));
	return { deliveries, ids, gaps, take };
}

describe('deliveries', () => {
	it('give an event once and count it when it comes again', () => {
		const { deliveries, ids, take } = setUp();
		take(1, 2, 2, 1, 3);
		expect([ids, deliveries.duplicates, deliveries.last]).toEqual([[1, 2, 3], 2, 3]);
	});

	it('begin after the event that was seen last', () => {
		const { ids, take } = setUp(5);
		take(4, 5, 6);
		expect(ids).toEqual([6]);
	});

	it('tell of what is missing, also where the server did not', () => {
		const { ids, gaps, take } = setUp();
		take(1, 4);
		expect([ids, gaps]).toEqual([[1, 4], [{ from: 2, to: 3 }]]);
	});

	it('tell only the part of a gap that was not seen', () => {
		const { deliveries, gaps, take } = setUp();
		take(1, 2);
		deliveries.lose({ from: 1, to: 2 });
		deliveries.lose({ from: 1, to: 5 });
		take(6);
		expect(gaps).toEqual([{ from: 3, to: 5 }]);
	});

	it('give nothing away once they are closed', () => {
		const { deliveries, ids, gaps, take } = setUp();
		deliveries.close();
		take(1);
		deliveries.lose({ from: 1, to: 5 });
		expect([ids, gaps, deliveries.last]).toEqual([[], [], 0]);
	});

	it.each([-1, 1.5, NaN, 2 ** 60])('do not begin after %s', (after) => {
		expect(() => setUp(after)).toThrow(RangeError);
	});
});
