import { describe, expect, it } from 'vitest';
import { loadResult } from '../../../../tests/support/load-results.ts';
import { costsOf, isBelowFloor } from './costs.ts';

const RESULT = loadResult('websocket');

describe('costs of a load run', () => {
	it('are those of one client, or of 1,000 events', () => {
		const costs = costsOf(RESULT);
		expect(costs).toMatchObject({ rss: 10_000, heap: 4000, external: 0 });
		// 20 ms of CPU a second while all wait, 10 of them the process's own.
		expect(costs.waiting).toBeCloseTo(10);
		expect(costs.floor).toBeCloseTo(10);
		// 140 ms for 10,000 deliveries in 2 s, of which waiting would have used 40.
		expect(costs.delivered?.all).toBeCloseTo(14);
		expect(costs.delivered?.asWaiting).toBeCloseTo(4);
	});

	it('never count more for waiting than was used in all', () => {
		const delivering = { user: 20, system: 0, elapsed: 2000 };
		const { delivered } = costsOf({ ...RESULT, cpu: { ...RESULT.cpu, delivering } });
		expect(delivered).toEqual({ all: 2, asWaiting: 2 });
	});

	it('of deliveries are unknown where there were none', () => {
		expect(costsOf({ ...RESULT, delivered: 0, due: 0 }).delivered).toBeNull();
	});

	it.each([
		['as much as the process alone', 30, true],
		['twice that and more', 90, false]
	])('of waiting with %s is below the floor: %d ms in 3 s → %s', (_name, user, isBelow) => {
		const waiting = { user, system: 0, elapsed: 3000 };
		const costs = costsOf({ ...RESULT, cpu: { ...RESULT.cpu, waiting } });
		expect(isBelowFloor(costs)).toBe(isBelow);
	});
});
