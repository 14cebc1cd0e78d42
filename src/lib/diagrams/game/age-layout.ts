/** How old the picture was over the last seconds: a line that rises with time and falls with each snapshot. */
import { KEPT_TIME, type PictureChange } from '#lib/transports/game/game-meter.ts';
// Without d3-scale: its interpolators of colours weigh more than the game.
import { nice, ticks } from 'd3-array';

export interface AgeLayout {
	readonly path: string;
	/** ms, with their height in the box. */
	readonly ages: readonly { readonly ms: number; readonly y: number }[];
	/** Where the line ends now; null: the age is not known. */
	readonly end: { readonly x: number; readonly y: number } | null;
}

export interface AgeBox {
	readonly width: number;
	readonly height: number;
	/** µs of the session at the right edge, and µs of the whole width. */
	readonly now: number;
	readonly span: number;
}

/** The axis reaches at least to here, so that small ages look small: ms. */
const LEAST_TOP = 200;

/** µs of the shorter chart, and changes in it from which on a longer one would be a wall. */
const SHORT_SPAN = 3_000_000;
const MANY = 20;

/** µs that the chart shows: fewer where the picture changes often, so that its teeth can be seen. */
export function spanOf(changes: readonly PictureChange[], now: number): number {
	const times = new Set(changes.filter(({ t }) => t > now - SHORT_SPAN).map(({ t }) => t));
	return times.size > MANY ? SHORT_SPAN : KEPT_TIME;
}

/** @param age µs that the picture is old now; null: not known */
export function layoutAges(
	changes: readonly PictureChange[],
	age: number | null,
	{ width, height, now, span }: AgeBox
): AgeLayout {
	const seen = changes.filter(({ t }) => t > now - span);
	const worst = Math.max(LEAST_TOP, (age ?? 0) / 1000, ...seen.map(({ before }) => before / 1000));
	const [, top] = nice(0, worst, 3);
	const x = (t: number): number => round((width * (t - now + span)) / span);
	const y = (ms: number): number => round(height * (1 - ms / top));
	const at = (t: number, us: number): string => `${x(t)} ${y(us / 1000)}`;
	const teeth = seen.map(
		({ t, before, after }, index) => `${index === 0 ? 'M' : 'L'}${at(t, before)}L${at(t, after)}`
	);
	const end = age === null ? null : { x: width, y: y(age / 1000) };
	const last = end && teeth.length > 0 ? `L${at(now, age ?? 0)}` : '';
	const ages = ticks(0, top, 3).map((ms) => ({ ms, y: y(ms) }));
	return { path: teeth.join('') + last, ages, end };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
