import { describe, expect, test } from 'vitest';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { BUCKETS, TickBuckets } from './ticks.ts';

const record = (t: number, direction: 'client' | 'server' | null): ConversationRecord =>
	({ kind: 'body', t, direction }) as ConversationRecord;

const many = (n: number) =>
	Array.from({ length: n }, (_, i) => record(i * 100, i % 2 ? 'server' : 'client'));

test.each([10_000, 100_000])('%s records draw a bounded number of ticks', (n) => {
	const ticks = new TickBuckets().ticks(many(n), n, n * 100);
	expect(ticks.length).toBeLessThanOrEqual(2 * BUCKETS);
});

test('every record with a direction is counted once', () => {
	const ticks = new TickBuckets().ticks(many(5000), 5000, 500_000);
	expect(ticks.reduce((sum, tick) => sum + tick.records, 0)).toBe(5000);
});

test('what neither side sent draws no tick', () => {
	expect(new TickBuckets().ticks([record(5, null)], 1, 10)).toEqual([]);
});

test('a tick stands where its record does, to a bucket', () => {
	const [tick] = new TickBuckets().ticks([record(750, 'client')], 1, 1000);
	expect(tick?.at).toBeCloseTo(0.75, 2);
});

test('time is counted from the origin', () => {
	const [tick] = new TickBuckets(5000).ticks([record(5500, 'client')], 1, 1000);
	expect(tick?.at).toBeCloseTo(0.5, 2);
});

describe('growing', () => {
	test('records fed in pieces give the ticks of all at once', () => {
		const records = many(4000);
		const grown = new TickBuckets();
		for (let n = 1; n <= 4000; n += 333) grown.ticks(records, n, n * 100);
		expect(grown.ticks(records, 4000, 400_000)).toEqual(
			new TickBuckets().ticks(records, 4000, 400_000)
		);
	});

	test('a record is read once, however often the ticks are asked for', () => {
		let reads = 0;
		const records = many(100).map((each) => ({
			...each,
			get t() {
				reads++;
				return each.t;
			}
		})) as ConversationRecord[];
		const buckets = new TickBuckets();
		for (let i = 0; i < 5; i++) buckets.ticks(records, 100, 10_000);
		expect(reads).toBe(100);
	});
});
