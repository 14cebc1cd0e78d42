import { describe, expect, test } from 'vitest';
import type { PlayerClock } from '../../workbench/player.svelte.ts';
import { RoundPlayer } from './accept-player.svelte.ts';

/** A clock that moves when the test says so. */
class HandClock implements PlayerClock {
	time = 0;
	#frame: (() => void) | null = null;

	now(): number {
		return this.time;
	}
	requestFrame(callback: () => void): number {
		this.#frame = callback;
		return 1;
	}
	cancelFrame(): void {
		this.#frame = null;
	}
	get isWaiting(): boolean {
		return this.#frame !== null;
	}
	/** One frame later by so many ms. */
	tick(ms: number): void {
		this.time += ms;
		const frame = this.#frame;
		this.#frame = null;
		frame?.();
	}
}

function setUp(blocks = 2) {
	const clock = new HandClock();
	const message = { blocks };
	const player = new RoundPlayer(() => message.blocks, clock);
	return { clock, message, player, at: () => [player.block, player.step] };
}

describe('stepping', () => {
	test('a player begins before the first round', () => {
		const { player, at } = setUp();
		expect([at(), player.isAtStart]).toEqual([[0, 0], true]);
	});

	test('81 places of a block lead to the beginning of the next, and back', () => {
		const { player, at } = setUp();
		player.stepBy(81);
		expect(at()).toEqual([1, 0]);
		player.stepBy(-1);
		expect(at()).toEqual([0, 80]);
	});

	test('a step beyond either end is that end', () => {
		const { player, at } = setUp();
		player.stepBy(-1);
		expect(at()).toEqual([0, 0]);
		player.stepBy(1000);
		expect([at(), player.isAtEnd]).toEqual([[1, 80], true]);
	});

	test.each([
		[0, 37, [0, 37]],
		[1, 80, [1, 80]],
		[1, 400, [1, 80]],
		[0, -3, [0, 0]],
		[9, 5, [1, 80]]
	])('a jump to block %i, round %i', (block, step, place) => {
		const { player, at } = setUp();
		player.goTo(block, step);
		expect(at()).toEqual(place);
	});

	test('a shorter message has fewer places', () => {
		const { player, message, at } = setUp(3);
		player.goToEnd();
		message.blocks = 1;
		expect(at()).toEqual([0, 80]);
	});

	test('without a message there is one place', () => {
		const { player, at } = setUp(0);
		player.stepBy(1);
		player.play();
		expect([at(), player.isPlaying]).toEqual([[0, 0], false]);
	});
});

describe('playing', () => {
	test('goes on by the clock, at so many rounds a second', () => {
		const { player, clock, at } = setUp();
		player.speed = 20;
		player.play();
		clock.tick(100);
		expect(at()).toEqual([0, 2]);
		clock.tick(30);
		clock.tick(30);
		expect(at()).toEqual([0, 3]);
	});

	test('a page that slept does not skip what it slept through', () => {
		const { player, clock, at } = setUp();
		player.speed = 20;
		player.play();
		clock.tick(60_000);
		expect(at()).toEqual([0, 5]);
	});

	test('stops at the end, and begins again from there', () => {
		const { player, clock, at } = setUp(1);
		player.goTo(0, 79);
		player.speed = 20;
		player.play();
		clock.tick(100);
		expect([at(), player.isPlaying, clock.isWaiting]).toEqual([[0, 80], false, false]);
		player.play();
		expect(at()).toEqual([0, 0]);
	});

	test('a step stops it', () => {
		const { player, clock } = setUp();
		player.play();
		player.stepBy(1);
		expect([player.isPlaying, clock.isWaiting]).toEqual([false, false]);
	});
});
