/**
 * `npm start [-- --lan]`: builds where the build is missing or older than what it is made of, then
 * runs the server in this very process, so that SIGTERM and SIGINT reach it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Written last by a build. */
const ENTRY = join(ROOT, 'build/lab/main.js');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
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

function isStale() {
	if (!existsSync(ENTRY)) return true;
	const built = statSync(ENTRY).mtimeMs;
	return INPUTS.some((input) => newestChange(join(ROOT, input)) > built);
}

async function build() {
	if (!existsSync(VITE)) throw new Error('The packages are missing: run `npm ci` first.');
	console.log('Building, because the build is missing or older than its sources …');
	const child = spawn(process.execPath, [VITE, 'build', '--logLevel', 'warn'], {
		cwd: ROOT,
		stdio: 'inherit'
	});
	/** @type {NodeJS.SignalsListener} */
	const forward = (signal) => void child.kill(signal);
	process.on('SIGTERM', forward).on('SIGINT', forward);
	const [code, signal] = await once(child, 'exit');
	process.off('SIGTERM', forward).off('SIGINT', forward);
	if (signal) process.exit(0);
	if (code !== 0) throw new Error('The build failed; the messages above say why.');
}

try {
	process.env.NODE_ENV ??= 'production';
	// A server image holds the build alone: there is nothing to build from.
	if (existsSync(join(ROOT, 'src')) && isStale()) await build();
	await import(pathToFileURL(ENTRY).href);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
