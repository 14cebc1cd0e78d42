import { expect, it } from 'vitest';
import { backoffDelay } from './backoff.ts';

const pace = { first: 250, most: 15_000 };

it.each([
	[0, 250],
	[1, 500],
	[5, 8000],
	[6, 15_000],
	[2000, 15_000]
])('waits before attempt %i no longer than %i ms, and no less than half of it', (attempt, most) => {
	expect(backoffDelay(attempt, 0, pace)).toBe(most / 2);
	expect(backoffDelay(attempt, 1, pace)).toBe(most);
});
