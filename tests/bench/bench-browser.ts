/** A real Chromium on the production build, for benches of the page. */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../support/find-browser.js';
import { startServer } from '../support/start-server.js';
import { en } from '../../src/lib/i18n/en/index.ts';
import { watchFrames } from './frame-watch.ts';

const BUILD = 'build/lab/main.js';

/** Gives a page of a browser of its own and the origin of a server of its own; ends both afterwards. */
export async function inBrowser<Result>(
	run: (page: Page, origin: string) => Promise<Result>
): Promise<Result> {
	if (!existsSync(BUILD)) throw new Error(`${BUILD} is missing: run 'npm run build' first`);
	const found = findBrowser();
	if (!found) throw new Error('no Chromium was found: set CHROMIUM_PATH, or run npm test once');
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: found.path });
	try {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		return await run(page, server.origin);
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** Opens the workbench. */
export function onWorkbench<Result>(run: (page: Page) => Promise<Result>): Promise<Result> {
	return inBrowser(async (page, origin) => {
		await page.addInitScript(watchFrames);
		await page.goto(`${origin}/en/lab`);
		await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
		return run(page);
	});
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
