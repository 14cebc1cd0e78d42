import { describe, expect, it } from 'vitest';
import { currentPath } from './pages.ts';

describe('the current page in the header', () => {
	it.each([
		['/en', ''],
		['/en/lab', '/lab'],
		['/en/lab/two', '/lab'],
		['/en/lab/frames', '/lab/frames'],
		['/en/lab/frames/fragments', '/lab/frames'],
		['/en/lab/framework', '/lab'],
		['/en/laboratory', undefined],
		['/zh/lab', undefined]
	])('at %s it is %j', (pathname, path) => {
		expect(currentPath(pathname, 'en')).toBe(path);
	});
});
