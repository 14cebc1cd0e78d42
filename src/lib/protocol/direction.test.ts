import { expect, it } from 'vitest';
import { opposite } from './direction.ts';

it('names the other endpoint', () => {
	expect(opposite('client')).toBe('server');
	expect(opposite('server')).toBe('client');
});
