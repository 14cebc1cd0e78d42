import { describe, expect, it } from 'vitest';
import { Patience, type OutOfPatience } from './patience.ts';

const BOUNDS = { standing: 15, inAll: 60 };

/** What it says at each of these times, when as many had been reached. */
function saidOf(...looks: readonly (readonly [now: number, reached: number])[]) {
	const patience = new Patience(BOUNDS, 1000);
	return looks.map(([now, reached]) => patience.check(reached, 1000 + now));
}

describe('patience', () => {
	it.each<[string, [number, number][], OutOfPatience | null]>([
		['waits for the first', [[15, 0]], null],
		['ends when the first does not come', [[16, 0]], 'stands-still'],
		[
			'waits longer than it would for one, while more come',
			[
				[14, 500],
				[28, 900],
				[42, 1560],
				[57, 1999]
			],
			null
		],
		[
			'ends when no more come',
			[
				[14, 1560],
				[30, 1560]
			],
			'stands-still'
		],
		[
			'takes what is lost and regained for no progress',
			[
				[1, 9],
				[8, 3],
				[17, 9]
			],
			'stands-still'
		],
		[
			'ends in the end, though more come',
			[
				[15, 1],
				[30, 2],
				[45, 3],
				[61, 4]
			],
			'takes-too-long'
		]
	])('%s', (_claim, looks, last) => {
		const said = saidOf(...looks);
		expect(said.pop()).toBe(last);
		expect(said.every((each) => each === null)).toBe(true);
	});
});
