import { describe, expect, it } from 'vitest';
import { drawPace } from './draw-pace.ts';

/** A clock whose frames, and what is drawn after them, take as long as they are told to. */
function setUp() {
	const frames: (() => void)[] = [];
	const timers: { due: number; run: () => void }[] = [];
	const clock = {
		time: 0,
		now: () => clock.time,
		requestFrame: (callback: () => void) => void frames.push(callback),
		later: (run: () => void, milliseconds: number) =>
			void timers.push({ due: clock.time + milliseconds, run })
	};
	const advance = (milliseconds: number): void => {
		clock.time += milliseconds;
		for (const timer of timers.splice(0)) {
			if (timer.due <= clock.time) timer.run();
			else timers.push(timer);
		}
	};
	const frame = (milliseconds: number): void => {
		for (const callback of frames.splice(0)) callback();
		advance(0);
		advance(milliseconds);
	};
	const drawn: string[] = [];
	return { schedule: drawPace(clock), advance, frame, drawn };
}

describe('drawPace', () => {
	it('draws after the next frame', () => {
		const { schedule, frame, drawn } = setUp();
		schedule(() => drawn.push('a'));
		expect(drawn).toEqual([]);
		frame(1);
		expect(drawn).toEqual(['a']);
	});

	it('draws at each frame while drawing costs little', () => {
		const { schedule, advance, frame, drawn } = setUp();
		for (const name of ['a', 'b', 'c']) {
			schedule(() => drawn.push(name));
			frame(2);
			advance(14);
		}
		expect(drawn).toEqual(['a', 'b', 'c']);
	});

	it('rests after a costly frame for a multiple of what it took', () => {
		const { schedule, advance, frame, drawn } = setUp();
		schedule(() => drawn.push('a'));
		frame(20);
		schedule(() => drawn.push('b'));
		advance(50);
		frame(1);
		expect(drawn).toEqual(['a']);
		advance(20);
		frame(1);
		expect(drawn).toEqual(['a', 'b']);
	});

	it('keeps nothing waiting for long, however slow a frame was', () => {
		const { schedule, advance, frame, drawn } = setUp();
		schedule(() => drawn.push('a'));
		frame(1000);
		schedule(() => drawn.push('b'));
		advance(100);
		frame(1);
		expect(drawn).toEqual(['a', 'b']);
	});
});
