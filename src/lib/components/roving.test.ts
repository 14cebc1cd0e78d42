import { describe, expect, it } from 'vitest';
import { nextIndex } from './roving.ts';

describe('the next index', () => {
	it.each([
		['ArrowRight', 0, 'horizontal', 1],
		['ArrowRight', 2, 'horizontal', 0],
		['ArrowLeft', 0, 'horizontal', 2],
		['ArrowDown', 1, 'vertical', 2],
		['ArrowDown', -1, 'vertical', 0],
		['ArrowUp', -1, 'vertical', 2],
		['Home', 2, 'vertical', 0],
		['End', 0, 'horizontal', 2],
		['ArrowDown', 0, 'horizontal', null],
		['a', 0, 'horizontal', null]
	] as const)('for %s from %i, %s, is %s', (key, at, axis, next) => {
		expect(nextIndex({ key }, at, 3, axis)).toBe(next);
	});

	it('does not exist among nothing', () => {
		expect(nextIndex({ key: 'Home' }, -1, 0, 'vertical')).toBeNull();
	});
});
