/** A real Chromium on the production build, for benches of the page. */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../support/find-browser.js';
import { startServer } from '../support/start-server.js';
import { en } from '../../src/lib/i18n/en/index.ts';
import { watchFrames } from './frame-watch.ts';

const BUILD = 'build/lab/main.js';

/** Opens the workbench in a browser of its own, with a server of its own; ends both afterwards. */
export async function onWorkbench<Result>(run: (page: Page) => Promise<Result>): Promise<Result> {
	if (!existsSync(BUILD)) throw new Error(`${BUILD} is missing: run 'npm run build' first`);
	const found = findBrowser();
	if (!found) throw new Error('no Chromium was found: set CHROMIUM_PATH, or run npm test once');
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: found.path });
	try {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		await page.addInitScript(watchFrames);
		await page.goto(`${server.origin}/en/lab`);
		await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
		return await run(page);
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** How many records the workbench says that it shows. */
export async function recordsOnScreen(page: Page): Promise<number> {
	const text = await page.locator('#heading-traffic + span').innerText();
	return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);
}

export async function chooseFromMenu(page: Page, item: 'save' | 'open'): Promise<void> {
	const { menu, ...items } = en.workbench.source;
	await page.getByRole('button', { name: menu, exact: true }).click();
	await page.getByRole('menuitem', { name: items[item] }).click();
}
