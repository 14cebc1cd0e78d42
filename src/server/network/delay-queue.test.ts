import { describe, expect, it } from 'vitest';
import { DelayQueue, type NetworkClock } from './delay-queue.ts';

/** A clock that a test moves; timers fire `early` ms before they should, as Node's may. */
class TestClock implements NetworkClock {
	time = 0;
	early = 0;
	started = 0;
	#timers = new Map<number, { at: number; callback: () => void }>();

	get waiting(): number {
		return this.#timers.size;
	}

	now(): number {
		return this.time;
	}

	setTimeout(callback: () => void, ms: number): number {
		this.#timers.set(++this.started, { at: this.time + Math.max(0, ms - this.early), callback });
		return this.started;
	}

	clearTimeout(timer: unknown): void {
		this.#timers.delete(timer as number);
	}

	to(time: number): void {
		for (let next = this.#next(time); next; next = this.#next(time)) {
			this.time = Math.max(this.time, next[1].at);
			this.early = 0;
			this.#timers.delete(next[0]);
			next[1].callback();
		}
		this.time = time;
	}

	#next(time: number) {
		const due = [...this.#timers].filter(([, { at }]) => at <= time);
		return due.sort(([, left], [, right]) => left.at - right.at)[0];
	}
}

function queueOf(delay: number, jitter = 0, random: () => number = () => 0) {
	const clock = new TestClock();
	const out: [time: number, value: number][] = [];
	const queue = new DelayQueue<number>(clock, random, (value) => out.push([clock.now(), value]));
	queue.conditions = { delay, jitter };
	return { clock, queue, out };
}

describe('a delay queue', () => {
	it('lets each value leave after the delay', () => {
		const { clock, queue, out } = queueOf(100);
		queue.push(1, 1);
		clock.to(30);
		queue.push(2, 1);
		clock.to(99);
		expect(out).toEqual([]);
		clock.to(200);
		expect(out).toEqual([
			[100, 1],
			[130, 2]
		]);
	});

	it('keeps the order whatever the jitter says', () => {
		const drawn = [0.9, 0.1, 0.5];
		const { clock, queue, out } = queueOf(10, 100, () => drawn.shift() ?? 0);
		for (const value of [1, 2, 3]) queue.push(value, 1);
		clock.to(500);
		expect(out).toEqual([
			[100, 1],
			[100, 2],
			[100, 3]
		]);
	});

	it('keeps the order where the delay becomes shorter', () => {
		const { clock, queue, out } = queueOf(100);
		queue.push(1, 1);
		queue.conditions = { delay: 0, jitter: 0 };
		queue.push(2, 1);
		clock.to(100);
		expect(out.map(([, value]) => value)).toEqual([1, 2]);
	});

	it('lets a value pass at once where there are no conditions', () => {
		const { clock, queue, out } = queueOf(0);
		queue.push(1, 1);
		expect([out, clock.started]).toEqual([[[0, 1]], 0]);
	});

	it('lets nothing leave before its time where a timer is early', () => {
		const { clock, queue, out } = queueOf(100);
		clock.early = 0.7;
		queue.push(1, 1);
		clock.to(300);
		expect(out[0]?.[0]).toBeGreaterThanOrEqual(100);
	});

	it('has one timer for all values, and none when it is empty', () => {
		const { clock, queue } = queueOf(100);
		for (let value = 0; value < 1000; value++) queue.push(value, 1);
		expect(clock.waiting).toBe(1);
		clock.to(100);
		expect([clock.waiting, clock.started]).toEqual([0, 1]);
	});

	it('holds what has arrived until it is resumed', () => {
		const { clock, queue, out } = queueOf(10);
		queue.hold();
		queue.push(1, 1);
		clock.to(50);
		expect([out.length, clock.waiting]).toEqual([0, 0]);
		queue.resume();
		expect(out).toEqual([[50, 1]]);
	});

	it('may be held and resumed by who takes a value', () => {
		const clock = new TestClock();
		const out: number[] = [];
		const queue: DelayQueue<number> = new DelayQueue(
			clock,
			() => 0,
			(value) => {
				queue.hold();
				out.push(value);
				if (value !== 2) queue.resume();
			}
		);
		for (const value of [1, 2, 3]) queue.push(value, 1);
		expect(out).toEqual([1, 2]);
		queue.resume();
		expect(out).toEqual([1, 2, 3]);
	});

	it('counts the bytes on their way', () => {
		const { clock, queue } = queueOf(10);
		queue.push(1, 300);
		queue.push(2, 50);
		expect(queue.bytes).toBe(350);
		clock.to(10);
		expect(queue.bytes).toBe(0);
	});

	it('forgets all, and leaves no timer', () => {
		const { clock, queue, out } = queueOf(10);
		queue.push(1, 300);
		queue.clear();
		expect([clock.waiting, queue.bytes]).toEqual([0, 0]);
		clock.to(50);
		expect(out).toEqual([]);
	});
});
