/**
 * Finds a Chromium for the tests: $CHROMIUM_PATH, Playwright's own, then the system's.
 */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_BROWSERS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** @returns {{ path: string, source: string } | null} the first browser that exists */
export function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return { path: named, source: 'CHROMIUM_PATH' };
		throw new Error(`CHROMIUM_PATH is ${named}, and there is no file there. Correct or unset it.`);
	}
	const bundled = chromium.executablePath();
	if (bundled && existsSync(bundled)) return { path: bundled, source: 'Playwright' };
	const path = SYSTEM_BROWSERS.find((candidate) => existsSync(candidate));
	return path ? { path, source: 'system' } : null;
}
