/**
 * When the screen is told of what has been recorded: at a frame, as long as drawing is cheap.
 *
 * In a flood of traffic each frame draws all rows anew, and none can be read. Drawing then takes a
 * part of the page's time at most, so that the rest is left for the traffic and for the reader.
 */
export type Schedule = (callback: () => void) => void;

export interface DrawClock {
	/** Milliseconds, monotone. */
	now(): number;
	requestFrame(callback: () => void): void;
	later(callback: () => void, milliseconds: number): void;
}

/** Rest after a frame, as a multiple of the time that it took to draw. */
const REST = 3;
/** ms: what comes after one slow frame is not kept waiting for long. */
const LONGEST_REST = 100;

const pageClock: DrawClock = {
	now: () => performance.now(),
	requestFrame: (callback) => void requestAnimationFrame(callback),
	later: (callback, milliseconds) => void setTimeout(callback, milliseconds)
};

/**
 * Runs each callback after an animation frame, in a task of its own: so that what it changes, and
 * the scrolling that follows from that, is painted once, by the next frame. Then it rests.
 */
export function drawPace(clock: DrawClock = pageClock): Schedule {
	let restsUntil = -Infinity;
	const draw = (callback: () => void): void => {
		const began = clock.now();
		callback();
		// Components are updated in microtasks of this task: a timer fires after them.
		clock.later(() => {
			const ended = clock.now();
			restsUntil = ended + Math.min(REST * (ended - began), LONGEST_REST);
		}, 0);
	};
	const drawAfterFrame = (callback: () => void): void =>
		clock.requestFrame(() => clock.later(() => draw(callback), 0));
	return (callback) => {
		const wait = restsUntil - clock.now();
		if (wait > 0) clock.later(() => drawAfterFrame(callback), wait);
		else drawAfterFrame(callback);
	};
}
