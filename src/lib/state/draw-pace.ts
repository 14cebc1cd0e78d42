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

/** Runs each callback in an animation frame, the next one only after a rest. */
export function drawPace(clock: DrawClock = pageClock): Schedule {
	let restsUntil = -Infinity;
	const draw = (callback: () => void): void =>
		clock.requestFrame(() => {
			const began = clock.now();
			callback();
			// A timer set in a frame's callback fires when that frame is styled, laid out and painted.
			clock.later(() => {
				const ended = clock.now();
				restsUntil = ended + Math.min(REST * (ended - began), LONGEST_REST);
			}, 0);
		});
	return (callback) => {
		const wait = restsUntil - clock.now();
		if (wait > 0) clock.later(() => draw(callback), wait);
		else draw(callback);
	};
}
