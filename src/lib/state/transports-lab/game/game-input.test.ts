import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SendOutcome } from '#lib/transports/clients/event-client.ts';
import { GameInput } from './game-input.ts';

function setUp(outcome: () => SendOutcome = () => ({ kind: 'sent', isTaken: true })) {
	const sent: string[] = [];
	const input = new GameInput({
		now: () => performance.now(),
		send: (message) => {
			sent.push(message);
			return Promise.resolve(outcome());
		}
	});
	const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
	return { input, sent, later };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the inputs of a player', () => {
	it('are sent as soon as something changes, and not while a key is held', async () => {
		const { input, sent, later } = setUp();
		input.press('right', 0);
		input.press('right', 5);
		await later(1000);
		input.press('up', 1000);
		await later(1000);
		input.release('right', 2000);
		await later(1000);
		expect(sent).toEqual(['1 1 0 0', '2 1 -1 0', '3 0 -1 0']);
	});

	it('that come too fast are said as one', async () => {
		const { input, sent, later } = setUp();
		input.press('right', 0);
		input.release('right', 1);
		input.strike(2);
		input.press('down', 3);
		await later(100);
		expect(sent).toEqual(['1 1 0 0', '2 0 1 1']);
	});

	it('that were not taken are said again, without a second blow', async () => {
		let isDown = true;
		const { input, sent, later } = setUp(() =>
			isDown ? { kind: 'not-sent' } : { kind: 'sent', isTaken: false }
		);
		input.press('left', 0);
		await later(0);
		input.strike(0);
		await later(350);
		isDown = false;
		await later(1000);
		expect(sent.at(-1)).toMatch(/^\d+ -1 0 0$/);
		const count = sent.length;
		await later(5000);
		expect(sent).toHaveLength(count);
	});

	it('are timed from the key to the snapshot that has seen them', async () => {
		const { input, later } = setUp();
		const at = performance.now();
		input.press('left', at);
		await later(70);
		expect(input.see(0)).toEqual([]);
		expect(input.see(1)).toEqual([70]);
		expect(input.see(1)).toEqual([]);
	});

	it('leave nothing behind when the game is over', async () => {
		const { input, sent, later } = setUp(() => ({ kind: 'not-sent' }));
		input.press('left', 0);
		await later(0);
		input.forget();
		await later(5000);
		expect(sent).toHaveLength(1);
		expect(vi.getTimerCount()).toBe(0);
		expect(input.see(99)).toEqual([]);
	});
});
