import { describe, expect, it } from 'vitest';
import {
	CLOSE_CODE_RANGES,
	CLOSE_CODES,
	closeCodeRange,
	findCloseCode,
	mayAppearOnWire
} from './close-code.ts';

describe('close codes', () => {
	it.each([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4999])(
		'%s may appear on the wire',
		(code) => {
			expect(mayAppearOnWire(code)).toBe(true);
		}
	);

	it.each([0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535])(
		'%s may not appear on the wire',
		(code) => {
			expect(mayAppearOnWire(code)).toBe(false);
		}
	);

	it('lists every code at its own number', () => {
		expect(CLOSE_CODES.map(({ code }) => findCloseCode(code)?.code)).toEqual(
			CLOSE_CODES.map(({ code }) => code)
		);
	});

	it.each([
		[999, 'unused'],
		[1000, 'protocol'],
		[2999, 'protocol'],
		[3000, 'registered'],
		[4000, 'private'],
		[5000, 'out-of-range']
	])('%s lies in the range %s', (code, range) => {
		expect(closeCodeRange(code)).toBe(range);
	});

	it('ranges follow one another from 0 to 65535', () => {
		expect(CLOSE_CODE_RANGES.map(({ first }) => first)).toEqual([
			0,
			...CLOSE_CODE_RANGES.slice(0, -1).map(({ last }) => last + 1)
		]);
		expect(CLOSE_CODE_RANGES.at(-1)?.last).toBe(65_535);
	});

	it('has no entry for a code that nobody registered', () => {
		expect(findCloseCode(1016)).toBeNull();
	});
});
