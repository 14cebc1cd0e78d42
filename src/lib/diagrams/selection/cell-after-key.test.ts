import { describe, expect, it } from 'vitest';
import { cellAfterKey } from './cell-after-key.ts';

describe('cellAfterKey', () => {
	it.each([
		['ArrowRight', 5, 6],
		['ArrowLeft', 5, 4],
		['ArrowDown', 5, 37],
		['ArrowUp', 37, 5],
		['Home', 45, 32],
		['End', 45, 63],
		['ArrowLeft', 0, 0],
		['ArrowDown', 140, 140],
		['ArrowRight', 143, 143]
	])('%s leads from bit %i to bit %i of 144', (key, from, to) => {
		expect(cellAfterKey(from, key, 32, 144)).toBe(to);
	});

	it('ends a short last row at its last bit', () => {
		expect(cellAfterKey(130, 'End', 32, 144)).toBe(143);
	});

	it('goes to the ends of the frame with the control key', () => {
		expect(cellAfterKey(50, 'Home', 32, 144, true)).toBe(0);
		expect(cellAfterKey(50, 'End', 32, 144, true)).toBe(143);
	});

	it('leaves other keys alone', () => {
		expect(cellAfterKey(5, 'Enter', 32, 144)).toBeNull();
	});
});

it.each([
	['ArrowRight', 0, 1],
	['ArrowDown', 1, 17],
	['ArrowUp', 17, 1],
	['End', 17, 19],
	['ArrowDown', 10, 10]
])('%s leads from byte %i to byte %i of 20', (key, from, to) => {
	expect(cellAfterKey(from, key, 16, 20)).toBe(to);
});
