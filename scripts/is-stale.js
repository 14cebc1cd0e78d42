/** Tells whether a checkout has to be built before it is started. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The server's entry, written last by a build.
 *
 * @param {string} root of the checkout
 */
export const entryOf = (root) => join(root, 'build/lab/main.js');

const INPUTS = [
	'src',
	'static',
	'content',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

/**
 * Newest change below a path, in ms; a folder's own time tells of files that went away.
 *
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
	if (!existsSync(path) || /\.test\.(ts|js)$/.test(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	const children = readdirSync(path).map((name) => newestChange(join(path, name)));
	return Math.max(stat.mtimeMs, ...children);
}

/**
 * Whether the build of a checkout is missing, or older than what it is made of.
 *
 * @param {string} root of the checkout
 */
export function isStale(root) {
	const entry = entryOf(root);
	if (!existsSync(entry)) return true;
	const built = statSync(entry).mtimeMs;
	return INPUTS.some((input) => newestChange(join(root, input)) > built);
}
