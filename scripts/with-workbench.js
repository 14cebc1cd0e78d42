/**
 * Opens the workbench of the production build in a clean browser profile, for scripts that take
 * pictures and recordings from the running app.
 */
import { chromium } from '@playwright/test';
import { startServer } from '../tests/support/start-server.js';
import { ensureBrowser } from './ensure-browser.js';

/**
 * @param {{ lang: 'en' | 'zh', path?: string, width?: number, height?: number, theme?: 'light' | 'dark', scale?: number }} options
 * @param {(page: import('@playwright/test').Page) => Promise<void>} act
 */
export async function withWorkbench(options, act) {
	const { lang, path = '/lab', width = 1440, height = 1000, theme = 'light', scale = 1 } = options;
	const server = await startServer();
	const browser = await chromium.launch({
		executablePath: ensureBrowser().path,
		args: ['--disable-background-networking', '--disable-component-update']
	});
	try {
		const page = await browser.newPage({
			viewport: { width, height },
			colorScheme: theme,
			deviceScaleFactor: scale,
			acceptDownloads: true
		});
		await page.goto(`${server.origin}/${lang}${path}`);
		await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
		await act(page);
	} finally {
		await browser.close();
		await server.stop();
	}
}
