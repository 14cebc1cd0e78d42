import { expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

it('allows a burst, then a steady rate', () => {
	let now = 0;
	const bucket = new TokenBucket(10, 5, () => now);
	const take = (times: number): number =>
		Array.from({ length: times }, () => bucket.take()).filter(Boolean).length;
	expect(take(20)).toBe(5);
	now += 300;
	expect(take(20)).toBe(3);
	now += 60_000;
	expect(take(20)).toBe(5);
});

it('counts what it refused until it is full again', () => {
	let now = 0;
	const bucket = new TokenBucket(10, 1, () => now);
	bucket.take();
	bucket.take();
	bucket.take();
	expect(bucket.refusals).toBe(2);
	now += 1000;
	bucket.take();
	expect(bucket.refusals).toBe(0);
});
