import { describe, expect, it } from 'vitest';
import { Burst, MOST_MESSAGES } from './burst.svelte.ts';

function setUp() {
	const waiting: (() => void)[] = [];
	const clock = {
		time: 0,
		now: () => clock.time,
		later: (tick: () => void) => void waiting.push(tick)
	};
	const peer = {
		readyState: 1,
		bufferedAmount: 0,
		sent: 0,
		send() {
			peer.sent++;
			return null;
		}
	};
	const advance = (milliseconds: number): void => {
		clock.time += milliseconds;
		for (const tick of waiting.splice(0)) tick();
	};
	return { burst: new Burst(clock), peer, advance };
}

describe('Burst', () => {
	it('sends all at once when no rate is given', () => {
		const { burst, peer } = setUp();
		burst.start(peer, { count: 1000, rate: 0, data: 'x' });
		expect(peer.sent).toBe(1000);
		expect(burst.isRunning).toBe(false);
	});

	it('keeps to the rate by the clock', () => {
		const { burst, peer, advance } = setUp();
		burst.start(peer, { count: 100, rate: 1000, data: 'x' });
		advance(10);
		expect(peer.sent).toBe(10);
		advance(50);
		expect(peer.sent).toBe(60);
	});

	it('waits while the socket has too much to send', () => {
		const { burst, peer, advance } = setUp();
		peer.bufferedAmount = 1 << 20;
		burst.start(peer, { count: 5, rate: 0, data: 'x' });
		expect(peer.sent).toBe(0);
		peer.bufferedAmount = 0;
		advance(8);
		expect(peer.sent).toBe(5);
	});

	it('ends when the connection closes', () => {
		const { burst, peer, advance } = setUp();
		burst.start(peer, { count: 100, rate: 1000, data: 'x' });
		peer.readyState = 3;
		advance(50);
		expect([burst.isRunning, peer.sent]).toEqual([false, 1]);
	});

	it('stops when asked', () => {
		const { burst, peer, advance } = setUp();
		burst.start(peer, { count: 100, rate: 1000, data: 'x' });
		burst.stop();
		advance(50);
		expect(peer.sent).toBe(1);
	});

	it('is bounded', () => {
		const { burst, peer } = setUp();
		burst.start(peer, { count: 1e9, rate: 0, data: 'x' });
		expect(burst.total).toBe(MOST_MESSAGES);
	});
});
