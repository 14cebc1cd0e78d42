import { describe, expect, it } from 'vitest';
import { replaceWindow, windowStart } from './hex-window.ts';

describe('windowStart', () => {
	it.each([
		['at the beginning where nothing is chosen', 5000, null, null, 0],
		['where the chosen byte is', 5000, 3000, null, 2048],
		['where it was moved to', 5000, 3000, { focus: 3000, start: 4096 }, 4096],
		['where another choice is', 5000, 10, { focus: 3000, start: 4096 }, 0],
		[
			'where it was moved to, after the choice is gone',
			5000,
			null,
			{ focus: 9, start: 1024 },
			1024
		],
		['inside what is left of the bytes', 900, null, { focus: null, start: 4096 }, 0],
		['at the beginning of nothing', 0, null, null, 0]
	])('is %s', (_, total, focus, moved, start) => {
		expect(windowStart(total, focus, moved, 1024)).toBe(start);
	});
});

describe('replaceWindow', () => {
	it.each([
		['shorter', [9], [1, 9, 4]],
		['longer', [7, 8, 9], [1, 7, 8, 9, 4]],
		['empty', [], [1, 4]]
	])('puts a %s part between what stands before and behind', (_, part, whole) => {
		const bytes = Uint8Array.of(1, 2, 3, 4);
		expect([...replaceWindow(bytes, 1, 3, Uint8Array.from(part))]).toEqual(whole);
	});
});
