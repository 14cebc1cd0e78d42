import { describe, expect, it } from 'vitest';
import { isCurrent } from './pages.ts';

describe('the current page in the header', () => {
	it.each([
		['/en', '', true],
		['/en/lab', '', false],
		['/en/lab', '/lab', true],
		['/en/lab/two', '/lab', true],
		['/en/laboratory', '/lab', false],
		['/zh/lab', '/lab', false]
	])('at %s, the page %j is current: %s', (pathname, path, current) => {
		expect(isCurrent(pathname, 'en', path)).toBe(current);
	});
});
