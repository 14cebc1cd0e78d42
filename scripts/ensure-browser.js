/**
 * Finds a Chromium for the tests, or installs one: apt-get where we are root on Debian,
 * else Playwright's own installer. Says plainly what to do when neither works.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../tests/support/find-browser.js';

/** @param {string} command @param {string[]} args */
function run(command, args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function install() {
	const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
	if (isRootOnDebian) {
		console.log('No Chromium found. Installing Debian’s with apt-get …');
		if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium'])) {
			return;
		}
	}
	console.log('Installing Playwright’s Chromium …');
	run('npx', ['playwright', 'install', 'chromium']);
}

/**
 * @param {{ find?: typeof findBrowser, install?: () => void }} [parts] replaced in tests
 * @returns {{ path: string, source: string }} the browser the tests will use
 */
export function ensureBrowser({ find = findBrowser, install: add = install } = {}) {
	const found = find();
	if (found) return found;
	add();
	const installed = find();
	if (installed) return installed;
	throw new Error(
		[
			'The tests need a Chromium, none was found and none could be installed.',
			'Do one of these, then run the command again:',
			'  - install Chromium or Google Chrome with your system’s package manager;',
			'  - npx playwright install chromium',
			'  - CHROMIUM_PATH=/path/to/chrome npm test'
		].join('\n')
	);
}
