import { describe, expect, it } from 'vitest';
import { QueueWatch, showsLimit } from './queue-watch.ts';

const near = { delay: 0, jitter: 0 };

describe('what waits in the browser', () => {
	it('is a request that the server has not seen', () => {
		const watch = new QueueWatch(near);
		watch.tell('begin', 1, 1_000_000);
		expect(watch.waiting(1_100_000)).toBe(0);
		expect(watch.waiting(3_000_000)).toBe(2_000_000);
	});

	it('is over when the server sees it, and counted', () => {
		const watch = new QueueWatch(near);
		watch.tell('begin', 1, 1_000_000);
		watch.see(4_000_000);
		expect(watch.waiting(5_000_000)).toBe(0);
		expect(watch.result).toEqual({ requests: 1, unsent: 0, longest: 3_000_000 });
	});

	it('is not what spent its time on the way', () => {
		const watch = new QueueWatch({ delay: 900, jitter: 200 });
		watch.tell('begin', 1, 0);
		watch.see(1_050_000);
		expect(watch.result.requests).toBe(0);
	});

	it('is not what was answered before the word of it came', () => {
		const watch = new QueueWatch(near);
		watch.tell('begin', 1, 0);
		watch.tell('end', 1, 20_000);
		watch.tell('begin', 2, 1_000_000);
		watch.see(5_000);
		watch.see(1_005_000);
		expect(watch.result.requests).toBe(0);
	});

	it('is not what failed before it reached the server', () => {
		const watch = new QueueWatch(near);
		watch.tell('begin', 1, 0);
		watch.tell('end', 1, 10_000);
		watch.tell('begin', 2, 2_000_000);
		watch.see(2_001_000);
		expect(watch.result).toEqual({ requests: 0, unsent: 0, longest: 0 });
	});

	it('is a request too that never left: cut off, or there until the end', () => {
		const watch = new QueueWatch(near);
		watch.tell('begin', 1, 0);
		watch.tell('end', 1, 4_000_000);
		watch.tell('begin', 2, 5_000_000);
		watch.see(5_001_000);
		expect(watch.result).toEqual({ requests: 0, unsent: 1, longest: 4_000_000 });
		watch.tell('begin', 3, 6_000_000);
		watch.close(8_000_000);
		expect(watch.result).toEqual({ requests: 0, unsent: 2, longest: 4_000_000 });
	});

	it.each([
		['was answered', { delay: 0, jitter: 0 }, true],
		['may be on its way through the delay of its lane', { delay: 2000, jitter: 500 }, false]
	])('is not a request at the end that %s', (_what, conditions, isAnswered) => {
		const watch = new QueueWatch(conditions);
		watch.tell('begin', 1, 0);
		if (isAnswered) watch.tell('first-byte', 1, 1_500_000);
		expect(watch.waiting(2_500_000)).toBe(0);
		expect(watch.waitingRequests(2_500_000)).toBe(0);
		watch.close(3_000_000);
		expect(watch.result).toEqual({ requests: 0, unsent: 0, longest: 0 });
	});

	it('is counted anew where nobody could tell what the server sees', () => {
		const watch = new QueueWatch(near);
		watch.tell('begin', 1, 0);
		watch.tell('begin', 2, 0);
		watch.doubt(3_000_000);
		expect(watch.waiting(3_100_000)).toBe(0);
		expect(watch.waiting(5_000_000)).toBe(2_000_000);
		expect(watch.waitingRequests(5_000_000)).toBe(2);
		watch.see(3_001_000);
		watch.close(3_500_000);
		expect(watch.result).toEqual({ requests: 0, unsent: 0, longest: 0 });
	});
});

describe('the limit of six connections', () => {
	it.each([
		[300_000, 6, 0, true],
		[300_000, 5, 0, false],
		[1_000_000, 1, 0, true],
		[1_000_000, 1, 5000, false],
		[1_005_000, 0, 5000, true],
		[0, 6, 0, false]
	])('after %d µs, %d held here, a clock wrong by %d µs: %s', (longest, held, error, shows) => {
		expect(showsLimit(longest, held, error)).toBe(shows);
	});
});
