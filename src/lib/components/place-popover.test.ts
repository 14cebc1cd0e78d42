import { describe, expect, it } from 'vitest';
import { placeBeside } from './place-popover.ts';

const viewport = { width: 400, height: 600 };
const popover = { width: 160, height: 200 };
const at = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 32 });

describe('a popover', () => {
	it.each([
		['below, starts in line', at(100, 50), 'start', { left: 100, top: 88 }],
		['below, ends in line', at(300, 50), 'end', { left: 180, top: 88 }],
		['above where below has no room', at(100, 500), 'start', { left: 100, top: 294 }],
		['inside at the far edge', at(350, 50), 'start', { left: 232, top: 88 }],
		['inside at the near edge', at(0, 50), 'end', { left: 8, top: 88 }]
	] as const)('stands %s', (_title, trigger, align, place) => {
		expect(placeBeside(trigger, popover, viewport, align)).toEqual(place);
	});

	it('covers its trigger where neither side has room, and the viewport has', () => {
		const high = { width: 160, height: 400 };
		expect(placeBeside(at(100, 300), high, viewport, 'start').top).toBe(192);
	});

	it('stays below where it is higher than the viewport', () => {
		const tall = { width: 160, height: 900 };
		expect(placeBeside(at(100, 300), tall, viewport, 'start').top).toBe(338);
	});
});
