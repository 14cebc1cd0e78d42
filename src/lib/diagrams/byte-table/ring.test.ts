import { expect, it } from 'vitest';
import { ringSides } from './ring.ts';

/** Bytes 6 to 9 of rows of 8: the end of the first row and the beginning of the second. */
const isLitAt = (index: number) => index >= 6 && index <= 9;

it.each([
	[5, undefined],
	[6, 'top bottom start'],
	[7, 'top bottom end'],
	[8, 'top bottom start'],
	[9, 'top bottom end']
])('byte %i has the sides %j of the ring around bytes 6 to 9', (index, sides) => {
	expect(ringSides(index, 8, isLitAt)).toBe(sides);
});

it('leaves out the sides between lit bytes of two rows', () => {
	const isLit = (index: number) => index === 3 || index === 11;
	expect(ringSides(3, 8, isLit)).toBe('top start end');
	expect(ringSides(11, 8, isLit)).toBe('bottom start end');
});
