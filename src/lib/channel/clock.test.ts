import { describe, expect, it } from 'vitest';
import { estimateClock, measureCoarseness, SessionClock } from './clock.ts';

describe('the clock estimate', () => {
	it('knows nothing without an exchange', () => {
		expect(estimateClock([], 0)).toBeNull();
	});

	it('puts the server in the middle of the round trip, give or take half of it', () => {
		expect(estimateClock([{ sent: 1000, received: 1400, server: 5200 }], 0)).toEqual({
			offset: 4000,
			error: 200
		});
	});

	it('adds the coarseness of the page clock to the error', () => {
		expect(estimateClock([{ sent: 0, received: 400, server: 0 }], 100)?.error).toBe(300);
	});

	it('believes the exchange with the shortest round trip', () => {
		const exchanges = [
			{ sent: 0, received: 4000, server: 900 },
			{ sent: 5000, received: 5200, server: 6100 },
			{ sent: 6000, received: 9000, server: 6000 }
		];
		expect(estimateClock(exchanges, 0)?.offset).toBe(1000);
	});

	it('lets an old exchange go once the clocks may have drifted further than it knew', () => {
		const old = { sent: 0, received: 100, server: 50 };
		const fresh = { sent: 60e6, received: 60e6 + 2000, server: 60e6 + 3000 };
		expect(estimateClock([old, fresh], 0)).toEqual({ offset: 2000, error: 1000 });
	});

	it.each([0, 0.1, 0.5, 0.9, 1])(
		'holds the true offset within its error when %f of the delay is on the way out',
		(share) => {
			const offset = 123_456;
			const exchanges = [200, 900, 5000].map((trip, index) => {
				const sent = index * 10_000;
				return { sent, received: sent + trip, server: sent + trip * share + offset };
			});
			const estimate = estimateClock(exchanges, 0);
			expect(Math.abs((estimate?.offset ?? 0) - offset)).toBeLessThanOrEqual(estimate?.error ?? 0);
		}
	);
});

describe('the coarseness of a clock', () => {
	it('is its smallest step', () => {
		let reads = 0;
		expect(measureCoarseness(() => Math.floor(reads++ / 10) * 0.5)).toBe(0.5);
	});

	it('is 0 for a clock that stands still', () => {
		expect(measureCoarseness(() => 7)).toBe(0);
	});
});

describe('the session clock', () => {
	it('learns from a few exchanges, and forgets them with the session', () => {
		let now = 0;
		const clock = new SessionClock(() => now);
		for (let exchange = 0; exchange < 8; exchange++) {
			expect(clock.isLearning).toBe(true);
			const sent = clock.read();
			now += 2;
			clock.learn(sent, sent + 1000 + 500);
		}
		expect(clock.isLearning).toBe(false);
		expect(clock.estimate?.offset).toBe(500);
		clock.reset();
		expect(clock.estimate).toBeNull();
	});
});
