import { describe, expect, it } from 'vitest';
import { loadResult } from '../../../../tests/support/load-results.ts';
import { extrapolate, unitCosts } from './extrapolate.ts';
import type { LoadResult } from './load-report.ts';

const RESULT = loadResult('websocket');

function valueOf(result: LoadResult, name: string): number | undefined {
	return extrapolate(result, 1_000_000).values.find((value) => value.name === name)?.value;
}

describe('unit costs', () => {
	it('are differences, divided by clients or deliveries', () => {
		const costs = unitCosts(RESULT);
		expect(costs).toMatchObject({ rss: 10_000, heap: 4000, external: 0 });
		// 20 ms a second while all wait, 10 before; 40 of the 140 ms are waiting's.
		expect(costs.waiting).toBeCloseTo(0.01);
		expect(costs.deliveries).toBeCloseTo(10);
		expect(costs.connecting).toBeCloseTo(0.3);
	});

	it('of waiting are also what crosses meanwhile, in each second', () => {
		const { files, requests, up, down } = unitCosts(RESULT);
		expect([files, requests, up, down]).toEqual([1, 1, 200, 100]);
	});

	it('are never negative', () => {
		const { before, waiting } = RESULT.memory;
		const memory = { ...RESULT.memory, before: waiting, waiting: before };
		expect(unitCosts({ ...RESULT, memory }).rss).toBe(0);
	});

	it('of deliveries are unknown where there were none', () => {
		expect(unitCosts({ ...RESULT, delivered: 0, due: 0 }).deliveries).toBeNull();
	});
});

describe('an extrapolation to a million clients', () => {
	it.each([
		['memory', 100e6 + 10e9],
		['heap', 20e6 + 4e9],
		['idle-cores', 10],
		['files', 1_000_000],
		['idle-requests', 1_000_000],
		['idle-up', 200_000_000],
		['idle-down', 100_000_000],
		['event-seconds', 10],
		['connect-seconds', 300]
	])('says of %s: %d', (name, value) => {
		expect(valueOf(RESULT, name)).toBeCloseTo(value, 3);
	});

	it('is what its base and its factors give', () => {
		for (const { value, base, factors } of extrapolate(RESULT, 1_000_000).values) {
			const product = factors.reduce((sum, factor) => sum * factor.value, 1);
			expect(value).toBeCloseTo(base + product, 3);
		}
	});

	it('says nothing of deliveries where there were none', () => {
		expect(valueOf({ ...RESULT, delivered: 0, due: 0 }, 'event-seconds')).toBeUndefined();
	});

	it.each([
		['websocket', {}, []],
		['short-polling', {}, ['interval']],
		['long-polling', {}, ['hold']],
		['websocket', { delivered: 9 }, ['overloaded']],
		['websocket', { isCollected: false }, ['not-collected']]
	] as const)('of %s with %j assumes also %j', (transport, more, codes) => {
		const result = { ...RESULT, ...more, order: { ...RESULT.order, transport } };
		const assumed = extrapolate(result, 1_000_000).assumptions.map(({ code }) => code);
		expect(assumed).toEqual([
			'linear',
			'kernel-not-counted',
			'loopback',
			'one-core-a-process',
			'whole-process',
			'memory-used-again',
			...codes
		]);
	});

	it.each([0, 1.5, -1, NaN])('of %d clients is a mistake', (clients) => {
		expect(() => extrapolate(RESULT, clients)).toThrow('clients');
	});
});
