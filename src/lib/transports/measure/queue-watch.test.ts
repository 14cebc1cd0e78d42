import { describe, expect, it } from 'vitest';
import { QueueWatch } from './queue-watch.ts';

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
		expect(watch.result).toEqual({ requests: 1, longest: 3_000_000 });
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
		expect(watch.result.requests).toBe(0);
	});
});
