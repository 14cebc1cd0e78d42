import { expect, test } from 'vitest';
import { rowsWindow, WINDOW } from './rows-window.ts';

test.each([
	[0, -1, 0, { start: 0, end: 0 }],
	[40, 39, 0, { start: 0, end: 40 }],
	[1000, -1, 0, { start: 0, end: WINDOW }],
	[1000, 500, 0, { start: 488, end: 512 }],
	[1000, 999, 0, { start: 976, end: 1000 }],
	[1000, 500, 24, { start: 512, end: 536 }],
	[1000, 500, 9999, { start: 976, end: 1000 }]
])('of %s rows around row %s moved by %s the window is %o', (count, center, shift, expected) => {
	expect(rowsWindow(count, center, shift)).toEqual(expected);
});
