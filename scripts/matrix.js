/**
 * `npm run matrix`: tries the whole table of cases in Chromium and in Firefox and stores what each
 * peer did, dated, in content/recordings. Both browsers open the page of the production build; what
 * is stored is what the page itself exports.
 *
 * Firefox is found at $FIREFOX_PATH, or where Debian puts it (`apt-get install firefox-esr`).
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { startServer } from '../tests/support/start-server.js';
import { ensureBrowser } from './ensure-browser.js';

const PATH = '/en/lab/frames/cases';
/** ms: the table takes less than 15 s on a quiet machine. */
const LONGEST = 180_000;

/**
 * What this script needs of a page, whoever drives it.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<unknown>} evaluate
 * @property {() => Promise<void>} close
 */

const server = await startServer();
try {
	for (const [name, launch] of /** @type {const} */ ([
		['chromium', launchChromium],
		['firefox', launchFirefox]
	])) {
		const driver = await launch();
		try {
			const text = await takeMatrix(driver, server.origin + PATH);
			const file = `content/recordings/matrix-${name}.json`;
			await writeFile(file, `${text}\n`);
			console.log(`${file}: ${JSON.parse(text).rows.length} cases`);
		} finally {
			await driver.close();
		}
	}
} finally {
	await server.stop();
}

/**
 * Runs the table and returns the text of the file that the page offers.
 *
 * @param {Driver} driver
 * @param {string} url
 * @returns {Promise<string>}
 */
async function takeMatrix(driver, url) {
	await driver.open(url);
	await until(driver, `document.querySelector('.cases button[data-variant=primary]:enabled')`);
	const start = Date.now();
	await driver.evaluate(`document.querySelector('.cases button[data-variant=primary]').click()`);
	await until(driver, `document.querySelector('.cases[data-state=done]')`);
	console.log(`tried in ${Date.now() - start} ms`);
	// The file goes here instead of into the browser's downloads.
	await driver.evaluate(`{
		const makeUrl = URL.createObjectURL;
		URL.createObjectURL = (blob) => {
			blob.text().then((text) => (globalThis.takenMatrix = text));
			return makeUrl.call(URL, new Blob());
		};
		[...document.querySelectorAll('.cases button')]
			.find((button) => button.textContent.includes('Export')).click();
	}`);
	await until(driver, `globalThis.takenMatrix`);
	return String(await driver.evaluate(`globalThis.takenMatrix`));
}

/**
 * Waits for an expression to be true; the page's policy has no room for `waitForFunction`.
 *
 * @param {Driver} driver
 * @param {string} expression
 */
async function until(driver, expression) {
	for (const end = Date.now() + LONGEST; Date.now() < end; await setTimeout(50)) {
		if (await driver.evaluate(`Boolean(${expression})`)) return;
	}
	throw new Error(`in ${LONGEST} ms it never came: ${expression}`);
}

/** @returns {Promise<Driver>} */
async function launchChromium() {
	const browser = await chromium.launch({
		executablePath: ensureBrowser().path,
		args: ['--disable-background-networking', '--disable-component-update']
	});
	const page = await browser.newPage();
	return {
		open: (url) => page.goto(url),
		evaluate: (expression) => page.evaluate(expression),
		close: () => browser.close()
	};
}

/** @returns {Promise<Driver>} */
async function launchFirefox() {
	const path = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
	if (!existsSync(path)) throw new Error(`no Firefox at ${path}: set FIREFOX_PATH`);
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: path,
		headless: true,
		protocolTimeout: LONGEST
	});
	const page = await browser.newPage();
	return {
		open: (url) => page.goto(url),
		evaluate: (expression) => page.evaluate(expression),
		close: () => browser.close()
	};
}
