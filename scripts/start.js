/**
 * `npm start [-- --lan]`: builds where the build is missing or older than what it is made of, then
 * runs the server in this very process, so that SIGTERM and SIGINT reach it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { entryOf, isStale } from './is-stale.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
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
	if (existsSync(join(ROOT, 'src')) && isStale(ROOT)) await build();
	await import(pathToFileURL(entryOf(ROOT)).href);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
