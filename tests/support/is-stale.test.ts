import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale } from '../../scripts/is-stale.js';

const BUILT = 2000;
let root: string;

/** A file last changed at this second; its folders too. */
function touch(path: string, second: number): void {
	const file = join(root, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, '');
	for (let at = file; at.length > root.length; at = dirname(at)) utimesSync(at, second, second);
}

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'wire101-stale-'));
	touch('src/lib/a.ts', 1000);
	touch('package.json', 1000);
	touch('build/lab/main.js', BUILT);
});
afterEach(() => rmSync(root, { recursive: true }));

it('a build that is newer than its sources is not stale', () => {
	expect(isStale(root)).toBe(false);
});

it('a missing build is stale', () => {
	rmSync(join(root, 'build'), { recursive: true });
	expect(isStale(root)).toBe(true);
});

it.each(['src/lib/a.ts', 'src/lib/new.ts', 'content/recordings/a.json', 'package-lock.json'])(
	'a change of %s makes it stale',
	(path) => {
		touch(path, BUILT + 1);
		expect(isStale(root)).toBe(true);
	}
);

it('a source that went away makes it stale', () => {
	rmSync(join(root, 'src/lib/a.ts'));
	expect(isStale(root)).toBe(true);
});

it('a test does not', () => {
	touch('src/lib/a.test.ts', BUILT + 1);
	for (const folder of ['src/lib', 'src']) utimesSync(join(root, folder), 1000, 1000);
	expect(isStale(root)).toBe(false);
});
